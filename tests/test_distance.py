"""Every distance that is shown is in kilometres, along the ellipsoid."""

from __future__ import annotations

import pytest

from partner_map.distance import distance_km
from partner_map.model import Coordinate
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN
from tests.support.globe import vincenty_km

DATASET = read_dataset(FROZEN)


def place(latitude: float, longitude: float) -> Coordinate:
    return Coordinate(latitude, longitude, "https://a.example/")


def test_a_degree_of_the_meridian_from_the_equator_is_as_long_as_published() -> None:
    """110.574 km on WGS 84, as any table of the lengths of degrees has it."""
    assert distance_km(place(0, 0), place(1, 0)) == pytest.approx(110.574, abs=0.001)


def test_a_degree_of_the_equator_is_as_long_as_published() -> None:
    """111.320 km on WGS 84; nowhere else is a degree of longitude so long."""
    assert distance_km(place(0, 10), place(0, 11)) == pytest.approx(111.320, abs=0.001)


def test_the_testing_line_of_vincenty_has_its_length() -> None:
    """Flinders Peak to Buninyong in Australia: 54.972 km (Geoscience Australia)."""
    flinders = place(-(37 + 57 / 60 + 3.72030 / 3600), 144 + 25 / 60 + 29.52440 / 3600)
    buninyong = place(-(37 + 39 / 60 + 10.15610 / 3600), 143 + 55 / 60 + 35.38390 / 3600)

    assert distance_km(flinders, buninyong) == pytest.approx(54.972, abs=0.001)
    assert vincenty_km(flinders, buninyong) == pytest.approx(54.972, abs=0.001)


@pytest.mark.parametrize("partner_id", sorted(DATASET.by_id))
def test_a_partner_is_as_far_as_another_formula_says(partner_id: str) -> None:
    there = DATASET.by_id[partner_id].coordinate

    assert there is not None
    expected = vincenty_km(DATASET.town.coordinate, there)
    assert distance_km(DATASET.town.coordinate, there) == pytest.approx(expected, abs=0.001)
    assert distance_km(there, DATASET.town.coordinate) == pytest.approx(expected, abs=0.001)
