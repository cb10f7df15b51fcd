"""The basemap for the tables at hand: Europe as it is kept, or the world, finest near places."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from partner_map import settings
from partner_map.mapview.basemap import EUROPE, basemap_of, draws_world
from partner_map.model import Coordinate, Dataset
from partner_map.tables import read_dataset
from partner_map.tables.outlines import is_in_country
from tests.support.folders import FROZEN, PARTNER, WORLDWIDE, worldwide_partners, write_folder

MAX_EUROPE, MAX_WORLD = 68_108, 200_000
"""Bytes, compressed with gzip; the first is what it had when there was Europe only."""


@pytest.fixture(scope="module")
def worldwide(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read_dataset(write_folder(tmp_path_factory.mktemp("world"), worldwide_partners()))


@pytest.fixture(scope="module")
def countries(worldwide: Dataset) -> dict[str, list[list[list[list[float]]]]]:
    features = json.loads(basemap_of(worldwide))["features"]
    return {
        feature["properties"].get("country", ""): feature["geometry"]["coordinates"]
        for feature in features
    }


def holds(polygons: list[Any], longitude: float, latitude: float) -> bool:
    """Whether a point lies inside, by the even-odd rule, on whichever turn."""
    crossings = 0
    for turn in (-360, 0, 360):
        for polygon in polygons:
            for ring in polygon:
                for (x1, y1), (x2, y2) in pairwise(ring):
                    if (y1 > latitude) != (y2 > latitude):
                        at = x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
                        crossings += longitude + turn < at
    return crossings % 2 == 1


def test_for_partners_in_europe_it_is_the_kept_one_and_no_larger_than_ever() -> None:
    contents = basemap_of(read_dataset(FROZEN))

    assert contents == settings.kept_basemap().read_bytes()
    assert len(gzip.compress(contents)) <= MAX_EUROPE


def test_the_layer_has_the_same_europe() -> None:
    layer = settings.PACKAGE_FOLDER / "mapview" / "assets" / "geometry.js"

    (south, west), (north, east) = EUROPE
    assert f"  [{south:g}, {west:g}],\n  [{north:g}, {east:g}],\n" in layer.read_text("utf-8")


def test_for_partners_on_six_continents_it_is_the_world_and_small(worldwide: Dataset) -> None:
    assert draws_world(worldwide)
    assert len(gzip.compress(basemap_of(worldwide))) <= MAX_WORLD


def test_it_stays_small_with_partners_wherever_there_is_land(tmp_path: Path) -> None:
    partners = [
        PARTNER | {"id": f"p-{x + 180}-{y + 90}", "country": "BV"} | cells
        for y in range(-50, 75, 8)
        for x in range(-176, 180, 9)
        for cells in [{"latitude": str(y), "longitude": str(x)}]
    ]
    dataset = read_dataset(write_folder(tmp_path / "tables", partners))

    assert len(gzip.compress(basemap_of(dataset))) <= MAX_WORLD


def test_one_partner_beyond_europe_is_enough(tmp_path: Path) -> None:
    near, far = PARTNER, next(row for row in worldwide_partners() if row["id"] == "astana")

    assert not draws_world(read_dataset(write_folder(tmp_path / "near", [near])))
    assert draws_world(read_dataset(write_folder(tmp_path / "far", [near, far])))


def test_a_folders_own_basemap_is_drawn_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_folder(tmp_path / "tables", worldwide_partners())
    (folder / "basemap.geojson").write_text('{"type":"FeatureCollection","features":[]}')
    monkeypatch.setenv("PARTNER_MAP_DATA", str(folder))

    assert basemap_of(read_dataset(folder)) == (folder / "basemap.geojson").read_bytes()


@pytest.mark.parametrize("name", WORLDWIDE)
def test_a_partner_stands_on_its_country_or_by_its_shore(
    countries: dict[str, list[Any]], name: str
) -> None:
    country, latitude, longitude = WORLDWIDE[name]
    around = [(0.0, 0.0), (0.1, 0.0), (-0.1, 0.0), (0.0, 0.1), (0.0, -0.1)]

    assert any(
        holds(countries[country], longitude + aside, latitude + up) for up, aside in around
    ), name


@pytest.mark.parametrize(
    ("place", "country", "latitude", "longitude"),
    [
        ("Simferopol", "UA", 44.95, 34.1),
        ("Kyrenia", "CY", 35.3, 33.3),
        ("Hargeisa", "SO", 9.5, 44.0),
        ("Pristina", "XK", 42.6, 21.1),
        ("the Antarctic plateau", "AQ", -80.0, 60.0),
        ("Chukotka", "RU", 66.5, -173.0),
    ],
)
def test_a_place_lies_in_one_country(
    countries: dict[str, list[Any]], place: str, country: str, latitude: float, longitude: float
) -> None:
    found = [code for code, polygons in countries.items() if holds(polygons, longitude, latitude)]

    assert found == [country], place


def test_no_outline_is_torn_across_the_map(countries: dict[str, list[Any]]) -> None:
    torn = {
        country
        for country, polygons in countries.items()
        for polygon in polygons
        for ring in polygon
        for (x1, y1), (x2, y2) in pairwise(ring)
        if abs(x2 - x1) > 20 and not y1 == y2 == -85.06 and not 48 < y1 < 50  # the 49th parallel
    }

    assert torn == set()


def test_every_partner_is_in_its_country() -> None:
    for country, latitude, longitude in WORLDWIDE.values():
        place = Coordinate(latitude, longitude, "")
        assert is_in_country(place, country, settings.world_file()), country
