"""The outlines of the countries: whether a place lies in its country, without the network."""

from __future__ import annotations

from functools import lru_cache
from math import cos, radians
from pathlib import Path
from typing import Final

from geopy.distance import geodesic
from shapely import Point, make_valid, prepare
from shapely.affinity import scale
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points, unary_union

from partner_map.atlas import Atlas, AtlasError, read_atlas
from partner_map.distance import distance_km
from partner_map.errors import PartnerMapError
from partner_map.model import Coordinate

TOLERANCE_KM: Final = 10.0
"""A place so near its country is in it: outlines at 1:50m round off coasts and borders."""
ISLAND_KM: Final = 25.0
"""A place so near an inhabited island that the outlines leave out is on one of that group."""


class OutlinesError(PartnerMapError):
    """Raised when the outlines of a country cannot be read."""


@lru_cache(maxsize=512)
def outline_of(country: str, world: Path) -> BaseGeometry | None:
    """The outline of a country (ISO 3166-1 alpha-2); None where the file has none of it.

    One that crosses the 180th meridian runs on beyond 180 degrees.

    Raises:
        OutlinesError: The file is not there, or holds something else.
    """
    try:
        outline = unary_union(
            [make_valid(Polygon(outer, holes)) for outer, *holes in _atlas(world).polygons(country)]
        )
    except OutlinesError:
        raise
    except Exception as error:  # a broken ring leads shapely to any error
        raise OutlinesError(f"{world}: restore the file: {error}") from error
    if outline.is_empty:
        return None
    prepare(outline)
    return outline


def km_outside(coordinate: Coordinate, outline: BaseGeometry) -> float:
    """How far a place lies from an outline, in geodesic kilometres; 0 inside.

    The nearest point is sought on the plane that touches the globe at the place's latitude, so
    that a large distance may be told a little too large.
    """
    west, _, east, _ = outline.bounds
    turns = (-360.0, 0.0, 360.0)
    longitude = min(
        (coordinate.longitude + turn for turn in turns),
        key=lambda shifted: max(west - shifted, shifted - east, 0.0),
    )
    place = Point(longitude, coordinate.latitude)
    if outline.covers(place):
        return 0.0
    flat = cos(radians(coordinate.latitude))
    flattened = scale(outline, xfact=flat, origin=(longitude, 0))
    near = nearest_points(flattened, place)[0]
    found = (near.y, longitude + (near.x - longitude) / flat)
    return float(geodesic((coordinate.latitude, longitude), found).kilometers)


def is_in_country(coordinate: Coordinate, country: str, world: Path) -> bool | None:
    """Whether a place lies in its country, within ``TOLERANCE_KM`` of it, or on its islands.

    None for a country of which nothing is known.

    Raises:
        OutlinesError: The outlines cannot be read.
    """
    outline = outline_of(country, world)
    islands = _atlas(world).islands.get(country, ())
    if outline is None and not islands:
        return None
    if outline is not None and km_outside(coordinate, outline) <= TOLERANCE_KM:
        return True
    return any(distance_km(coordinate, island) <= ISLAND_KM for island in islands)


def _atlas(world: Path) -> Atlas:
    try:
        return read_atlas(world)
    except AtlasError as error:
        raise OutlinesError(str(error)) from error
