"""How large a picture is: of pixels for a screen, of millimetres for paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from partner_map.picture.errors import SizeError

SHORT_SIDE_MM: Final = {"A0": 841, "A1": 594, "A2": 420, "A3": 297, "A4": 210}
"""Millimetres of the shorter side of a sheet of paper (ISO 216)."""
LONG_SIDE_MM: Final = {"A0": 1189, "A1": 841, "A2": 594, "A3": 420, "A4": 297}
"""Millimetres of its longer side."""
MM_PER_INCH: Final = 25.4
PAPER_DPI: Final = 150
"""Dots of an inch of paper in a picture of pixels: enough for a poster that is read from a step
away."""
MIN_PIXELS, MAX_PIXELS = 320, 8000
"""Of a side that may be asked for."""
_PIXELS: Final = re.compile(r"([0-9]{3,4})x([0-9]{3,4})")
_LAYOUT_OF_A4: Final = 1123
"""Pixels of the layout along the longer side of A4: 96 in an inch."""
_GROWTH: Final = 0.38
"""The power by which the layout of a larger sheet grows: letters that are read from further off
are larger, and yet more names find room."""
_LAYOUT_OF_SCREEN: Final = 800
"""Pixels of the layout's width from which on a picture is drawn larger instead of finer: a link's
preview is shown at half its size."""


@dataclass(frozen=True, slots=True)
class Size:
    """A picture's size in the pixels in which it is laid out, and what these are in the end."""

    width: int
    height: int
    zoom: float = 1.0
    """Pixels of the finished picture in one of the layout."""
    paper_mm: tuple[int, int] | None = None
    """Width and height of the sheet of paper; None for a picture of a screen."""

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the finished picture."""
        return round(self.zoom * self.width), round(self.zoom * self.height)


def screen(width: int, height: int) -> Size:
    """The size of a picture for a screen."""
    zoom = max(1.0, width / _LAYOUT_OF_SCREEN)
    return Size(round(width / zoom), round(height / zoom), zoom)


def paper(name: str, *, upright: bool = False) -> Size:
    """The size of a picture on a sheet of paper; KeyError for one of another name."""
    long, short = LONG_SIDE_MM[name], SHORT_SIDE_MM[name]
    sides = (short, long) if upright else (long, short)
    layout = _LAYOUT_OF_A4 * (long / LONG_SIDE_MM["A4"]) ** _GROWTH
    width, height = (round(layout * side / long) for side in sides)
    zoom = sides[0] / MM_PER_INCH * PAPER_DPI / width
    return Size(width, height, zoom, sides)


def read_size(text: str, *, upright: bool = False) -> Size:
    """A size as it is typed: ``A2``, or pixels as ``1200x630``.

    Raises:
        SizeError: It is neither, or out of bounds.
    """
    name = text.upper()
    if name in SHORT_SIDE_MM:
        return paper(name, upright=upright)
    found = _PIXELS.fullmatch(text)
    sides = [int(side) for side in found.groups()] if found else []
    if not sides or not all(MIN_PIXELS <= side <= MAX_PIXELS for side in sides):
        raise SizeError(text)
    return screen(*sides)
