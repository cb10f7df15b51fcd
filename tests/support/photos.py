"""Photos made for a test, good ones and bad ones."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

from PIL import Image

DESCRIBED = {
    "photo": "choir.jpg",
    "photo_alt_pl": "Chór przed ratuszem.",
    "photo_alt_en": "A choir in front of the town hall.",
    "photo_author": "Projekt",
    "photo_licence": "CC0 1.0",
    "photo_source": "https://example.org/choir",
}
"""The cells of a photo of which all is said that may be."""
SUNG = {
    "partners": "hranice",
    "start": "2010-04-12",
    "type": "culture",
    "title_pl": "Chór śpiewał.",
    "title_en": "A choir sang.",
    "source": "https://example.org/",
}
"""The cells of an exchange."""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def picture(width: int = 640, height: int = 480, mode: str = "RGB") -> Image.Image:
    """A picture whose left half is red."""
    made = Image.new("RGB", (width, height), "#2040c0")
    made.paste("#c02020", (0, 0, width // 2, height))
    return made.convert(mode)


def photo(kind: str = "JPEG", width: int = 640, height: int = 480, **saved: Any) -> bytes:
    """The file of such a picture."""
    written = io.BytesIO()
    picture(width, height).save(written, format=kind, **saved)
    return written.getvalue()


def moving(kind: str) -> bytes:
    """A file of two frames."""
    written = io.BytesIO()
    second = picture().rotate(180)
    picture().save(written, format=kind, save_all=True, append_images=[second], duration=100)
    return written.getvalue()


def png_that_says(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says that it has so many pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        checked = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checked)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def write_photo(folder: Path, name: str, data: bytes) -> Path:
    """A file in the folder ``photos`` of a tables folder."""
    path = folder / "photos" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
