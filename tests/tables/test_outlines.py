"""Whether a place lies in its country, on a country that is a square of one degree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from partner_map.model import Coordinate
from partner_map.tables.outlines import OutlinesError, country_outlines, is_in_country

# Square LV, from 50 N 20 E to 51 N 21 E; a degree of latitude has 111.2 km there.
RING = [[20, 50], [21, 50], [21, 51], [20, 51], [20, 50]]


@pytest.fixture
def basemap(tmp_path: Path) -> Path:
    square = {"type": "Polygon", "coordinates": [RING]}
    feature = {"type": "Feature", "properties": {"country": "LV"}, "geometry": square}
    path = tmp_path / "basemap.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
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
    basemap: Path, latitude: float, inside: bool
) -> None:
    assert is_in_country(Coordinate(latitude, 20.5, ""), "LV", basemap) is inside


def test_of_a_country_that_is_not_drawn_nothing_is_said(basemap: Path) -> None:
    assert is_in_country(Coordinate(50.5, 20.5, ""), "EE", basemap) is None


@pytest.mark.parametrize("text", ["", "{}", '{"features": [{"properties": {"country": "LV"}}]}'])
def test_what_is_no_basemap_says_so(tmp_path: Path, text: str) -> None:
    broken = tmp_path / "basemap.geojson"
    broken.write_text(text)

    with pytest.raises(OutlinesError, match="restore the file"):
        country_outlines(broken)
