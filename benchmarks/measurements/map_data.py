"""The map's data as they travel: compressed, as a browser asks for them."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator

from benchmarks.apps import OURS
from benchmarks.figures import Figure, Limit, median_of
from benchmarks.fleet import Fleet
from benchmarks.make_many import SIZES

_MAX_KILOBYTES = 300


def measure(fleet: Fleet) -> Iterator[Figure]:
    """At the largest size."""
    url = f"{fleet.server(OURS, SIZES[-1]).url}/data/partners.geojson"
    asked = urllib.request.Request(url, headers={"Accept-Encoding": "gzip, deflate, br, zstd"})
    with urllib.request.urlopen(asked) as answer:
        kilobytes = len(answer.read()) / 1000
    name = f"map data, {SIZES[-1]:,} partners, compressed"
    yield Figure(name, "kB", {OURS.name: median_of([kilobytes])}, Limit(_MAX_KILOBYTES))
