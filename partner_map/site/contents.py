"""What the pages say, as their templates take it: every word as the live application has it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from partner_map.dates import years_on
from partner_map.exchanges.selection import select
from partner_map.exchanges.wording import count_words, event_count
from partner_map.i18n.letters import collation_key, isolated
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import (
    capitalized,
    event_types,
    status_words,
    type_name,
    type_names,
    years_count,
)
from partner_map.model import NO_FILTERS, Dataset, Event, ExchangeType, Filters, Partner
from partner_map.overview import overview
from partner_map.site.addresses import Addresses
from partner_map.summary import CityRow, city_row, no_cities_words, summary_of
from partner_map.timeline import anniversaries_until

YEARS_AHEAD = 2
"""Years from today whose round anniversaries are told."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words, and the path that they lead to below the site's root."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Told:
    """An exchange in a list."""

    when: str
    year: int
    cities: Sequence[Link]
    types: str
    text: str
    source: str


def map_contents(
    dataset: Dataset, addresses: Addresses, today: datetime.date, translator: Translator
) -> Mapping[str, Any]:
    """Of the map's page: what is said of all partners today, and their list."""
    seen = overview(dataset, NO_FILTERS)
    standing = seen.at(today.year, today)
    rows: list[tuple[CityRow, str]] = [
        (city_row(partner, standing.day, translator), addresses.partner(partner.id))
        for partner in standing.shown
    ]
    return {
        "summary": summary_of(standing, True, translator),
        "rows": rows,
        "no_rows": "" if rows else no_cities_words(seen, today.year, translator),
    }


def exchanges_contents(
    dataset: Dataset,
    addresses: Addresses,
    exchange_type: ExchangeType | None,
    translator: Translator,
) -> Mapping[str, Any]:
    """Of the exchanges of a type, or of all: the types, the exchanges, and what has no date."""
    filters = NO_FILTERS if exchange_type is None else Filters(types=frozenset({exchange_type}))
    answer = select(dataset, filters)
    undated = [
        (
            Link(isolated(partner.name[translator.language]), addresses.partner(partner.id)),
            ", ".join(type_names(types, translator)),
        )
        for partner in answer.partners
        if (types := answer.undated_types(partner))
    ]
    return {
        "count": count_words(answer.count.partners, answer.count.exchanges, translator),
        "exchanges": [
            _told(dataset, event, addresses, translator) for event in answer.events[::-1]
        ],
        "undated": undated,
        "links": [
            type_link(one, addresses, translator)
            for one in types_in_order(dataset.types, translator)
        ],
        "chosen": None if exchange_type is None else addresses.exchanges_of(exchange_type),
    }


def types_in_order(types: Iterable[ExchangeType], translator: Translator) -> list[ExchangeType]:
    """Types of exchange in the order of the alphabet."""
    return sorted(types, key=lambda one: collation_key(type_name(one, translator)))


def type_link(exchange_type: ExchangeType, addresses: Addresses, translator: Translator) -> Link:
    """A link to the exchanges of a type."""
    return Link(type_name(exchange_type, translator), addresses.exchanges_of(exchange_type))


def anniversaries_contents(
    dataset: Dataset, addresses: Addresses, today: datetime.date, translator: Translator
) -> Mapping[str, Any]:
    """The round anniversaries of the coming years, the nearest first."""
    coming = anniversaries_until(dataset.partners, today, years_on(today, YEARS_AHEAD))
    return {
        "anniversaries": [
            (
                translator.day(item.date),
                item.date.isoformat(),
                Link(item.partner.name[translator.language], addresses.partner(item.partner.id)),
                years_count(item.years, translator),
            )
            for item in coming
        ],
        "none": translator.gettext("None of these agreements has one until then."),
    }


def data_contents(dataset: Dataset, translator: Translator) -> Sequence[str]:
    """What the tables hold, in numbers."""
    cities = translator.ngettext(
        "{number} partner city", "{number} partner cities", len(dataset.partners)
    )
    countries = translator.ngettext(
        "in {number} country", "in {number} countries", len(dataset.countries)
    )
    return [f"{cities} {countries}", event_count(len(dataset.events), translator)]


def description(partner: Partner, today: datetime.date, translator: Translator) -> str:
    """A partner in a sentence, as the preview of a link shows it."""
    standing = status_words(partner, today, translator)
    return capitalized(f"{translator.country(partner.country)} · {standing}")


def _told(dataset: Dataset, event: Event, addresses: Addresses, translator: Translator) -> Told:
    cities = [
        Link(isolated(dataset.by_id[one].name[translator.language]), addresses.partner(one))
        for one in event.partners
    ]
    return Told(
        translator.period(event.start, event.end),
        event.year,
        cities,
        event_types(event, translator),
        event.title[translator.language],
        event.source,
    )
