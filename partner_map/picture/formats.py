"""A picture as a file of pixels or of paper: the one place that knows what makes PNG and PDF."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable, Mapping
from typing import Final

import resvg_py
from fpdf import FPDF
from PIL import Image

from partner_map.picture.picture import Picture
from partner_map.picture.sizes import MM_PER_INCH

_UNSEEN: Final = re.compile(r"<(title|desc)\b.*?</\1>", re.DOTALL)
"""What a sheet of paper has no use for, and fpdf2 would warn of."""
_WEBP_QUALITY: Final = 85
"""Of 100: the letters keep their edges."""
_WEBP_EFFORT: Final = 4
"""Of 6."""
_SCREEN_DPI: Final = 96
"""Pixels of an inch, as CSS has it."""


def svg(picture: Picture) -> bytes:
    """The picture as it is drawn."""
    return picture.svg.encode()


def png(picture: Picture) -> bytes:
    """The picture in pixels."""
    width, _ = picture.wish.size.pixels
    return pixels(picture.svg, width)


def pixels(drawing: str, width: int) -> bytes:
    """An SVG of ours, whose colours are named outright, as a PNG of a width in pixels."""
    return resvg_py.svg_to_bytes(svg_string=drawing, width=width, skip_system_fonts=True)


def webp(picture: Picture) -> bytes:
    """The picture in the format that is soonest there and unpacked."""
    file = io.BytesIO()
    with Image.open(io.BytesIO(png(picture))) as drawn:
        drawn.convert("RGB").save(file, "WEBP", quality=_WEBP_QUALITY, method=_WEBP_EFFORT)
    return file.getvalue()


def pdf(picture: Picture) -> bytes:
    """The picture on a sheet of paper, in outlines; one of a screen at 96 pixels an inch."""
    size = picture.wish.size
    width, height = size.paper_mm or (
        size.pixels[0] / _SCREEN_DPI * MM_PER_INCH,
        size.pixels[1] / _SCREEN_DPI * MM_PER_INCH,
    )
    document = FPDF(unit="mm", format=(width, height))
    document.set_creation_date(
        datetime.datetime.combine(picture.day, datetime.time(), datetime.UTC)
    )
    document.set_title(picture.name)
    document.set_lang(picture.wish.language)
    document.set_auto_page_break(False)
    document.add_page()
    drawing = io.BytesIO(_UNSEEN.sub("", picture.svg).encode())
    told = f"{picture.name}: {picture.description}"
    document.image(drawing, x=0, y=0, w=width, h=height, alt_text=told)
    return bytes(document.output())


FORMATS: Final[Mapping[str, Callable[[Picture], bytes]]] = {
    ".svg": svg,
    ".png": png,
    ".webp": webp,
    ".pdf": pdf,
}
"""What writes a picture into a file of an ending."""
