"""The site as files: written beside the one that stands, then put into its place as a whole."""

from __future__ import annotations

import gzip
import math
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import brotli

from partner_map.site.addresses import ASSETS
from partner_map.site.crew import done_by_all
from partner_map.site.errors import FolderError
from partner_map.site.standing import MARK, Standing, mark, standing_in

Maker = Callable[[], tuple[str, bytes]]
"""What makes a file when it is asked: its path below the site's root, and its contents."""
Progress = Callable[[int, int], None]
"""Called with the number of files that are written, from 0 on, and of all."""
_COMPRESSED: Final = frozenset(
    {".html", ".css", ".js", ".json", ".geojson", ".svg", ".xml", ".atom", ".txt", ".ics", ".csv"}
)
_LEAST_BYTES: Final = 256
"""Below which a compressed copy saves nothing."""
_LEVEL: Final = 9
_FILES_OF_A_JOB: Final = 100
_BEST, _BETTER, _GOOD, _QUICK = 11, 10, 9, 5
"""Of what every visitor loads, of pictures, which only those load who run no scripts (a third of
the time for 6 % more), of what is large, and of pages, which may be thousands."""
_LARGE: Final = 1_000_000
"""Bytes from which on the best takes seconds a file; it would save a quarter."""


def write_site(
    folder: Path,
    makers: Sequence[Maker],
    made_from: Mapping[str, str],
    progress: Progress | None = None,
) -> int:
    """Write the files that makers give, by two processes at once; the number of them.

    The folder changes only when all are written; whoever reads it then finds either site whole.
    A file that is as in the site that stands has its compressed copies from there, and
    ``made_from`` tells the next one of what files were made (``Standing.file``).

    Raises:
        FolderError: The folder holds something else.
        OSError: A file cannot be written.
    """
    refuse_other_contents(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    if progress is not None:
        progress(0, len(makers))
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        (new / MARK).write_bytes(mark(made_from))
        _write_all(new, makers, standing_in(folder), progress)
        new.chmod(0o755)
        _swap(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return len(makers)


def refuse_other_contents(folder: Path) -> None:
    """Raise FolderError for a folder with contents that are no site of ours."""
    if folder.exists() and not folder.is_dir():
        raise FolderError(folder)
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise FolderError(folder)


def _write_all(
    root: Path, makers: Sequence[Maker], standing: Standing, progress: Progress | None
) -> None:
    jobs = math.ceil(len(makers) / _FILES_OF_A_JOB)

    def write_some(number: int) -> int:
        # What is alike in size stands together: every job has a part of it.
        some = makers[number::jobs]
        for make in some:
            _write(root, *make(), standing)
        return len(some)

    done = 0
    for written in done_by_all(write_some, jobs):
        done += written
        if progress is not None:
            progress(done, len(makers))


def _write(root: Path, path: str, contents: bytes, standing: Standing) -> None:
    """Write a file, and its compressed copies beside it where they save something."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(contents)
    if target.suffix in _COMPRESSED and len(contents) >= _LEAST_BYTES:
        copies = standing.packed(path, contents) or _packed(contents, _quality(path, contents))
        brotlied, zipped = copies
        target.with_name(f"{target.name}.br").write_bytes(brotlied)
        target.with_name(f"{target.name}.gz").write_bytes(zipped)


def _quality(path: str, contents: bytes) -> int:
    if not path.startswith(f"{ASSETS}/"):
        return _QUICK
    if len(contents) >= _LARGE:
        return _GOOD
    return _BETTER if path.endswith(".svg") else _BEST


def _packed(contents: bytes, quality: int) -> tuple[bytes, bytes]:
    brotlied = brotli.compress(contents, quality=quality)
    return brotlied, gzip.compress(contents, _LEVEL, mtime=0)


def _swap(new: Path, folder: Path) -> None:
    """Put a whole folder into the place of another, which goes."""
    if not folder.exists():
        new.rename(folder)
        return
    old = new.with_name(f"{new.name}-old")
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
