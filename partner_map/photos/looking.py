"""A file that somebody put beside the tables, looked at without trust: is it a photo to show?

Whoever fills the folder may put anything there. So the name is held inside the folder, no more
is read than a photo may have, three formats alone are tried, and pixels are counted before any
of them is unpacked.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Final

from PIL import Image, UnidentifiedImageError

from partner_map.disk import read_start
from partner_map.errors import PartnerMapError

FOLDER: Final = "photos"
"""The folder beside the tables in which the photos lie."""
MAX_BYTES: Final = 30 * 1024 * 1024
"""Bytes of a photo's file."""
MAX_PIXELS: Final = 40_000_000
"""Pixels of a photo."""
MAX_SIDE: Final = 16_383
"""Pixels of a photo's longer side: a WebP picture has no more (RFC 9649, 2.7)."""
ENDINGS: Final = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
}
"""How the name of a photo's file may end, and what such a file is."""
_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_SEVERAL_IN_A_JPEG: Final = "MPO"
"""What Pillow calls a JPEG with a preview behind it (CIPA DC-007), as many cameras save it."""
_MADE: Final = b"1"
"""Another number where photos are made small in another way, so that none is kept that was."""


class PhotoProblem(StrEnum):
    """Why a file is no photo to show."""

    OUTSIDE = "outside"
    """The name leads out of the folder."""
    MISSING = "missing"
    UNREADABLE = "unreadable"
    """It cannot be opened, or is a folder, a pipe or the like."""
    SLOW = "slow"
    """The drive does not answer."""
    ENDING_UNKNOWN = "ending-unknown"
    """The name has the ending of nothing that is read; that of SVG, say."""
    ENDING_WRONG = "ending-wrong"
    """It is a photo, of another format than its name says."""
    NOT_A_PHOTO = "not-a-photo"
    TOO_MANY_BYTES = "too-many-bytes"
    TOO_MANY_PIXELS = "too-many-pixels"
    ANIMATED = "animated"
    BROKEN = "broken"


class PhotoError(PartnerMapError):
    """Raised when a file is no photo to show; carries why."""

    def __init__(self, problem: PhotoProblem, file: str) -> None:
        self.problem = problem
        super().__init__(f"{FOLDER}/{file} is not shown: {problem.value}")


@dataclass(frozen=True, slots=True)
class Seen:
    """A photo that can be shown, as it stands upright."""

    version: str
    """Changes with the contents, and with the way in which photos are made small."""
    width: int
    """Pixels."""
    height: int
    """Pixels."""


def is_inside(file: str) -> bool:
    """Whether a name, with / between its parts, stays below the folder by its own words.

    A colon or a backslash would lead elsewhere on Windows.
    """
    parts = file.split("/")
    if not file.isprintable() or any(sign in file for sign in "\\:"):
        return False
    return all(part not in ("", ".", "..") for part in parts)


def read_photo(folder: Path, file: str) -> bytes:
    """The bytes of a file below the folder of the photos.

    Raises:
        PhotoError: It lies elsewhere, links followed; it is not there, cannot be read, or has
            more than ``MAX_BYTES``.
    """
    if not is_inside(file):
        raise PhotoError(PhotoProblem.OUTSIDE, file)
    if PurePosixPath(file).suffix.lower() not in ENDINGS:
        raise PhotoError(PhotoProblem.ENDING_UNKNOWN, file)
    path = folder / file
    try:
        if not path.resolve(strict=True).is_relative_to(folder.resolve()):
            raise PhotoError(PhotoProblem.OUTSIDE, file)
        data = read_start(path, MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise PhotoError(PhotoProblem.MISSING, file) from error
    except (OSError, RuntimeError) as error:  # a circle of links is a RuntimeError before 3.13
        raise PhotoError(PhotoProblem.UNREADABLE, file) from error
    if len(data) > MAX_BYTES:
        raise PhotoError(PhotoProblem.TOO_MANY_BYTES, file)
    return data


def open_photo(data: bytes, file: str) -> Image.Image:
    """The picture of a photo's file; none of its pixels is unpacked yet.

    Raises:
        PhotoError: It is no photo, or not what its ending says; it moves, or is too large.
    """
    try:
        picture = Image.open(io.BytesIO(data), formats=_FORMATS)
        frames = getattr(picture, "n_frames", 1)
    except UnidentifiedImageError as error:
        raise PhotoError(PhotoProblem.NOT_A_PHOTO, file) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PhotoError(PhotoProblem.TOO_MANY_PIXELS, file) from error
    except Exception as error:  # a broken file leads a decoder to any error
        raise PhotoError(PhotoProblem.BROKEN, file) from error
    several = picture.format == _SEVERAL_IN_A_JPEG
    kind = "JPEG" if several else picture.format
    if kind != ENDINGS[PurePosixPath(file).suffix.lower()]:
        raise PhotoError(PhotoProblem.ENDING_WRONG, file)
    if frames > 1 and not several:
        raise PhotoError(PhotoProblem.ANIMATED, file)
    if picture.width * picture.height > MAX_PIXELS or max(picture.size) > MAX_SIDE:
        raise PhotoError(PhotoProblem.TOO_MANY_PIXELS, file)
    return picture


def version_of(data: bytes) -> str:
    """The version of a photo's file."""
    return hashlib.sha256(_MADE + data).hexdigest()[:16]
