"""The tour goes through the years, the partners and the whole, and round again."""

from __future__ import annotations

from partner_map.tables import read_dataset
from partner_map.tour import tour_stop
from tests.support.folders import FROZEN

DATASET = read_dataset(FROZEN)
LAST = 2026
YEARS = LAST - DATASET.town.first_year + 1
STOPS = YEARS + len(DATASET.partners) + 1


def test_the_years_come_first_from_the_first_to_the_last() -> None:
    stops = [tour_stop(DATASET, number, LAST) for number in range(YEARS)]

    assert [stop.year for stop in stops] == list(range(DATASET.town.first_year, LAST + 1))
    assert all(stop.city is None for stop in stops)


def test_each_partner_comes_once_in_the_last_year_and_then_the_whole() -> None:
    stops = [tour_stop(DATASET, number, LAST) for number in range(YEARS, STOPS)]

    assert [stop.city for stop in stops] == [*(partner.id for partner in DATASET.partners), None]
    assert {stop.year for stop in stops} == {LAST}


def test_after_the_last_stop_comes_the_first() -> None:
    assert tour_stop(DATASET, STOPS, LAST) == tour_stop(DATASET, 0, LAST)


def test_every_stop_can_be_read() -> None:
    assert all(tour_stop(DATASET, number, LAST).seconds >= 1 for number in range(STOPS))
