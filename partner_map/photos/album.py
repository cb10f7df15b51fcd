"""The photos of one folder, made small and kept under their version for whoever shows them."""

from __future__ import annotations

import hashlib
import logging
import re
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from partner_map import settings
from partner_map.disk import read_start, write_whole
from partner_map.log import event
from partner_map.model import Photo
from partner_map.photos.looking import (
    FOLDER,
    MAX_BYTES,
    PhotoError,
    PhotoProblem,
    Seen,
    read_photo,
    version_of,
)
from partner_map.photos.making import FORMATS, look_at, make_small, widths

_LOG = logging.getLogger(__name__)
Look = Callable[[str], Seen | PhotoProblem | None]
"""What is known of the photo of a name; None while nobody has looked at it."""
LEFT_SECONDS: Final = 24 * 60 * 60
"""What no table names any more is kept so long, for pages that were open before."""
_KEPT_NAME: Final = re.compile(r"([0-9a-f]{16})-[0-9]{1,4}\.(webp|jpg)")


def looking_at(tables: Path) -> Look:
    """A look at the photos beside the tables of a folder, at each when it is asked about."""

    @cache
    def look(file: str) -> Seen | PhotoProblem:
        try:
            return look_at(read_photo(tables / FOLDER, file), file)
        except PhotoError as error:
            return error.problem

    return look


class Album:
    """The photos beside the tables of a folder, and a folder that keeps what is made of them."""

    def __init__(self, tables: Path, kept: Path) -> None:
        self._folder = tables / FOLDER
        self._kept = kept

    def prepare(self, file: str) -> Seen:
        """Look at a photo, and make it small where that has not been done.

        Raises:
            PhotoError: It is no photo to show.
        """
        data = read_photo(self._folder, file)
        seen, small = make_small(data, file)
        wanted = [
            self._path(seen.version, width, ending)
            for width in widths(seen.width)
            for ending in FORMATS
        ]
        if not all(path.is_file() for path in wanted):
            for one in small:
                self._keep(self._path(seen.version, one.width, one.ending), one.data)
        return seen

    def small(self, photo: Photo, width: int, ending: str) -> bytes | None:
        """A photo in one of its widths and formats; None where its file is another by now."""
        path = self._path(photo.version, width, ending)
        with suppress(OSError):
            return read_start(path, MAX_BYTES)
        try:
            data = read_photo(self._folder, photo.file)
            if version_of(data) != photo.version:
                return None
            _, made = make_small(data, photo.file)
            small = {(one.width, one.ending): one.data for one in made}
        except PhotoError:
            return None
        for (made_width, made_ending), contents in small.items():
            self._keep(self._path(photo.version, made_width, made_ending), contents)
        return small.get((width, ending))

    def clear(self, versions: Collection[str]) -> None:
        """Remove what was made of other photos than those of these versions, a day later."""
        with suppress(OSError):  # another process has cleared it away, or may alone
            for path in self._kept.iterdir():
                name = _KEPT_NAME.fullmatch(path.name)
                if name is None or name[1] in versions:
                    continue
                if time.time() - path.stat().st_mtime > LEFT_SECONDS:
                    path.unlink(missing_ok=True)

    def _path(self, version: str, width: int, ending: str) -> Path:
        return self._kept / f"{version}-{width}.{ending}"

    def _keep(self, path: Path, data: bytes) -> None:
        """Keep what was made; on a full or absent disk it is made again when it is asked for."""
        try:
            self._kept.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)
        except OSError as error:
            _LOG.warning(
                "A photo that was made small cannot be kept: %s",
                error.strerror,
                extra=event("photo-not-kept"),
            )


def album_of(tables: Path) -> Album:
    """The album of a folder of tables, which every process of this user has in the same place."""
    name = hashlib.sha256(str(tables.absolute()).encode()).hexdigest()[:16]
    return Album(tables, settings.state_folder() / f"{name}.{FOLDER}")
