"""The photos of the tables that are served: looked at and made small off the visitors' path.

What the tables name is known by the stamp of its file. Whoever reads the tables never waits for
a photo: one that nobody has looked at yet is shown some seconds later.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import partial
from typing import Final

from partner_map.photos.album import Album, Look
from partner_map.photos.looking import FOLDER, PhotoError, PhotoProblem, Seen, is_inside
from partner_map.runtime.deadline import Deadline, TookTooLongError
from partner_map.tables import Signature

Stamp = tuple[int, int, int]
"""Time of change in nanoseconds, size in bytes and inode of a file."""
LOOK_SECONDS: Final = 30.0
"""A look at a photo that takes longer is given up: the drive may be gone."""
TURN_SECONDS: Final = 1.0
"""So long the tables wait for photos before somebody looks whether they have changed."""
AGAIN_SECONDS: Final = 60.0
"""What may pass without a change of the file, such as a lock, is tried again after so long."""
_PASSING: Final = {PhotoProblem.SLOW, PhotoProblem.UNREADABLE}


class Preparation:
    """What is known of an album's photos, and those that wait to be looked at."""

    def __init__(self, album: Album, seconds: float = LOOK_SECONDS) -> None:
        self._album = album
        self._disk = Deadline(seconds)
        self._known: dict[tuple[str, Stamp], Seen | PhotoProblem] = {}
        self._waiting: dict[tuple[str, Stamp], None] = {}
        self._again: dict[tuple[str, Stamp], float] = {}

    def look_by(self, signature: Signature) -> Look:
        """What is known of each photo by the stamps of its folder; who is asked about waits."""
        stamps = {
            name.removeprefix(f"{FOLDER}/"): (changed, size, inode)
            for name, changed, size, inode in signature
            if name.startswith(f"{FOLDER}/")
        }
        self._waiting.clear()
        self._known = {
            (file, stamp): found
            for (file, stamp), found in self._known.items()
            if stamps.get(file) == stamp
        }
        return partial(self._look, stamps)

    def _look(self, stamps: Mapping[str, Stamp], file: str) -> Seen | PhotoProblem | None:
        if not is_inside(file):
            return PhotoProblem.OUTSIDE
        if file not in stamps:
            return PhotoProblem.MISSING
        key = (file, stamps[file])
        found = self._known.get(key)
        if found is None:
            self._waiting[key] = None
        return found

    def work(self) -> bool:
        """Look at photos that wait, for a while; whether something is known that was not."""
        self._try_again()
        if not self._waiting:
            return False
        until = time.monotonic() + TURN_SECONDS
        while self._waiting and time.monotonic() < until:
            key = next(iter(self._waiting))
            del self._waiting[key]
            self._known[key] = self._outcome(key)
        return not self._waiting

    def _outcome(self, key: tuple[str, Stamp]) -> Seen | PhotoProblem:
        file, _ = key
        try:
            return self._disk.call(partial(self._album.prepare, file))
        except PhotoError as error:
            problem = error.problem
        except TookTooLongError:
            problem = PhotoProblem.SLOW
        if problem in _PASSING:
            self._again[key] = time.monotonic() + AGAIN_SECONDS
        return problem

    def _try_again(self) -> None:
        """Let those wait once more whose time has come."""
        now = time.monotonic()
        for key in [key for key, due in self._again.items() if due <= now]:
            del self._again[key]
            if self._known.pop(key, None) in _PASSING:
                self._waiting[key] = None
