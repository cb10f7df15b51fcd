"""What the explorer says of all partners that the filters let through.

A step of the timeline costs the same however many partners there are: each answer is
computed once for a Dataset, filters and a year, and kept as long as the Dataset is.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from partner_map.dates import Precision
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import standing_words
from partner_map.model import (
    NO_FILTERS,
    Dataset,
    ExchangeType,
    Filters,
    Partner,
    PartnershipStatus,
    kept_with_dataset,
    partner_types,
)
from partner_map.timeline import (
    Anniversary,
    TimelineYear,
    has_begun,
    is_told,
    next_anniversaries,
    status_on,
    timeline_years,
    told_day,
)

_OF_A_YEAR = (Precision.DAY, Precision.MONTH, Precision.YEAR)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the partnerships stand on a day."""

    day: datetime.date
    shown: tuple[Partner, ...]
    """Those that stand on the map, by the year that is printed of them; what has ended, last."""
    partners: int
    """How many are partner cities: all but those in contact and those that have ended."""
    partner_countries: int
    """In how many countries these lie."""
    agreements: int
    """How many have an agreement in force."""
    countries: int
    """In how many countries these lie."""
    contacts: int
    projects: int
    suspended: int
    undated: int
    """Of how many no date is known."""
    ended: int
    first_agreement: int | None
    """The year of the first agreement of all, also of one that has ended since."""
    anniversaries: tuple[Anniversary, ...]
    """The next round ones, seen from the day."""


def elsewhere_words(standing: Standing, translator: Translator) -> list[str]:
    """How many partnerships stand elsewhere than in force, for each where there are any."""
    return standing_words(
        translator,
        projects=standing.projects,
        suspended=standing.suspended,
        undated=standing.undated,
        contacts=standing.contacts,
        ended=standing.ended,
    )


class Overview:
    """The partners that filters let through, and what is said of them all."""

    def __init__(self, dataset: Dataset, filters: Filters) -> None:
        self.partners = chosen_partners(dataset, filters)
        self._years = timeline_years(dataset, self.partners, filters.types)
        self._standings: dict[tuple[datetime.date, bool], Standing] = {}

    def year(self, year: int) -> TimelineYear:
        """What happened in a year of the timeline."""
        return self._years.get(year, TimelineYear(year))

    def at(self, year: int, today: datetime.date) -> Standing:
        """Where the partnerships stand at the end of a year, or today in the current one."""
        day = told_day(year, today)
        asked = day, day.year >= today.year
        found = self._standings.get(asked)
        if found is None:
            told = [partner for partner in self.partners if is_told(partner, day, today)]
            found = self._standings[asked] = _standing(told, day)
        return found


def chosen_partners(dataset: Dataset, filters: Filters) -> tuple[Partner, ...]:
    """The partners of the chosen countries with any of the chosen types of exchange.

    Nothing chosen lets everything through; what else the filters choose is of exchanges.
    """
    return tuple(
        partner
        for partner in dataset.partners
        if (not filters.countries or partner.country in filters.countries)
        and (not filters.types or not filters.types.isdisjoint(partner_types(dataset, partner)))
    )


def overview(dataset: Dataset, filters: Filters) -> Overview:
    """The overview for the types and countries of the filters."""
    return _overview(dataset, filters.types, filters.countries)


@kept_with_dataset(max_results=8)
def _overview(
    dataset: Dataset, types: frozenset[ExchangeType], countries: frozenset[str]
) -> Overview:
    return Overview(dataset, Filters(types=types, countries=countries))


def prepare(dataset: Dataset, today: datetime.date) -> None:
    """Compute what the first visitors would wait for: every year, without filters."""
    whole = overview(dataset, NO_FILTERS)
    for year in range(dataset.town.first_year, today.year + 1):
        whole.at(year, today)


def _standing(partners: Collection[Partner], day: datetime.date) -> Standing:
    statuses = {partner.id: status_on(partner, day) for partner in partners}

    def of(*wanted: PartnershipStatus) -> list[Partner]:
        return [partner for partner in partners if statuses[partner.id] in wanted]

    in_force, undated = of(PartnershipStatus.AGREEMENT), of(PartnershipStatus.UNDATED)
    projects, suspended = of(PartnershipStatus.PROJECT), of(PartnershipStatus.SUSPENDED)
    contacts, ended = of(PartnershipStatus.CONTACTS), of(PartnershipStatus.ENDED)
    signed = [partner.lasting_year for partner in in_force + suspended + ended]
    dated = in_force + projects + suspended
    going_on = sorted(dated + contacts, key=lambda partner: listed_year(partner, day))
    return Standing(
        day=day,
        shown=(*going_on, *undated, *sorted(ended, key=lambda partner: listed_year(partner, day))),
        partners=len(dated + undated),
        partner_countries=_countries(dated + undated),
        agreements=len(in_force),
        countries=_countries(in_force),
        contacts=len(contacts),
        projects=len(projects),
        suspended=len(suspended),
        undated=len(undated),
        ended=len(ended),
        first_agreement=min((year for year in signed if year is not None), default=None),
        anniversaries=next_anniversaries(partners, day),
    )


def _countries(partners: Collection[Partner]) -> int:
    return len({partner.country for partner in partners})


def printed_year(partner: Partner, day: datetime.date) -> int | None:
    """The year that stands beside a partner on a day: of its agreement, or else of the contacts.

    None where the sources state less than a year.
    """
    fact = partner.first_contacts
    if partner.agreement is not None and has_begun(partner.agreement.fact.date, day):
        fact = partner.agreement.fact
    if fact is None or fact.date.precision not in _OF_A_YEAR:
        return None
    return fact.date.latest.year


def listed_year(partner: Partner, day: datetime.date) -> int:
    """The year by which a partner has its place in the list, however well it is known."""
    agreement = partner.agreement
    if agreement is not None and has_begun(agreement.fact.date, day):
        return agreement.fact.date.latest.year
    return partner.contacts_year or 0
