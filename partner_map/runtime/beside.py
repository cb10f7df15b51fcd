"""A small file beside the tables, asked for on a visitor's path, on a drive that may not answer."""

from __future__ import annotations

import threading
from functools import lru_cache
from pathlib import Path
from typing import Final

from partner_map.disk import read_start
from partner_map.runtime.deadline import Deadline, TookTooLongError

WAIT_SECONDS: Final = 0.25
"""A visitor waits so long for the drive, and then has what the file said before."""
_MAX_BYTES: Final = 1024 * 1024
_KEPT: Final = 8
"""Files; a process serves one folder."""


class FileBeside:
    """A file as it is, or as it was when its drive answered last."""

    def __init__(self, path: Path, seconds: float = WAIT_SECONDS) -> None:
        self._path = path
        self._seconds = seconds
        self._disk = Deadline(seconds)
        self._turn = threading.Lock()
        self._found: bytes | OSError = TimeoutError("the drive has never answered")

    def read(self) -> bytes:
        """The first megabyte of the file.

        Raises:
            FileNotFoundError: There is none.
            OSError: It cannot be read, or its drive has never answered.
        """
        if self._turn.acquire(timeout=self._seconds):
            try:
                self._found = self._disk.call(self._look)
            except TookTooLongError:
                pass  # what was found before stands
            finally:
                self._turn.release()
        if isinstance(self._found, OSError):
            raise self._found
        return self._found

    def _look(self) -> bytes | OSError:
        try:
            return read_start(self._path, _MAX_BYTES)
        except OSError as error:
            return error


@lru_cache(maxsize=_KEPT)
def file_beside(path: Path) -> FileBeside:
    """The file of this path, with what it was."""
    return FileBeside(path)
