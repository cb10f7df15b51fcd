"""The addresses of the photos on the server, relative to its root."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

from partner_map.model import Photo
from partner_map.photos.looking import FOLDER

_LONGEST: Final = 60
_NO_NAME: Final = "photo"


def photo_name(photo: Photo) -> str:
    """What the photo's file is called in addresses: a-z, digits and hyphens."""
    stem = PurePosixPath(photo.file).stem.lower().replace("ł", "l")
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-") or _NO_NAME


def photo_path(photo: Photo, width: int, ending: str) -> str:
    """Where a photo lies in one of its widths and formats."""
    return f"{FOLDER}/{photo.version}/{photo_name(photo)}-{width}.{ending}"
