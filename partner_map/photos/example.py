"""The picture with which a new folder begins: two towns and the line between them.

The project's own drawing, under the licence of the program.
"""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageDraw

AUTHOR: Final = "partner-map"
LICENCE: Final = "MIT"
_SIZE: Final = (1200, 800)
_SKY, _LAND, _WALL, _ROOF, _LINE = 248, 214, 160, 92, 60
"""Shades of grey, of 255."""
_HOUSES: Final = ((140, 300), (300, 240), (900, 270), (1020, 320))
"""Where each stands, and how high its walls reach, in pixels."""
_WIDTH: Final = 120
_GROUND: Final = 560


def drawing() -> bytes:
    """The drawing as a PNG, the same bytes each time."""
    picture = Image.new("L", _SIZE, _SKY)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, _GROUND, *_SIZE), fill=_LAND)
    pen.arc((260, 120, 1000, 700), 190, 350, fill=_LINE, width=8)
    for left, top in _HOUSES:
        right, middle = left + _WIDTH, left + _WIDTH // 2
        pen.rectangle((left, top + 100, right, _GROUND), fill=_WALL)
        pen.polygon(((left - 16, top + 100), (right + 16, top + 100), (middle, top)), fill=_ROOF)
        pen.rectangle((middle - 20, _GROUND - 70, middle + 20, _GROUND), fill=_ROOF)
    written = io.BytesIO()
    picture.save(written, format="PNG", optimize=True)
    return written.getvalue()
