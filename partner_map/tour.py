"""The kiosk's tour: the years of the timeline, then the partners, then the whole picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from partner_map.model import Dataset

YEAR_SECONDS: Final = 1.2
CITY_SECONDS: Final = 10.0
"""Long enough to read a city's facts."""
WHOLE_SECONDS: Final = 8.0


@dataclass(frozen=True, slots=True)
class TourStop:
    """What the tour shows, and for how many seconds."""

    year: int
    city: str | None
    seconds: float


def tour_stop(dataset: Dataset, number: int, last_year: int) -> TourStop:
    """The stop of a number from 0 on; after the last comes the first again."""
    first = dataset.town.first_year
    years = last_year - first + 1
    number %= years + len(dataset.partners) + 1
    if number < years:
        return TourStop(first + number, None, YEAR_SECONDS)
    if number < years + len(dataset.partners):
        return TourStop(last_year, dataset.partners[number - years].id, CITY_SECONDS)
    return TourStop(last_year, None, WHOLE_SECONDS)
