"""Text as the outlines of its letters: what is measured is what is drawn, whatever shows it.

A picture within a page can load no font, and a printer's program may have another.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import uharfbuzz
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTLibError, woff2

from partner_map.picture.errors import FontError

_WEIGHT: Final = "wght"
_FIGURES: Final = {"tnum": True}
"""Figures of one width, so that a year stands where another did (OpenType)."""


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look."""

    size: float
    """Pixels of the font."""
    weight: int
    """Of 200 to 900, as CSS has it."""
    spacing: float = 0.0
    """What is added after each letter, in sizes of the font."""


_ANY: Final = Style(1, 400)
_MISSING: Final = 0
"""The glyph that stands for what a font lacks (OpenType, ``.notdef``)."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter in its place."""

    number: int
    """Within the font."""
    x: int
    """Units of the font from the beginning of the text."""
    y: int
    """Units above the baseline."""


class Letters:
    """A variable font, in which text is measured and drawn."""

    def __init__(self, font: bytes) -> None:
        """Take a font's file (OpenType, not compressed)."""
        self._face = uharfbuzz.Face(font)
        self._weights: dict[int, uharfbuzz.Font] = {}
        self._outlines: dict[tuple[int, int], str] = {}

    def has(self, text: str) -> bool:
        """Whether the font has every letter of a text."""
        return all(glyph.number != _MISSING for glyph in self.glyphs(text, _ANY))

    def width(self, text: str, style: Style) -> float:
        """How wide a text is, in pixels."""
        shaped = self._shaped(text, style)
        units = sum(position.x_advance for position in shaped.glyph_positions or ())
        spaces = len(shaped.glyph_infos) * style.spacing * style.size
        return float(self.pixels(style) * units + spaces)

    def baseline(self, style: Style, height: float) -> float:
        """Pixels from the top of a line of a height to its letters' baseline, as CSS has it."""
        extents = self._font(style.weight).get_font_extents("ltr")
        above = self.pixels(style) * extents.ascender
        below = -self.pixels(style) * extents.descender
        return float((height - above - below) / 2 + above)

    def glyphs(self, text: str, style: Style) -> list[Glyph]:
        """The letters of a text from left to right."""
        shaped = self._shaped(text, style)
        placed = []
        at = 0
        for glyph, position in zip(shaped.glyph_infos, shaped.glyph_positions or (), strict=True):
            placed.append(Glyph(glyph.codepoint, at + position.x_offset, position.y_offset))
            at += position.x_advance + round(style.spacing * self._face.upem)
        return placed

    def outline(self, number: int, weight: int) -> str:
        """The path of a glyph for an SVG, in units of the font, upwards as fonts are drawn."""
        if (number, weight) not in self._outlines:
            pen = SVGPathPen(None, ntos=_told)
            self._font(weight).draw_glyph_with_pen(number, pen)
            self._outlines[number, weight] = str(pen.getCommands())
        return self._outlines[number, weight]

    def _shaped(self, text: str, style: Style) -> uharfbuzz.Buffer:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font(style.weight), buffer, _FIGURES)
        return buffer

    def pixels(self, style: Style) -> float:
        """Pixels of a unit of the font."""
        return float(style.size / self._face.upem)

    def _font(self, weight: int) -> uharfbuzz.Font:
        if weight not in self._weights:
            font = uharfbuzz.Font(self._face)
            font.set_variations({_WEIGHT: weight})
            self._weights[weight] = font
        return self._weights[weight]


@lru_cache(maxsize=1)
def letters_of(file: Path | None) -> Letters:
    """The letters of a font's file (WOFF2), unpacked once.

    Raises:
        FontError: There is no such file, or it holds something else.
    """
    if file is None:
        raise FontError("streamlit")
    unpacked = io.BytesIO()
    try:
        with file.open("rb") as packed:
            woff2.decompress(packed, unpacked)
    except (OSError, TTLibError) as error:
        raise FontError(f"{file}: {error}") from error
    return Letters(unpacked.getvalue())


def _told(value: float) -> str:
    """A number of units, which between two weights are no whole ones."""
    return f"{round(value)}"
