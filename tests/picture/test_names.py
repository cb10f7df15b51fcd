"""A name in a picture never lies: it covers no dot, and its own dot is its nearest."""

from __future__ import annotations

import re
from math import hypot
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partner_map.assets import OWN_ASSETS
from partner_map.picture.browser_code import laid_out
from partner_map.picture.letters import letters_of
from partner_map.picture.names import COMPACT_WIDTH, name_styles
from partner_map.server.streamlit_host import text_font

STYLE = re.sub(
    r"/\*.*?\*/", "", (OWN_ASSETS["map"] / "map.css").read_text(encoding="utf-8"), flags=re.DOTALL
)
NO_LAND = '{"type":"FeatureCollection","features":[]}'
EDGE = 4
NEARER = 2
Box = tuple[float, float, float, float]

names = st.text("aąbćčdeēilłmnoópršuvwzžії-", min_size=2, max_size=22)
statuses = st.sampled_from(["agreement", "contacts", "ended"])
cities = st.lists(
    st.tuples(names, statuses, st.floats(36, 68), st.floats(-9, 40)), min_size=1, max_size=24
)
sizes = st.tuples(st.integers(300, 1400), st.integers(250, 900))


def feature(number: int, name: str, latitude: float, longitude: float) -> dict[str, Any]:
    return {
        "geometry": {"coordinates": [longitude, latitude]},
        "properties": {"id": f"c{number}", "name": name, "country": "PL"},
    }


def away(box: Box, dot: dict[str, float]) -> float:
    left, top, right, bottom = box
    aside = max(left - dot["x"], 0, dot["x"] - right)
    return hypot(aside, max(top - dot["y"], 0, dot["y"] - bottom))


def is_in_sight(dot: dict[str, float], width: int, height: int) -> bool:
    """Whether more of a dot than its rim can be seen."""
    return -EDGE <= dot["x"] <= width + EDGE and -EDGE <= dot["y"] <= height + EDGE


def meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@settings(deadline=None, max_examples=60)
@given(found=cities, size=sizes, about=st.booleans())
def test_no_name_lies(
    found: list[tuple[str, str, float, float]], size: tuple[int, int], about: bool
) -> None:
    width, height = size
    letters, styles = letters_of(text_font().file), name_styles(width)
    chosen = "c0" if about else None
    partners = {
        f"c{number}": (styles.chosen if f"c{number}" == chosen else styles.partner).measured(
            letters, name
        )
        for number, (name, *_) in enumerate(found)
    }
    town = styles.town.measured(letters, "Konstancin-Jeziorna")

    layout = laid_out(
        {
            "town": {"latitude": 52.08, "longitude": 21.11, "country": "PL"},
            "features": [feature(n, name, *at) for n, (name, _, *at) in enumerate(found)],
            "statuses": {f"c{n}": status for n, (_, status, *_) in enumerate(found)},
            "chosen": chosen,
            "size": {"x": width, "y": height},
            "names": {"town": town, "partners": partners, "countries": {}},
        },
        NO_LAND,
    )

    every = {dot["id"]: dot for dot in layout["dots"]} | {None: layout["hub"]}
    dots = {one: dot for one, dot in every.items() if is_in_sight(dot, width, height)}
    boxes: dict[str | None, Box] = {}
    for name in layout["names"]:
        room = (town if name["id"] is None else partners[name["id"]])["size"]
        left, top = name["left"], name["top"]
        boxes[name["id"]] = (left, top, left + room["width"], top + room["height"])
    for own, box in boxes.items():
        others = [dot for one, dot in dots.items() if one != own]
        assert min(box[0], box[1], width - box[2], height - box[3]) >= EDGE
        assert all(away(box, dot) >= dot.get("radius", 7) for dot in dots.values())
        assert all(away(box, dot) >= away(box, dots[own]) + NEARER for dot in others)
        assert not any(meet(box, other) for one, other in boxes.items() if one != own)


@pytest.mark.parametrize("width", [COMPACT_WIDTH + 1, COMPACT_WIDTH])
def test_names_are_as_large_as_on_the_page(width: int) -> None:
    usual, _, compact = STYLE.partition(f"@media (max-width: {COMPACT_WIDTH}px)")
    style = compact.partition("@media")[0]
    if width > COMPACT_WIDTH:
        style = usual.partition("@media (min-width: 1600px)")[0]

    styles = name_styles(width)

    assert font_size(".partner-label", style) == styles.partner.style.size
    assert font_size('.partner-label[aria-pressed="true"]', style) == styles.chosen.style.size
    assert font_size(".town-label", style) == styles.town.style.size
    assert font_size(".country-name", style) == styles.country.style.size


def font_size(selector: str, style: str) -> float:
    """The size of the font in the last rule for a selector that names one, in usual pixels."""
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", style)
    told = [body for names, body in rules if selector in map(str.strip, names.split(","))]
    return 16 * float(re.findall(r"font(?:-size: |:\s*\d+ )([\d.]+)rem", "".join(told))[-1])
