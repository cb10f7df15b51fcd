"""The basemap for the tables at hand: Europe as it is kept, or the world, finest near places."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from math import cos, hypot, radians
from typing import Any, Final

from partner_map import settings
from partner_map.atlas import Atlas, Keep, Position, Ring, read_atlas
from partner_map.model import Coordinate, Dataset, kept_with_dataset

Corner = tuple[float, float]
"""Latitude before longitude."""
EUROPE: Final = ((27.0, -32.0), (73.0, 62.0))
"""Where the kept basemap reaches, as ``geometry.js`` has it: its south-western and its
north-eastern corner, latitude before longitude."""
_CELL: Final = 2
"""Degrees of latitude and of longitude of a cell, in which all points are treated alike."""
_DEGREES_BY_RANK: Final = {1: 4.0, 2: 12.0}
"""So far from a place, in degrees of latitude, points of a rank are kept; those above always."""
_LEAST_RANK_FAR: Final = 3
_MAX_BYTES: Final = 600_000
"""Compressed they are less than a third."""
_SHARES: Final = (1.0, 0.5, 0.25, 0.0)
"""Of the distances, tried in turn where so many places are so far apart that it grows too large."""
_NARROWEST: Final = 0.2
"""The cosine of the latitude from which on a degree of longitude counts no shorter."""


def basemap_of(dataset: Dataset) -> bytes:
    """The outlines that the map draws for these tables (GeoJSON).

    They are the tables folder's own file where it has one; for a town whose partners all
    lie in and about Europe the kept basemap of there; or else the world.

    Raises:
        OSError: A file is not there.
        AtlasError: The outlines of the world cannot be read.
    """
    if draws_world(dataset):
        return world_basemap(dataset)
    return settings.basemap_file(settings.tables_folder()).read_bytes()


def basemap_reaching(dataset: Dataset, corners: Iterable[Corner]) -> bytes:
    """The outlines for a picture with these corners: the world where Europe's do not reach them.

    Raises as ``basemap_of``.
    """
    if _has_own_basemap() or all(_is_in_europe(*corner) for corner in corners):
        return basemap_of(dataset)
    return world_basemap(dataset)


@kept_with_dataset(max_results=1)
def draws_world(dataset: Dataset) -> bool:
    """Whether a place lies outside the kept basemap, and the folder has no other."""
    is_european = all(_is_in_europe(place.latitude, place.longitude) for place in _places(dataset))
    return not is_european and not _has_own_basemap()


def _is_in_europe(latitude: float, longitude: float) -> bool:
    (south, west), (north, east) = EUROPE
    return south <= latitude <= north and west <= longitude <= east


def _has_own_basemap() -> bool:
    """Whether the folder of the tables has outlines of its own."""
    return settings.basemap_file(settings.tables_folder()) != settings.kept_basemap()


@kept_with_dataset(max_results=1)
def world_basemap(dataset: Dataset) -> bytes:
    """The countries of the world, with all points near the town and its partners.

    Further away points without which a coast looks the same from there are left out, and
    islands that are smaller than that. Longitudes run on beyond 180 degrees where a country
    does.
    """
    atlas = read_atlas(settings.world_file())
    contents = b""
    for share in _SHARES:
        contents = _collection(atlas, keep_near(_places(dataset), share))
        if len(contents) <= _MAX_BYTES:
            break
    return contents


def keep_near(places: Iterable[Coordinate], share: float = 1.0) -> Keep:
    """Which points are kept: the nearer to a place, the more; by a share of the usual distances."""
    limits = {rank: share * degrees for rank, degrees in _DEGREES_BY_RANK.items()}
    ranks: dict[tuple[int, int], int] = {}
    for row, column in {_cell((place.longitude, place.latitude)) for place in places}:
        for cell, rank in _ranks_about(row, column, limits):
            ranks[cell] = min(rank, ranks.get(cell, rank))
    return lambda position, rank: rank >= ranks.get(_cell(position), _LEAST_RANK_FAR)


def _cell(position: Position) -> tuple[int, int]:
    longitude, latitude = position
    return int(latitude // _CELL), int(((longitude + 180) % 360) // _CELL)


def _ranks_about(
    row: int, column: int, limits: Mapping[int, float]
) -> Iterator[tuple[tuple[int, int], int]]:
    """The cells about one, each with the least rank that is kept there."""
    narrow = max(_NARROWEST, cos(radians((row + 0.5) * _CELL)))
    furthest = max(limits.values()) / _CELL
    wide = int(furthest / narrow)
    for up in range(-int(furthest), int(furthest) + 1):
        for aside in range(-wide, wide + 1):
            away = hypot(up, aside * narrow) * _CELL
            for rank, limit in limits.items():
                if away <= limit:
                    yield (row + up, (column + aside) % (360 // _CELL)), rank
                    break


def _collection(atlas: Atlas, keep: Keep) -> bytes:
    features = [
        feature
        for country in sorted(atlas.countries)
        for feature in _features(atlas, country, keep)
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, separators=(",", ":")).encode()


def _features(atlas: Atlas, country: str, keep: Keep) -> Iterator[Mapping[str, Any]]:
    polygons: list[list[Ring]] = list(atlas.polygons(country, keep))
    if polygons:
        yield {
            "type": "Feature",
            "properties": {"country": country} if country else {},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons},
        }


def _places(dataset: Dataset) -> list[Coordinate]:
    placed = [partner.coordinate for partner in dataset.placed]
    return [dataset.town.coordinate, *(place for place in placed if place is not None)]
