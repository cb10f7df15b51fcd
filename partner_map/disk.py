"""Reading and writing files that others change, on drives that fill up, vanish and come back."""

from __future__ import annotations

import os
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

_LEFT_OVER_SECONDS: Final = 3600
"""What a writer that was killed left is cleared away after so long."""


def read_start(path: Path, size: int) -> bytes:
    """The first bytes of an ordinary file, ``size`` of them at most.

    Raises:
        OSError: It cannot be read, or is none: opening a pipe would wait for whoever writes.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as file:  # noqa: PTH123  # of what is open already
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(f"{path.name} is no ordinary file")
        return file.read(size)


ANYONES: Final = 0o666
"""What others may do with a file, as far as the process's mask lets them."""
OURS_ALONE: Final = 0o600


def write_whole(path: Path, data: bytes, mode: int = ANYONES) -> None:
    """Write a file in one step: whoever reads, or comes after a kill, has the old or the new.

    Several processes may write the same file, on several machines too. ``mode`` says who may
    read it (POSIX).

    Raises:
        OSError: It cannot be written; the old one stands.
    """
    written = path.with_name(f"{path.name}.{secrets.token_hex(8)}.new")
    try:
        with open(written, "wb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(written, path)  # noqa: PTH105  # the atomic one, by its own name
    except OSError:
        written.unlink(missing_ok=True)
        raise
    for other in path.parent.glob(f"{path.name}.*.new"):
        with suppress(OSError):  # another writer has cleared it away, or may alone
            if time.time() - other.stat().st_mtime > _LEFT_OVER_SECONDS:
                other.unlink()


def write_private(path: Path, data: bytes) -> None:
    """Write a file in one step that its owner alone may read, and that a power cut may take.

    Raises:
        OSError: It cannot be written; the old one stands.
    """
    written = path.with_name(f"{path.name}.{secrets.token_hex(8)}.new")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(written, flags, 0o600), "wb") as file:  # noqa: PTH123  # open already
            file.write(data)
        os.replace(written, path)  # noqa: PTH105  # the atomic one, by its own name
    except OSError:
        written.unlink(missing_ok=True)
        raise
