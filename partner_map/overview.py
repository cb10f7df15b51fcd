"""What the explorer says of all partners that the filters let through.

A step of the timeline costs the same however many partners there are: each answer is
computed once for a Dataset, filters and a year, and kept as long as the Dataset is.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass

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
    next_anniversaries,
    status_at,
    timeline_years,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the partnerships stand at the end of a year."""

    shown: tuple[Partner, ...]
    """Those that stand on the map, in the order of the Dataset."""
    agreements: int
    """How many have an agreement in force."""
    countries: int
    """In how many countries these lie."""
    contacts: int
    ended: int
    anniversaries: tuple[Anniversary, ...]
    """The next round ones, seen from the year's end or from today."""


class Overview:
    """The partners that filters let through, and what is said of them all."""

    def __init__(self, dataset: Dataset, filters: Filters) -> None:
        self.partners = chosen_partners(dataset, filters)
        self._years = timeline_years(dataset, self.partners, filters.types)
        self._standings: dict[tuple[int, datetime.date], Standing] = {}

    def year(self, year: int) -> TimelineYear:
        """What happened in a year of the timeline."""
        return self._years.get(year, TimelineYear(year))

    def at(self, year: int, today: datetime.date) -> Standing:
        """Where the partnerships stand at the end of a year."""
        seen_from = min(today, datetime.date(year, 12, 31))
        found = self._standings.get((year, seen_from))
        if found is None:
            found = _standing(self.partners, year, seen_from)
            self._standings[year, seen_from] = found
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


def _standing(partners: Collection[Partner], year: int, seen_from: datetime.date) -> Standing:
    statuses = [(partner, status_at(partner, year)) for partner in partners]
    in_force = [partner for partner, status in statuses if status is PartnershipStatus.AGREEMENT]
    return Standing(
        shown=tuple(
            partner for partner, status in statuses if status is not PartnershipStatus.NONE
        ),
        agreements=len(in_force),
        countries=len({partner.country for partner in in_force}),
        contacts=sum(status is PartnershipStatus.CONTACTS for _, status in statuses),
        ended=sum(status is PartnershipStatus.ENDED for _, status in statuses),
        anniversaries=next_anniversaries(partners, seen_from),
    )
