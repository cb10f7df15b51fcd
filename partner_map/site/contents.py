"""What the pages say, as their templates take it: every word as the live application has it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from partner_map.dates import years_on
from partner_map.exchanges.contacts import contacts_told, missing_exchange_uri
from partner_map.exchanges.selection import select
from partner_map.exchanges.wording import count_words, event_count
from partner_map.history.saves import History, intro_words, moment_words, save_words
from partner_map.i18n.letters import collation_key, isolated
from partner_map.i18n.telling import Told, told
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import (
    StatedFact,
    capitalized,
    countries_words,
    event_types,
    partner_facts,
    place_fact,
    status_words,
    type_name,
    type_names,
    years_count,
)
from partner_map.model import NO_FILTERS, Dataset, Event, ExchangeType, Filters, Partner, Photo
from partner_map.open_data.files import FOLDER
from partner_map.open_data.labels import feed_label, file_labels, open_data_words
from partner_map.overview import overview
from partner_map.plain.licences import licence_lines
from partner_map.plain.text_version import host
from partner_map.site.addresses import Addresses
from partner_map.site.third_party import LICENCES_FILE
from partner_map.summary import CityRow, city_row, no_cities_words, summary_of
from partner_map.timeline import anniversaries_until

MAX_PARTNERS_OF_FACTS = 500
"""Partners whose facts the page about the data lists; each has a page with all of them."""
_EMPHASIS: Final = re.compile(r"\*\*(.+?)\*\*")
_LINK: Final = re.compile("\ue000(.+?)\ue001(.+?)\ue002")
YEARS_AHEAD = 2
"""Years from today whose round anniversaries are told."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words, and the path that they lead to below the site's root."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """An exchange in a list."""

    when: str
    year: int
    cities: Sequence[Link]
    types: str
    text: Told
    source: str
    photo: Photo | None


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
            _exchange(dataset, event, addresses, translator) for event in answer.events[::-1]
        ],
        "undated": undated,
        "contacts": contacts_told(dataset.town, filters.types, translator),
        "missing": missing_exchange_uri(dataset.town, (), filters.types, translator),
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
        "calendar": addresses.calendar,
        "none": translator.gettext("None of these agreements has one until then."),
    }


def data_contents(
    dataset: Dataset, addresses: Addresses, history: History, translator: Translator
) -> Mapping[str, Any]:
    """What the tables hold, their changes, the facts with their sources, files and licences."""
    cities = translator.ngettext(
        "{number} partner city", "{number} partner cities", len(dataset.partners)
    )
    where = countries_words(len(dataset.countries), translator)
    files = [Link(label, f"{FOLDER}/{name}") for label, name in file_labels(translator)]
    return {
        "lines": [f"{cities} {where}", event_count(len(dataset.events), translator)],
        "partners": [
            (
                Link(partner.name[translator.language], addresses.partner(partner.id)),
                [
                    (capitalized(fact.name), fact.text, [(host(url), url) for url in fact.sources])
                    for fact in (*_placed(partner, translator), *partner_facts(partner, translator))
                ],
            )
            for partner in dataset.partners[:MAX_PARTNERS_OF_FACTS]
        ],
        "changes_words": intro_words(translator),
        "saves": [
            (
                save.moment.isoformat(),
                moment_words(save, translator),
                save_words(save, translator),
            )
            for save in history.newest
        ],
        "open_data": open_data_words(translator),
        "files": [*files, Link(feed_label(translator), addresses.feed)],
        "licence": dataset.town.licence,
        "licences_file": LICENCES_FILE,
        "licences": [
            _with_emphasis(line) for line in licence_lines(dataset, translator, _marked_link)
        ],
    }


def _placed(partner: Partner, translator: Translator) -> list[StatedFact]:
    place = place_fact(partner, translator)
    return [place] if place else []


def _marked_link(words: str, url: str) -> str:
    """A link as it stands among plain words, until they are made HTML."""
    return f"\ue000{words}\ue001{url}\ue002"


def _with_emphasis(line: str) -> Markup:
    """A line of plain words with emphasis and links as HTML; the words are escaped."""
    escaped = str(Markup.escape(line))
    bold = _EMPHASIS.sub(r"<strong>\1</strong>", escaped)
    return Markup(_LINK.sub(r'<a href="\2">\1</a>', bold))  # noqa: S704  # escaped above


def description(partner: Partner, today: datetime.date, translator: Translator) -> str:
    """A partner in a sentence, as the preview of a link shows it."""
    standing = status_words(partner, today, translator)
    return capitalized(f"{translator.country(partner.country)} · {standing}")


def _exchange(
    dataset: Dataset, event: Event, addresses: Addresses, translator: Translator
) -> Exchange:
    cities = [
        Link(isolated(dataset.by_id[one].name[translator.language]), addresses.partner(one))
        for one in event.partners
    ]
    return Exchange(
        translator.period(event.start, event.end),
        event.year,
        cities,
        event_types(event, translator),
        told(event.title, translator),
        event.source,
        event.shown_photo,
    )
