"""The built-in basemap is small, rounded, and has no land where there is sea."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator

import pytest

from partner_map.settings import basemap_file
from tests.support.folders import FROZEN

MAX_BYTES = 250_000
MAX_EDGE_DEGREES = 15.0
"""Degrees of longitude; no coast or border runs straight for so long."""
SOUTHERN_EDGE, NORTHERN_EDGE = 27.0, 73.0

Position = tuple[float, float]


@pytest.fixture(scope="module")
def countries() -> list[tuple[str | None, list[list[list[Position]]]]]:
    collection = json.loads((basemap_file(FROZEN)).read_text(encoding="utf-8"))
    return [
        (feature["properties"].get("country"), feature["geometry"]["coordinates"])
        for feature in collection["features"]
    ]


def edges(polygons: list[list[list[Position]]]) -> Iterator[tuple[Position, Position]]:
    for polygon in polygons:
        for ring in polygon:
            yield from itertools.pairwise(ring)


def holds(polygons: list[list[list[Position]]], longitude: float, latitude: float) -> bool:
    """Whether a point lies inside, by the even-odd rule."""
    crossings = 0
    for (x1, y1), (x2, y2) in edges(polygons):
        if (y1 > latitude) != (y2 > latitude):
            crossings += longitude < x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
    return crossings % 2 == 1


def test_it_is_small() -> None:
    assert (basemap_file(FROZEN)).stat().st_size <= MAX_BYTES


def test_no_outline_is_torn_across_the_map(
    countries: list[tuple[str | None, list[list[list[Position]]]]],
) -> None:
    torn = {
        country
        for country, polygons in countries
        for (x1, y1), (x2, y2) in edges(polygons)
        if abs(x2 - x1) > MAX_EDGE_DEGREES and not y1 == y2 in (SOUTHERN_EDGE, NORTHERN_EDGE)
    }

    assert torn == set()


@pytest.mark.parametrize(
    ("place", "longitude", "latitude", "country"),
    [
        ("Konstancin-Jeziorna", 21.118, 52.094, "PL"),
        ("Murmansk", 33.08, 68.9, "RU"),
        ("the Norwegian Sea", 5.0, 71.2, None),
        ("the Barents Sea", 40.0, 71.2, None),
        ("Simferopol", 34.1, 44.95, "UA"),
        ("Kerch", 36.3, 45.3, "UA"),
        ("Kyrenia", 33.3, 35.3, "CY"),
        ("Pristina", 21.1, 42.6, "XK"),
        ("Krasnodar", 38.97, 45.04, "RU"),
    ],
)
def test_a_place_lies_in_its_country(
    countries: list[tuple[str | None, list[list[list[Position]]]]],
    place: str,
    longitude: float,
    latitude: float,
    country: str | None,
) -> None:
    found = [code for code, polygons in countries if holds(polygons, longitude, latitude)]

    assert found == ([] if country is None else [country]), place
