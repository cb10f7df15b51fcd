"""What the explorer tells of all partners together, reckoned once for all who look at the same.

So that a step costs the server the same with eight partners and with thousands.
"""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from partner_map.filters import chosen_partners
from partner_map.model import Dataset, State, View
from partner_map.timeline import (
    Anniversary,
    TimelineYear,
    next_anniversaries,
    state_at,
    timeline_years,
)


@dataclass(frozen=True, slots=True)
class Overview:
    """Where the partnerships stand at the end of a year."""

    agreements: int
    """How many are in force."""
    countries: int
    """In how many countries they are."""
    contacts: int
    ended: int
    anniversaries: tuple[Anniversary, ...]
    """The round anniversary that comes next; several when they share the day."""


def overview(dataset: Dataset, view: View, today: datetime.date) -> Overview:
    """The chosen partners at the end of the View's year, seen from its end or from today."""
    seen_from = min(today, datetime.date(view.year, 12, 31))
    return _overview(dataset, _filters(view), view.year, seen_from)


def strip(dataset: Dataset, view: View, first: int, last: int) -> tuple[TimelineYear, ...]:
    """The years of the strip above the slider, of the chosen partners."""
    return _strip(dataset, _filters(view), first, last)


def _filters(view: View) -> View:
    """The View with nothing left but what chooses partners."""
    return View(0, types=view.types, countries=view.countries)


@lru_cache(maxsize=256)
def _overview(dataset: Dataset, filters: View, year: int, today: datetime.date) -> Overview:
    chosen = chosen_partners(dataset, filters)
    states = [state_at(partner, year) for partner in chosen]
    counts = Counter(states)
    in_force = zip(chosen, states, strict=True)
    return Overview(
        agreements=counts[State.AGREEMENT],
        countries=len({item.country for item, state in in_force if state is State.AGREEMENT}),
        contacts=counts[State.CONTACTS],
        ended=counts[State.ENDED],
        anniversaries=next_anniversaries(chosen, today),
    )


@lru_cache(maxsize=64)
def _strip(dataset: Dataset, filters: View, first: int, last: int) -> tuple[TimelineYear, ...]:
    return timeline_years(dataset, chosen_partners(dataset, filters), first, last)
