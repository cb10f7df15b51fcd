"""The presentation's steps: pure functions of the Dataset, a day and the presenter's choices.

A step is words in one language, and the partners that stand on the map with it. The page
and the exported file draw the same steps.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import agreement_name, capitalized, signatories_words, standing_words
from partner_map.model import NO_FILTERS, Dataset, Event, Partner, PartnershipStatus
from partner_map.overview import overview
from partner_map.timeline import coming_anniversaries, status_at, years_together

OPENING: Final = "opening"
"""The id of the first step."""
CLOSE: Final = "close"
"""The id of the last step."""
MAX_EVENTS: Final = 3
"""Exchanges of a partner where the presenter chose none."""
MAX_ANNIVERSARIES: Final = 3


@dataclass(frozen=True, slots=True)
class ChosenExchange:
    """Which of a partner's exchanges to show: those of a start and, if named, of a kind."""

    start: str
    """EDTF, as in the events table."""
    kind: str | None = None

    def picks(self, event: Event) -> bool:
        """Whether the exchange is meant."""
        return self.start == event.start.edtf and self.kind in (None, event.type.value)


@dataclass(frozen=True)
class Choices:
    """What a presenter chose; the default is everything."""

    left_out: frozenset[str] = frozenset()
    """Ids of steps."""
    exchanges: Mapping[str, tuple[ChosenExchange, ...]] = field(default_factory=dict)
    """By the id of the partner; a partner that is not there shows its newest."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words with what stands before it; the label may be empty."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its words, and what the map shows with them."""

    id: str
    title: str
    lead: str
    """One line below the title; may be empty."""
    facts: tuple[Line, ...]
    items_title: str
    items: tuple[Line, ...]
    """What may be shortened from its end where the screen is too small for all."""
    total: str
    """The running total, or the sources of the map."""
    city: str | None
    """The partner that the map flies to; None for the whole map."""
    year: int
    """The year that the map stands for."""
    statuses: Mapping[str, str]
    """The status of each partner on the map, by id."""


def presentation_steps(
    dataset: Dataset, today: datetime.date, choices: Choices, translator: Translator
) -> tuple[Step, ...]:
    """The steps in their order: opening, each partner by its agreement, close."""
    ordered = by_agreement(dataset.partners)
    steps = [_opening(dataset, ordered, today, translator)]
    for number, partner in enumerate(ordered, start=1):
        steps.append(_partner_step(dataset, ordered[:number], partner, today, choices, translator))
    steps.append(_close(dataset, today, translator))
    return tuple(step for step in steps if step.id not in choices.left_out)


def by_agreement(partners: Iterable[Partner]) -> tuple[Partner, ...]:
    """In the order of the agreements; those without one after them, by their first contacts."""
    return tuple(sorted(partners, key=_order))


def step_ids(dataset: Dataset) -> tuple[str, ...]:
    """The ids of all steps, in their order."""
    return (OPENING, *(partner.id for partner in by_agreement(dataset.partners)), CLOSE)


def shown_exchanges(dataset: Dataset, partner: Partner, choices: Choices) -> tuple[Event, ...]:
    """The exchanges of a partner's step, oldest first: the chosen ones, or its newest."""
    events = dataset.events_by_partner[partner.id]
    chosen = choices.exchanges.get(partner.id)
    if chosen is None:
        return events[-MAX_EVENTS:]
    return tuple(event for event in events if any(choice.picks(event) for choice in chosen))


def _order(partner: Partner) -> tuple[bool, datetime.date, str]:
    fact = partner.first_contacts if partner.agreement is None else partner.agreement.fact
    return partner.agreement is None, fact.date.latest if fact else datetime.date.max, partner.id


def _opening(
    dataset: Dataset, ordered: tuple[Partner, ...], today: datetime.date, translator: Translator
) -> Step:
    first = ordered[0].agreement_year if ordered else None
    years = str(today.year) if first is None else f"{first}–{today.year}"
    return Step(
        id=OPENING,
        title=translator.gettext(
            "Partner cities of {town}", town=dataset.town.genitive[translator.language]
        ),
        lead="",
        facts=(
            Line("", _cities(len(ordered), translator)),
            Line("", _countries(dataset.countries, translator)),
            Line("", years),
        ),
        items_title="",
        items=(),
        total="",
        city=None,
        year=dataset.town.first_year,
        statuses={},
    )


def _partner_step(
    dataset: Dataset,
    so_far: tuple[Partner, ...],
    partner: Partner,
    today: datetime.date,
    choices: Choices,
    translator: Translator,
) -> Step:
    year = partner.agreement_year or today.year
    exchanges = shown_exchanges(dataset, partner, choices)
    own_name = partner.own_name if partner.own_name != partner.name[translator.language] else ""
    place = (translator.country(partner.country), own_name, partner.note[translator.language])
    return Step(
        id=partner.id,
        title=partner.name[translator.language],
        lead=" · ".join(part for part in place if part),
        facts=tuple(_partner_facts(partner, today, translator)),
        items_title=translator.gettext("Exchanges") if exchanges else "",
        items=tuple(
            Line(translator.period(event.start, event.end), event.title[translator.language])
            for event in exchanges
        ),
        total=translator.gettext(
            "Together so far: {cities}, {countries}",
            cities=_cities(len(so_far), translator),
            countries=_countries({other.country for other in so_far}, translator),
        ),
        city=None if partner.coordinate is None else partner.id,
        year=year,
        statuses=_statuses(so_far, year),
    )


def _partner_facts(
    partner: Partner, today: datetime.date, translator: Translator
) -> Iterable[Line]:
    agreement = partner.agreement
    if agreement is not None:
        signed = (translator.date(agreement.fact.date), agreement.place[translator.language])
        yield Line(
            capitalized(agreement_name(agreement.kind, translator)),
            ", ".join(part for part in signed if part),
        )
        names = signatories_words(agreement, translator)
        if names:
            yield Line(translator.gettext("Signed by"), ", ".join(names))
    elif partner.first_contacts is not None:
        yield Line(
            translator.gettext("First contacts"), translator.date(partner.first_contacts.date)
        )
    yield Line(translator.gettext("Today"), _status_today(partner, today, translator))


def _status_today(partner: Partner, today: datetime.date, translator: Translator) -> str:
    years = years_together(partner, today.year)
    match status_at(partner, today.year):
        case PartnershipStatus.ENDED if partner.ended is not None:
            return translator.gettext(
                "cooperation ended: {date}", date=translator.date(partner.ended.date)
            )
        case PartnershipStatus.AGREEMENT if years:
            return translator.ngettext(
                "in force for {number} year", "in force for {number} years", years
            )
        case PartnershipStatus.AGREEMENT:
            return translator.gettext("in force")
        case PartnershipStatus.CONTACTS:
            return translator.gettext("contacts only")
    return translator.gettext("no contacts yet")


def _close(dataset: Dataset, today: datetime.date, translator: Translator) -> Step:
    standing = overview(dataset, NO_FILTERS).at(today.year, today)
    lines = standing_words(
        standing.agreements, standing.countries, standing.contacts, standing.ended, translator
    )
    coming = coming_anniversaries(dataset.partners, today)[:MAX_ANNIVERSARIES]
    return Step(
        id=CLOSE,
        title=translator.gettext("Today, {date}", date=translator.day(today)),
        lead="",
        facts=tuple(Line("", f"{number} {where}".strip()) for number, where in lines),
        items_title=translator.gettext("Coming anniversaries") if coming else "",
        items=tuple(
            Line(
                translator.day(item.date),
                translator.ngettext(
                    "{city}: {number} year",
                    "{city}: {number} years",
                    item.years,
                    city=item.partner.name[translator.language],
                ),
            )
            for item in coming
        ),
        total=translator.gettext("Map: Natural Earth · Places: GeoNames (CC BY 4.0)"),
        city=None,
        year=today.year,
        statuses=_statuses(dataset.partners, today.year),
    )


def _statuses(partners: Iterable[Partner], year: int) -> Mapping[str, str]:
    """The state of each partner that has one at the end of the year."""
    statuses = {partner.id: status_at(partner, year) for partner in partners}
    return {
        partner_id: status.value
        for partner_id, status in statuses.items()
        if status is not PartnershipStatus.NONE
    }


def _cities(number: int, translator: Translator) -> str:
    return translator.ngettext("{number} partner city", "{number} partner cities", number)


def _countries(countries: Iterable[str], translator: Translator) -> str:
    return translator.ngettext("{number} country", "{number} countries", len(set(countries)))
