"""Writes text into an SVG: each letter once as an outline, and then as often as it stands there."""

from __future__ import annotations

from partner_map.assets import palette
from partner_map.picture.letters import Letters, Style
from partner_map.picture.svg import element

_HALO = 4.0
"""Pixels of the stroke about letters in a halo."""


class Scribe:
    """Writes the texts of one picture."""

    def __init__(self, letters: Letters) -> None:
        self.letters = letters
        self._names: dict[tuple[int, int], str] = {}

    def write(
        self, text: str, style: Style, x: float, y: float, colour: str, *, halo: bool = False
    ) -> str:
        """A text whose baseline begins at a point in pixels, in a colour of the palette."""
        uses = "".join(
            element("use", href=f"#{name}", x=glyph.x, y=glyph.y)
            for glyph in self.letters.glyphs(text, style)
            if (name := self._name(glyph.number, style.weight))
        )
        scale = self.letters.pixels(style)
        paint: dict[str, str | float] = {"fill": palette()[colour]}
        place = f"translate({x:.2f} {y:.2f}) scale({scale:.6g} {-scale:.6g})"
        if not halo:
            return element("g", uses, transform=place, **paint)
        about: dict[str, str | float] = {
            "fill": "none",
            "stroke": palette()["halo"],
            "stroke_width": _HALO / scale,
            "stroke_linejoin": "round",
        }
        return element(
            "g", element("g", uses, **about), element("g", uses, **paint), transform=place
        )

    def definitions(self) -> str:
        """The letters that have been written."""
        written = [
            element("path", id=name, d=self.letters.outline(number, weight))
            for (number, weight), name in self._names.items()
            if name
        ]
        return element("defs", *written)

    def _name(self, number: int, weight: int) -> str:
        """What a letter is called in the picture; empty for a space."""
        if (number, weight) not in self._names:
            is_seen = bool(self.letters.outline(number, weight))
            self._names[number, weight] = f"letter-{weight}-{number}" if is_seen else ""
        return self._names[number, weight]
