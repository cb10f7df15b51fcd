"""The presentation's steps: pure functions of the Dataset, a day and the presenter's choices.

A step is words in one language, and the partners that stand on the map with it. The page
and the exported file draw the same steps.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from partner_map.i18n.letters import isolated
from partner_map.i18n.own_language import own_language
from partner_map.i18n.sheet_words import standing
from partner_map.i18n.telling import Telling, enumerated, joined, signed, telling, told
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import (
    agreement_name,
    draft_words,
    signatories_words,
    site_title,
    type_names,
)
from partner_map.model import NO_FILTERS, Dataset, Event, Partner, PartnershipStatus, Photo
from partner_map.overview import overview
from partner_map.photos.addresses import photo_path
from partner_map.photos.figure import FALLBACK, Caption, caption, fallback_width, height_at
from partner_map.presentation.sentences import first_sentences
from partner_map.tables.columns import STEP_IDS
from partner_map.timeline import (
    coming_anniversaries,
    has_begun,
    status_on,
    years_since_agreement,
)

OPENING, CLOSE = STEP_IDS
MAX_EVENTS: Final = 2
"""Events of a partner where the presenter chose none."""
MAX_ANNIVERSARIES: Final = 3
MAX_FIGURES: Final = 4
STORY_CHARACTERS: Final = 220
"""So much of a partner's story, in whole sentences."""
MAX_CHARACTERS: Final = 390
"""With more text on a partner's step than this, its events are left to the other pages."""
PHOTO_CHARACTERS: Final = 240
"""What a photo takes of that room."""


@dataclass(frozen=True, slots=True)
class ChosenExchange:
    """Which of a partner's exchanges to show: those of a start and, if named, of a kind."""

    start: str
    """EDTF, as in the events table."""
    kind: str | None = None

    def picks(self, event: Event) -> bool:
        """Whether the exchange is meant."""
        return self.start == event.start.edtf and (self.kind is None or self.kind in event.types)


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
    language: str = ""
    """In which language the text is, where that is not the reader's own."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A large number with the words beside it."""

    number: str
    """May be empty."""
    words: str
    more: Telling = ()
    """What is said more quietly."""


@dataclass(frozen=True, slots=True)
class StepPhoto:
    """The photo of a step."""

    src: str
    """Where it lies on the server, relative to the root."""
    alt: str
    language: str
    """In which language that is, where it is not the reader's own."""
    caption: Caption
    width: int
    """Pixels."""
    height: int
    """Pixels."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its words, and what the map shows with them. Any of the words may be empty."""

    id: str
    kicker: Telling
    """A line above the title."""
    title: str
    figures: tuple[Figure, ...]
    city: str | None
    """The partner that the map flies to; None for the whole map."""
    year: int
    """The year that the map stands for."""
    statuses: Mapping[str, str]
    """The status of each partner on the map, by id."""
    own_name: str = ""
    """The city's name in its own language, where that is another."""
    own_language: str | None = None
    """The language of that (BCP 47), where its country has one only."""
    lead: str = ""
    """A line below the title."""
    signed_by: Telling = ()
    story: str = ""
    story_language: str = ""
    """In which language the story is, where that is not the reader's own."""
    together: tuple[str, ...] = ()
    """The types of exchange, in words."""
    items_title: str = ""
    items: tuple[Line, ...] = ()
    note: str = ""
    """A quiet line at the end."""
    credit: str = ""
    """The sources of the map."""
    photo: StepPhoto | None = None


def presentation_steps(
    dataset: Dataset, today: datetime.date, choices: Choices, translator: Translator
) -> tuple[Step, ...]:
    """The steps in their order: opening, each partner by its agreement, close."""
    ordered = by_agreement(dataset.partners)
    steps = [_opening(dataset, today, translator)]
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
    """The events of a partner's step, oldest first: the chosen ones, or its newest.

    Of those that nobody chose no two are of one year, nor of one type where there are others.
    """
    events = dataset.events_by_partner[partner.id]
    chosen = choices.exchanges.get(partner.id)
    if chosen is not None:
        return tuple(event for event in events if any(choice.picks(event) for choice in chosen))
    if not events:
        return ()
    newest = events[-1]
    others = [event for event in reversed(events) if event.year != newest.year]
    of_other_types = [event for event in others if event.types.isdisjoint(newest.types)]
    return (*(of_other_types or others)[: MAX_EVENTS - 1], newest)


def _order(partner: Partner) -> tuple[bool, datetime.date, str]:
    fact = partner.first_contacts if partner.agreement is None else partner.agreement.fact
    return partner.agreement is None, fact.date.latest if fact else datetime.date.max, partner.id


def _opening(dataset: Dataset, today: datetime.date, translator: Translator) -> Step:
    seen = overview(dataset, NO_FILTERS).at(today.year, today)
    first = next(iter(by_agreement(dataset.partners)), None)
    lead = ""
    if first is not None and first.agreement_year is not None:
        lead = translator.gettext(
            "First agreement: {city}, {year}",
            city=first.name[translator.language],
            year=first.agreement_year,
        )
    return Step(
        id=OPENING,
        kicker=(),
        title=site_title(dataset.town, translator),
        lead=lead,
        figures=_figures(dataset, today, translator),
        note="; ".join(
            translator.ngettext(
                "Next round anniversary: {date} – {number} year, {city}",
                "Next round anniversary: {date} – {number} years, {city}",
                item.years,
                date=translator.day(item.date),
                city=item.partner.name[translator.language],
            )
            for item in seen.anniversaries[:1]
        ),
        city=None,
        year=today.year,
        statuses=_statuses(dataset.partners, today),
    )


def _figures(dataset: Dataset, today: datetime.date, translator: Translator) -> tuple[Figure, ...]:
    """What the town has come to, in numbers, by the day; what is none is left out."""
    seen = overview(dataset, NO_FILTERS).at(today.year, today)
    events = sum(has_begun(event.start, today) for event in dataset.events)
    ended = [
        partner.ended_year
        for partner in dataset.partners
        if status_on(partner, today) is PartnershipStatus.ENDED
    ]
    first = next(iter(by_agreement(dataset.partners)), None)
    years = 0 if first is None else years_since_agreement(first, today)
    counted = [
        (
            years,
            translator.ngettext(
                "year since the first agreement", "years since the first agreement", years
            ),
        ),
        (
            seen.agreements,
            " ".join(
                (
                    translator.ngettext(
                        "agreement in force", "agreements in force", seen.agreements
                    ),
                    translator.ngettext(
                        "in {number} country", "in {number} countries", seen.countries
                    ),
                )
            ),
        ),
        (
            events,
            translator.ngettext(
                "event with a date and a source", "events with a date and a source", events
            ),
        ),
        (
            seen.contacts,
            translator.ngettext(
                "city in contact, without an agreement",
                "cities in contact, without an agreement",
                seen.contacts,
            ),
        ),
        (
            seen.projects,
            translator.ngettext(
                "partnership for a project", "partnerships for a project", seen.projects
            ),
        ),
        (
            seen.suspended,
            translator.ngettext("cooperation suspended", "cooperations suspended", seen.suspended),
        ),
        (
            seen.undated,
            translator.ngettext(
                "partner city, since when is not known",
                "partner cities, since when is not known",
                seen.undated,
            ),
        ),
        (
            seen.ended,
            translator.ngettext("cooperation ended", "cooperations ended", seen.ended)
            + (f" ({ended[0]})" if len(ended) == 1 else ""),
        ),
    ]
    return tuple(Figure(translator.number(number), words) for number, words in counted if number)[
        :MAX_FIGURES
    ]


def _partner_step(
    dataset: Dataset,
    so_far: tuple[Partner, ...],
    partner: Partner,
    today: datetime.date,
    choices: Choices,
    translator: Translator,
) -> Step:
    year = partner.agreement_year or today.year
    language = translator.language
    summary = told(partner.summary, translator)
    excerpt = first_sentences(summary.text, STORY_CHARACTERS)
    story = isolated(replace(summary, text=excerpt).signed)
    own_name = isolated(partner.own_name) if partner.own_name != partner.name[language] else ""
    note = telling(told(partner.note, translator))
    country = joined((telling(translator.country(partner.country)), note), ", ")
    ordinal = translator.gettext("City no. {number}", number=len(so_far))
    names = [] if partner.agreement is None else signatories_words(partner.agreement, translator)
    signed_by = enumerated(names, translator) if names else ()
    together = tuple(type_names(partner.types, translator))
    items = [
        _exchange_line(event, translator) for event in shown_exchanges(dataset, partner, choices)
    ]
    photo = step_photo_of(dataset, partner)
    room = MAX_CHARACTERS - len(signed(signed_by)) - len(story) - len(" · ".join(together))
    room -= 0 if photo is None else PHOTO_CHARACTERS
    if partner.id not in choices.exchanges:
        while sum(len(item.label) + len(item.text) for item in items) > max(room, 0):
            items.pop(0)
    return Step(
        id=partner.id,
        kicker=joined((telling(ordinal), country), " · "),
        own_name=own_name,
        own_language=own_language(partner.country),
        title=partner.name[language],
        figures=(_together_figure(partner, today, translator),),
        signed_by=signed_by,
        story=story,
        story_language=summary.language,
        together=together,
        items=tuple(items),
        note=draft_words(partner, translator),
        photo=None if photo is None else _photo(photo, translator),
        city=None if partner.coordinate is None else partner.id,
        year=year,
        statuses=_statuses(so_far, datetime.date(year, 12, 31)),
    )


def step_photo_of(dataset: Dataset, partner: Partner) -> Photo | None:
    """The partner's photo, else that of its newest exchange that has one."""
    newest = (event.shown_photo for event in reversed(dataset.events_by_partner[partner.id]))
    return partner.shown_photo or next((one for one in newest if one is not None), None)


def step_photo_path(photo: Photo) -> str:
    """Where the photo of a step lies on the server, relative to the root."""
    return photo_path(photo, fallback_width(photo), FALLBACK[0])


def _photo(photo: Photo, translator: Translator) -> StepPhoto:
    alt, width = told(photo.alt, translator), fallback_width(photo)
    return StepPhoto(
        step_photo_path(photo),
        alt.text,
        alt.language,
        caption(photo, translator),
        width,
        height_at(photo, width),
    )


def _exchange_line(event: Event, translator: Translator) -> Line:
    title = told(event.title, translator)
    when = translator.period(event.start, event.end)
    return Line(when, isolated(title.signed), title.language)


def _together_figure(partner: Partner, today: datetime.date, translator: Translator) -> Figure:
    """The years together in large, with the date and the place of the agreement."""
    stands = standing(partner, today.year, today, translator)
    number = "" if stands.number is None else translator.number(stands.number)
    agreement = partner.agreement
    if agreement is None:
        return Figure(number, stands.words, telling(stands.more))
    date = telling(translator.date(agreement.fact.date))
    where = telling(told(agreement.place, translator))
    name = agreement_name(agreement.kind, translator)
    words = [telling(name, translator.colon, *joined((date, where), ", "))]
    later = [one for one in partner.further_agreements if has_begun(one.fact.date, today)]
    if later:
        newest = translator.date(later[-1].fact.date)
        words.append(telling(translator.gettext("further agreement: {date}", date=newest)))
    if status_on(partner, today) is PartnershipStatus.ENDED:
        words.append(telling(translator.gettext("ended in {year}", year=partner.ended_year)))
    return Figure(number, stands.words, joined(words, " · "))


def _close(dataset: Dataset, today: datetime.date, translator: Translator) -> Step:
    coming = coming_anniversaries(dataset.partners, today)[:MAX_ANNIVERSARIES]
    return Step(
        id=CLOSE,
        kicker=(),
        title=translator.gettext("Today, {date}", date=translator.day(today)),
        figures=_figures(dataset, today, translator),
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
        credit=translator.gettext("Map: Natural Earth · Places: GeoNames (CC BY 4.0)"),
        city=None,
        year=today.year,
        statuses=_statuses(dataset.partners, today),
    )


def _statuses(partners: Iterable[Partner], day: datetime.date) -> Mapping[str, str]:
    """The state of each partner that has one on a day."""
    statuses = {partner.id: status_on(partner, day) for partner in partners}
    return {
        partner_id: status.value
        for partner_id, status in statuses.items()
        if status is not PartnershipStatus.NONE
    }
