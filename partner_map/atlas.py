"""The countries of the world as rings of positions: Natural Earth, kept as TopoJSON.

``data/world.json`` is made by ``tools/make_world.py``. An arc is a piece of a coast or border,
which the countries on both its sides share, so that leaving out points opens no gap between
them. Positions are WGS 84 degrees, longitude before latitude as in GeoJSON, to two decimals.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from partner_map.errors import PartnerMapError
from partner_map.model import Coordinate

Position = tuple[float, float]
Ring = list[Position]
Keep = Callable[[Position, int], bool]
"""Whether a point of an arc is kept, by its position and its rank: the higher, the more of the
arc's form is lost without it. The ends of an arc are always kept."""

LEAST_RING: Final = 4
"""Positions of the smallest ring: a triangle, closed."""
_MERCATOR_END: Final = -85.06
"""Degrees of latitude where a map in Mercator's projection ends."""
_HALF_TURN: Final = 180.0
_TURN: Final = 360.0


class AtlasError(PartnerMapError):
    """Raised when the outlines of the world cannot be read."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """The outlines of all countries, of which only those asked for are put together."""

    grid: float
    """Degrees of a step of an arc."""
    arcs: Sequence[Sequence[tuple[int, int]]]
    """The first point of each on the grid, and then each as steps from the one before."""
    ranks: Sequence[str]
    """For each arc a digit a point."""
    countries: Mapping[str, Sequence[Sequence[Sequence[int]]]]
    """The polygons by ISO 3166-1 alpha-2 code, each its rings, each the numbers of its arcs;
    under the empty code what belongs to no country."""
    islands: Mapping[str, Sequence[Coordinate]]
    """Inhabited places of a country that lie off its outline, as on islands too small for it."""

    def polygons(self, country: str, keep: Keep | None = None) -> Iterator[list[Ring]]:
        """The polygons of a country, the outer ring first; none of a country without outline.

        A ring that crosses the 180th meridian runs on beyond it; one about the pole is closed
        along the end of a map in Mercator's projection. Rings of which too little is kept are
        left out, with their holes.
        """
        for polygon in self.countries.get(country, ()):
            rings = [_closed(unwrapped(self._joined(arcs, keep))) for arcs in polygon]
            if len(rings[0]) >= LEAST_RING:
                yield [ring for ring in rings if len(ring) >= LEAST_RING]

    def _joined(self, numbers: Sequence[int], keep: Keep | None) -> Ring:
        """Arcs joined to a ring; a negative number ``~n`` is arc ``n`` the other way round."""
        ring: Ring = []
        for number in numbers:
            arc = self._kept(number if number >= 0 else ~number, keep)
            ring.extend((arc if number >= 0 else arc[::-1])[1 if ring else 0 :])
        return ring

    def _kept(self, number: int, keep: Keep | None) -> Ring:
        arc = _positions(self.arcs[number], self.grid)
        if keep is None:
            return arc
        ranks = self.ranks[number]
        last = len(arc) - 1
        return [
            position
            for at, position in enumerate(arc)
            if at in (0, last) or keep(position, int(ranks[at]))
        ]


@lru_cache(maxsize=2)
def read_atlas(path: Path) -> Atlas:
    """Read the outlines of the world once.

    Raises:
        AtlasError: The file is not there, or holds something else.
    """
    try:
        return _atlas(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise AtlasError(f"{path}: no outlines of the world; restore the file: {error}") from error


def _atlas(topology: Mapping[str, Any]) -> Atlas:
    grid = topology["transform"]["scale"][0]
    countries: dict[str, list[Any]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        countries.setdefault(geometry.get("id", ""), []).extend(geometry["arcs"])
    islands = {
        country: [Coordinate(round(y * grid, 2), round(x * grid, 2), "") for x, y in places]
        for country, places in topology["islands"].items()
    }
    return Atlas(grid, topology["arcs"], topology["ranks"], countries, islands)


def _positions(steps: Sequence[tuple[int, int]], grid: float) -> Ring:
    x = y = 0
    arc: Ring = []
    for step_x, step_y in steps:
        x, y = x + step_x, y + step_y
        arc.append((round(x * grid, 2), round(y * grid, 2)))
    return arc


def unwrapped(ring: Ring) -> Ring:
    """A ring that goes on past 180 degrees where the source jumps to -180."""
    turn = 0.0
    result = ring[:1]
    for (before, _), (x, y) in pairwise(ring):
        if abs(x - before) > _HALF_TURN:
            turn += _TURN if x < before else -_TURN
        result.append((round(x + turn, 2), y))
    return result


def _closed(ring: Ring) -> Ring:
    """A ring about the pole, Antarctica's, closed along the map's lower end."""
    if not ring or abs(ring[0][0] - ring[-1][0]) < _HALF_TURN:
        return ring
    (first, _), (last, _) = ring[0], ring[-1]
    return [*ring, (last, _MERCATOR_END), (first, _MERCATOR_END), ring[0]]
