"""What a PDF file shows, page by page."""

from __future__ import annotations

import pypdfium2
from PIL.Image import Image


def pictures(file: bytes) -> list[Image]:
    """Each page as it is printed, a pixel a point (1/72 inch)."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [page.render().to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def places_of(page: Image, colour: str) -> list[tuple[int, int]]:
    """Where a page has a colour of the palette, from the left and from the top in points."""
    code = tuple(bytes.fromhex(colour.removeprefix("#")))
    every = ((x, y) for x in range(page.width) for y in range(page.height))
    return [place for place in every if page.getpixel(place) == code]
