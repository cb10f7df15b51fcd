"""What is said of all partners on a day, and of each in their list."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partner_map.i18n.letters import collation_key, isolated
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import capitalized, lasting_words, partners_words, type_names
from partner_map.model import Filters, Partner, PartnershipStatus
from partner_map.overview import Overview, Standing, elsewhere_words, printed_year
from partner_map.timeline import Anniversary, status_on

ROWS_A_PAGE = 10
"""Of the list, so that a step costs the same however many cities there are."""
MAX_ANNIVERSARIES = 3
"""So that a step stays small however many share the day."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The town's ties on a day."""

    day: str
    """Of which day all this is true."""
    heading: str
    """How many partners there are, in how many countries."""
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class CityRow:
    """A partner in the list of a day."""

    id: str
    name: str
    country: str
    year: str
    """Since when, or a dash where no source tells a year."""
    lasting: str
    """How long it has lasted, or what else there is to say of it."""
    has_ended: bool


def summary_of(standing: Standing, is_today: bool, translator: Translator) -> Summary:
    """What is said of a day: today, or the end of a year that is over."""
    return Summary(
        day_words(standing.day.year, is_today, translator),
        partners_words(standing.partners, standing.partner_countries, translator),
        [
            *_standing_lines(standing, translator),
            *map(capitalized, _anniversary_lines(standing.anniversaries, translator)),
            invitation(translator),
        ],
    )


def day_words(year: int, is_today: bool, translator: Translator) -> str:
    """Of which day it is told: of today, or of the end of a year."""
    if is_today:
        return translator.gettext("Today")
    return translator.gettext("At the end of {year}", year=year)


def first_agreement_words(year: int | str, translator: Translator) -> str:
    """Of which year the first agreement is."""
    return translator.gettext("first agreement: {year}", year=year)


def next_anniversary_words(years: int, city: str, date: str, translator: Translator) -> str:
    """Which round anniversary comes next."""
    return translator.ngettext(
        "next round anniversary: {number} year with {city}, {date}",
        "next round anniversary: {number} years with {city}, {date}",
        years,
        city=city,
        date=date,
    )


def more_anniversaries_words(more: int, translator: Translator) -> str:
    """How many anniversaries there are beside those that are named."""
    return translator.ngettext(
        "{number} more anniversary on that day",
        "{number} more anniversaries on that day",
        more,
    )


def invitation(translator: Translator) -> str:
    """How to learn more."""
    return translator.gettext("Choose a city to read its story.")


def city_row(partner: Partner, day: datetime.date, translator: Translator) -> CityRow:
    """A partner in the list of a day."""
    return CityRow(
        partner.id,
        partner.name[translator.language],
        translator.country(partner.country),
        str(printed_year(partner, day) or "–"),
        lasting_words(partner, day, translator),
        status_on(partner, day) is PartnershipStatus.ENDED,
    )


def no_cities_words(seen: Overview, year: int | str, translator: Translator) -> str:
    """Why there is no city to list."""
    if not seen.partners:
        return no_match_words(translator)
    if all(partner.is_undated for partner in seen.partners):
        return no_dates_words(translator)
    return no_contacts_words(year, translator)


def no_match_words(translator: Translator) -> str:
    """That the filters leave no city."""
    return translator.gettext("No city matches the filters.")


def no_dates_words(translator: Translator) -> str:
    """That no source tells a date."""
    return translator.gettext("No dates are known yet.")


def no_contacts_words(year: int | str, translator: Translator) -> str:
    """That a year is before all contacts."""
    return translator.gettext("No contacts yet at the end of {year}.", year=year)


def filters_words(filters: Filters, cities: int | str, translator: Translator) -> str:
    """What the filters of the map choose, and how many cities they leave."""
    chosen = type_names(filters.types, translator) + sorted(
        (translator.country(code) for code in filters.countries), key=collation_key
    )
    return shown_words(", ".join(chosen), cities, translator)


def shown_words(filters: str, cities: int | str, translator: Translator) -> str:
    """What is shown, and how many cities."""
    return translator.gettext("Shown: {filters} ({number})", filters=filters, number=cities)


def _standing_lines(standing: Standing, translator: Translator) -> list[str]:
    lines = elsewhere_words(standing, translator)
    if standing.first_agreement is not None:
        lines.insert(0, first_agreement_words(standing.first_agreement, translator))
    return [capitalized(" · ".join(lines))] if lines else []


def _anniversary_lines(coming: Sequence[Anniversary], translator: Translator) -> Iterator[str]:
    """The first of the anniversaries that share the day, and how many more there are."""
    for item in coming[:MAX_ANNIVERSARIES]:
        name = isolated(item.partner.name[translator.language])
        date = translator.day(item.date)
        yield next_anniversary_words(item.years, name, date, translator)
    if (more := len(coming) - MAX_ANNIVERSARIES) > 0:
        yield more_anniversaries_words(more, translator)
