"""Whether a place lies in its country, on a country that is a square of one degree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from partner_map.model import Coordinate
from partner_map.tables.outlines import OutlinesError, is_in_country, outline_of

# Square LV, from 50 N 20 E to 51 N 21 E; a degree of latitude has 111.2 km there.
SQUARE = [[20, 50], [1, 0], [0, 1], [-1, 0], [0, -1]]
WORLD = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [SQUARE],
    "ranks": ["55555"],
    "objects": {"countries": {"geometries": [{"id": "LV", "arcs": [[[0]]]}]}},
    "islands": {"LV": [[25, 50]]},
}


@pytest.fixture
def world(tmp_path: Path) -> Path:
    path = tmp_path / "world.json"
    path.write_text(json.dumps(WORLD))
    return path


@pytest.mark.parametrize(
    ("latitude", "inside"),
    [
        (50.5, True),
        (51.0, True),
        (51.085, True),  # 9.5 km
        (51.095, False),  # 10.6 km
        (49.905, False),
        (20.5, False),  # latitude and longitude swapped
    ],
)
def test_a_place_within_ten_kilometres_is_in_the_country(
    world: Path, latitude: float, inside: bool
) -> None:
    assert is_in_country(Coordinate(latitude, 20.5, ""), "LV", world) is inside


@pytest.mark.parametrize(
    ("longitude", "inside"),
    [(21.13, True), (21.15, False)],  # 9.1 and 10.5 km: a degree of longitude has 70 km there
)
def test_a_degree_of_longitude_is_shorter_than_one_of_latitude(
    world: Path, longitude: float, inside: bool
) -> None:
    assert is_in_country(Coordinate(50.97, longitude, ""), "LV", world) is inside


@pytest.mark.parametrize(("latitude", "inside"), [(50.22, True), (50.23, False)])
def test_a_place_within_25_kilometres_of_an_island_is_in_the_country(
    world: Path, latitude: float, inside: bool
) -> None:
    assert is_in_country(Coordinate(latitude, 25.0, ""), "LV", world) is inside


def test_of_a_country_that_is_not_known_nothing_is_said(world: Path) -> None:
    assert is_in_country(Coordinate(50.5, 20.5, ""), "EE", world) is None


@pytest.mark.parametrize("text", ["", "{}", '{"transform": {"scale": [1, 1]}}'])
def test_what_is_no_atlas_says_so(tmp_path: Path, text: str) -> None:
    broken = tmp_path / "world.json"
    broken.write_text(text)

    with pytest.raises(OutlinesError, match="restore the file"):
        outline_of("LV", broken)
