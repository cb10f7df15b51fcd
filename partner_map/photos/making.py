"""A photo made small: upright, in the colours of screens (sRGB), and with nothing else in it.

What a camera writes beside the pixels, the place among it, is left behind: a new picture is
saved, and none of the old one's tags are given to it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageCms, ImageOps

from partner_map.photos.looking import PhotoError, PhotoProblem, Seen, open_photo, version_of

WIDTHS: Final = (320, 800, 1600)
"""Pixels of what is made of a photo that has so many."""
FORMATS: Final = {"webp": "image/webp", "jpg": "image/jpeg"}
"""What is made of a photo in each width: the ending of its name, and its media type."""
_SAVED: Final[dict[str, dict[str, object]]] = {
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
}
_GROUND: Final = (255, 255, 255, 255)
"""What stands behind a picture that lets through."""
_ORIENTATION: Final = 0x0112
"""The tag of the orientation (Exif 3.0, 4.6.5)."""
_ORIENTATIONS: Final = range(2, 9)
"""The orientations other than upright."""
_ON_ITS_SIDE: Final = range(5, 9)
"""The orientations in which width and height are exchanged."""
_DEEP: Final = ("I", "I;16", "I;16B", "I;16L", "F")
"""Pillow's modes of more than eight bits a pixel, in shades of grey."""


@dataclass(frozen=True, slots=True)
class Small:
    """A photo in one of its widths and formats."""

    width: int
    """Pixels."""
    ending: str
    """Of ``FORMATS``."""
    data: bytes


def widths(width: int) -> tuple[int, ...]:
    """The widths that are made of a photo of this width, in pixels: none larger than it is."""
    largest = min(width, WIDTHS[-1])
    return (*(one for one in WIDTHS if one < largest), largest)


def look_at(data: bytes, file: str) -> Seen:
    """Unpack a photo's file to its end.

    Raises:
        PhotoError: It is no photo to show.
    """
    seen, _ = _unpacked(data, file)
    return seen


def make_small(data: bytes, file: str) -> tuple[Seen, Iterator[Small]]:
    """The same, and the photo in each of its widths and formats.

    Raises:
        PhotoError: It is no photo to show.
    """
    seen, picture = _unpacked(data, file)
    return seen, _made(picture, seen.width)


def _unpacked(data: bytes, file: str) -> tuple[Seen, Image.Image]:
    """What a photo is, and its pixels, upright and in sRGB.

    A JPEG much larger than what is made of it is unpacked to a half or a quarter at once.
    """
    picture = open_photo(data, file)
    width, height = picture.size
    try:
        picture.draft(picture.mode, (WIDTHS[-1], WIDTHS[-1]))
        picture.load()
        turned = _turned(picture)
        upright = _in_srgb(ImageOps.exif_transpose(picture) if turned in _ORIENTATIONS else picture)
    except Exception as error:  # a broken file leads a decoder to any error
        raise PhotoError(PhotoProblem.BROKEN, file) from error
    if turned in _ON_ITS_SIDE:
        width, height = height, width
    return Seen(version_of(data), width, height), upright


def _turned(picture: Image.Image) -> int:
    """How its camera was held; tags that cannot be read say nothing of it."""
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except Exception:  # tags are as broken as their writer left them
        return 1


def _in_srgb(picture: Image.Image) -> Image.Image:
    """The picture with eight bits a colour, opaque, in the colours of its profile."""
    profile = picture.info.get("icc_profile")
    if picture.mode in _DEEP:
        deep = picture.convert("I")
        picture = deep.point(lambda shade: shade * (1 / 256)).convert("L")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            screens = ImageCms.createProfile("sRGB")
            changed = ImageCms.profileToProfile(picture, own, screens, outputMode="RGB")
            picture = picture if changed is None else changed
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that cannot be read, or is of another kind of picture
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        ground = Image.new("RGBA", clear.size, _GROUND)
        picture = Image.alpha_composite(ground, clear)
    return picture.convert("RGB")


def _made(picture: Image.Image, full: int) -> Iterator[Small]:
    for width in widths(full):
        small = _scaled(picture, width)
        for ending in FORMATS:
            written = io.BytesIO()
            small.save(written, **_SAVED[ending])  # type: ignore[arg-type]
            yield Small(width, ending, written.getvalue())


def _scaled(picture: Image.Image, width: int) -> Image.Image:
    """A new picture of so many pixels, which has the pixels and nothing else."""
    height = max(1, round(picture.height * width / picture.width))
    small = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    small.info = {}
    return small
