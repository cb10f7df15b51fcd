"""The outlines of the countries: whether a place lies in its country, without the network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from geopy.distance import geodesic
from shapely import Point, prepare
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points, unary_union

from partner_map.errors import PartnerMapError
from partner_map.model import Coordinate

TOLERANCE_KM: Final = 10.0
"""A place so near its country is in it: outlines at 1:50m round off coasts and borders."""


class OutlinesError(PartnerMapError):
    """Raised when a basemap cannot be read."""


@lru_cache(maxsize=4)
def country_outlines(basemap: Path) -> Mapping[str, BaseGeometry]:
    """The outline of each country of a basemap (GeoJSON), by ISO 3166-1 alpha-2 code.

    Raises:
        OutlinesError: The file is not there, or no basemap.
    """
    try:
        outlines = _outlines(basemap)
    except Exception as error:  # a broken feature leads shapely to any error
        raise OutlinesError(f"{basemap}: no basemap; restore the file: {error}") from error
    for outline in outlines.values():
        prepare(outline)
    return outlines


def _outlines(basemap: Path) -> dict[str, BaseGeometry]:
    features = json.loads(basemap.read_text(encoding="utf-8"))["features"]
    found: dict[str, list[BaseGeometry]] = {}
    for feature in features:
        code = feature["properties"].get("country")
        if code is not None:
            found.setdefault(code, []).append(shape(feature["geometry"]))
    return {code: unary_union(pieces) for code, pieces in found.items()}


def km_outside(coordinate: Coordinate, outline: BaseGeometry) -> float:
    """How far a place lies from an outline, in geodesic kilometres; 0 inside.

    The nearest point is sought in degrees, so that the distance may be a little too large.
    """
    place = Point(coordinate.longitude, coordinate.latitude)
    if outline.covers(place):
        return 0.0
    near = nearest_points(outline, place)[0]
    return float(geodesic((coordinate.latitude, coordinate.longitude), (near.y, near.x)).kilometers)


def is_in_country(coordinate: Coordinate, country: str, basemap: Path) -> bool | None:
    """Whether a place lies in its country or within ``TOLERANCE_KM`` of it.

    None for a country that the basemap does not draw.
    """
    outline = country_outlines(basemap).get(country)
    return None if outline is None else km_outside(coordinate, outline) <= TOLERANCE_KM
