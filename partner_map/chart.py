"""What the chart of the timeline shows: the same at each of its steps.

It depends on the Dataset, the filters, the chosen partner and the language alone, and is computed
once for all visitors who share these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from partner_map.dates import ImpreciseDate, Precision
from partner_map.i18n.letters import isolated
from partner_map.i18n.translator import Translator, translator_for
from partner_map.model import Dataset, Filters, Partner, kept_with_dataset
from partner_map.overview import overview
from partner_map.summary import no_dates_words
from partner_map.timeline import TimelineYear, event_years

MAX_NAMED = 60
"""With more agreements each year has one mark with their number."""


def timeline_chart(
    dataset: Dataset, filters: Filters, city: str | None, language: str, last_year: int
) -> Mapping[str, Any]:
    """The chart from the town's first year to the last, as the page's script draws it.

    A place in time is a year with its middle at a whole number: 1991.0 is the middle of 1991.
    """
    shown = Filters(types=filters.types, countries=filters.countries)
    return _timeline_chart(dataset, shown, city, language, last_year)


@kept_with_dataset(max_results=64)
def _timeline_chart(
    dataset: Dataset, filters: Filters, city: str | None, language: str, last_year: int
) -> Mapping[str, Any]:
    translator = translator_for(language)
    seen = overview(dataset, filters)
    first_year = dataset.town.first_year
    years = [seen.year(year) for year in range(first_year, last_year + 1)]
    chosen = next((partner for partner in seen.partners if partner.id == city), None)
    shares = event_years(dataset, chosen.id, filters.types) if chosen else {}
    marks = _marks(years, chosen, language)
    total = sum(item.events for item in years)
    return {
        "first": first_year,
        "last": last_year,
        "marks": marks,
        "bars": [
            [item.year, item.events, shares.get(item.year, 0)] for item in years if item.events
        ],
        "share": chosen is not None,
        "legend": _legend(years, chosen, bool(marks), translator),
        "total": total_words(total, translator) if total else "",
        "label": _label(years, translator),
    }


def place_in_time(date: ImpreciseDate) -> float:
    """Where a date stands: its day, the middle of its month, or the middle of its last year."""
    year = date.latest.year
    if date.precision not in (Precision.DAY, Precision.MONTH):
        return float(year)
    middle = date.earliest + (date.latest - date.earliest) / 2
    days = (middle - middle.replace(month=1, day=1)).days + 0.5
    return round(year - 0.5 + days / middle.replace(month=12, day=31).timetuple().tm_yday, 2)


def signed_in(item: TimelineYear) -> list[tuple[ImpreciseDate, Partner]]:
    """What was signed in a year: the date of each document and the partner."""
    partners = item.agreements + item.projects + item.further_agreements
    return [
        (document.fact.date, partner)
        for partner in {one.id: one for one in partners}.values()
        for document in partner.documents
        if document.fact.date.latest.year == item.year
    ]


def _marks(
    years: Sequence[TimelineYear], chosen: Partner | None, language: str
) -> list[dict[str, Any]]:
    """A mark an agreement, by its date; of too many a mark a year, with their number."""
    if sum(len(signed_in(item)) for item in years) > MAX_NAMED:
        return [
            {"at": float(item.year), "name": str(len(signed_in(item)))}
            for item in years
            if signed_in(item)
        ]
    marks = [
        {"at": place_in_time(date), "name": partner.name[language]}
        | ({"chosen": True} if partner is chosen else {})
        for item in years
        for date, partner in signed_in(item)
    ]
    return sorted(marks, key=lambda mark: mark["at"])


def _legend(
    years: Sequence[TimelineYear], chosen: Partner | None, has_marks: bool, translator: Translator
) -> list[list[str]]:
    """What each kind of mark means: the kind and the words."""
    legend = [["agreement", signed_words(translator)]] if has_marks else []
    most = max(years, key=lambda item: item.events)
    if not most.events:
        return legend or [["", no_dates_words(translator)]]
    if chosen is not None:
        return [
            *legend,
            ["share", share_words(chosen.name[translator.language], translator)],
            ["events", others_words(translator)],
        ]
    is_shared = sum(item.events == most.events for item in years) > 1
    words = most_words(most.events, None if is_shared else most.year, translator)
    return [*legend, ["events", words]]


def signed_words(translator: Translator) -> str:
    """What a dot means."""
    return translator.gettext("agreement signed")


def share_words(city: str, translator: Translator) -> str:
    """What the chosen city's part of a bar means."""
    return translator.gettext("events: {city}", city=city)


def others_words(translator: Translator) -> str:
    """What the rest of a bar means then."""
    return translator.gettext("events with other cities")


def most_words(events: int | str, year: int | str | None, translator: Translator) -> str:
    """What a bar means, and the most events of a year; None for a year that is not the only one."""
    if year is None:
        return translator.gettext("events in a year (at most {number})", number=events)
    return translator.gettext(
        "events in a year (at most {number} – in {year})", number=events, year=year
    )


def total_words(events: int, translator: Translator) -> str:
    """How many events there are in all."""
    return translator.ngettext(
        "{number} event with a date in all", "{number} events with a date in all", events
    )


def agreements_label(listed: str, translator: Translator) -> str:
    """The agreements in the chart's description."""
    return translator.gettext("Agreements: {list}.", list=listed)


def events_label(listed: str, translator: Translator) -> str:
    """The events in the chart's description."""
    return translator.gettext("Events: {list}.", list=listed)


def _label(years: Sequence[TimelineYear], translator: Translator) -> str:
    """The whole chart in words."""
    many = sum(len(signed_in(item)) for item in years) > MAX_NAMED
    agreements = [
        f"{len(signed_in(item)) if many else _names(item, translator)} ({item.year})"
        for item in years
        if signed_in(item)
    ]
    events = [f"{item.events} ({item.year})" for item in years if item.events]
    parts = []
    if agreements:
        parts.append(agreements_label(", ".join(agreements), translator))
    if events:
        parts.append(events_label(", ".join(events), translator))
    return " ".join(parts) or no_dates_words(translator)


def _names(item: TimelineYear, translator: Translator) -> str:
    return ", ".join(isolated(partner.name[translator.language]) for _, partner in signed_in(item))
