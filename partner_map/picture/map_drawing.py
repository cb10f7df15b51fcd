"""The map of a picture as elements of an SVG, in the order in which they lie upon each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from partner_map.assets import palette
from partner_map.model import PartnershipStatus
from partner_map.picture.names import Name, Names
from partner_map.picture.scribe import Scribe
from partner_map.picture.svg import element

Layout = Mapping[str, Any]
"""Where all stands on the map, as ``picture.js`` tells it."""
_COAST, _BORDER = 2.5, 1.0
_HUB_RADIUS, _HUB_RING = 7.0, 2.0
_SAMPLE_REACH: Final = 13.0
"""Pixels from the middle of a sample to the beginning of its line."""


def map_elements(
    layout: Layout, names: Names, home: str, countries: frozenset[str], scribe: Scribe
) -> Iterator[str]:
    """The map, the land first; ``countries`` are those of partners, ``home`` the town's."""
    yield from _land(layout["land"], home, countries)
    for found in layout["countries"]:
        name = names.countries[found["country"]]
        size = name.box.size(scribe.letters, name.text)
        left, top = found["x"] - size["width"] / 2, found["y"] - size["height"] / 2
        yield _name(name, left, top, scribe)
    yield from (_line(line) for line in layout["lines"])
    yield from (_dot(dot) for dot in layout["dots"])
    yield _hub(**layout["hub"])
    for place in layout["names"]:
        name = names.town if place["id"] is None else names.partners[place["id"]]
        yield _name(name, place["left"], place["top"], scribe, halo=True)


def sample(layout: Layout, status: PartnershipStatus | None, x: float, y: float) -> str:
    """How a status is drawn, about a point: a piece of its line, and its dot; None is the town."""
    if status is None:
        return _hub(x + _SAMPLE_REACH - _HUB_RADIUS, y)
    dot = layout["styles"]["dots"][status]
    line = layout["styles"]["lines"][status]
    end = x + _SAMPLE_REACH - dot["radius"]
    path = f"M{x - _SAMPLE_REACH:g} {y:g}H{end:g}"
    return _line(line | {"path": path}) + _dot(dot | {"x": end, "y": y})


def _land(land: Sequence[Mapping[str, str]], home: str, countries: frozenset[str]) -> Iterator[str]:
    """The coasts, and upon them the land with its quieter borders."""
    paths = [
        element("path", id=f"land-{number}", d=area["path"]) for number, area in enumerate(land)
    ]
    yield element("defs", *paths)
    every = [element("use", href=f"#land-{number}") for number in range(len(land))]
    yield element(
        "g",
        *every,
        fill="none",
        stroke=palette()["coast"],
        stroke_width=_COAST,
        stroke_linejoin="round",
    )
    tints = dict.fromkeys(countries, "land-partner") | {home: "land-home"}
    filled = [
        element("use", href=f"#land-{number}", fill=palette()[tints.get(area["country"], "land")])
        for number, area in enumerate(land)
    ]
    yield element(
        "g",
        *filled,
        fill_rule="evenodd",
        stroke=palette()["border"],
        stroke_width=_BORDER,
        stroke_linejoin="round",
    )


def _hub(x: float, y: float) -> str:
    return element(
        "circle",
        cx=x,
        cy=y,
        r=_HUB_RADIUS,
        fill=palette()["town"],
        stroke=palette()["white"],
        stroke_width=_HUB_RING,
    )


def _line(line: Mapping[str, Any]) -> str:
    dashes = {"stroke_dasharray": " ".join(map(str, line["dash"]))} if line["dash"] else {}
    return element(
        "path",
        d=line["path"],
        fill="none",
        stroke=_colour(line["colour"]),
        stroke_width=line["weight"],
        stroke_linecap="round",
        stroke_linejoin="round",
        **dashes,
    )


def _dot(dot: Mapping[str, Any]) -> str:
    return element(
        "circle",
        cx=dot["x"],
        cy=dot["y"],
        r=dot["radius"],
        fill=_colour(dot["fill"]),
        stroke=_colour(dot["colour"]),
        stroke_width=dot["weight"],
    )


def _name(name: Name, left: float, top: float, scribe: Scribe, *, halo: bool = False) -> str:
    box = name.box
    baseline = top + box.above + scribe.letters.baseline(box.style, box.height)
    return scribe.write(name.text, box.style, left + box.aside, baseline, name.colour, halo=halo)


def _colour(variable: str) -> str:
    """A colour of the palette by the name of its variable in CSS."""
    return palette()[variable.removeprefix("--")]
