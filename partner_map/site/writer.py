"""The site as files: written beside the one that stands, then put into its place as a whole."""

from __future__ import annotations

import gzip
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import brotli

from partner_map.site.addresses import ASSETS
from partner_map.site.errors import FolderError

MARK: Final = ".partner-map-site"
"""The file by which a folder is known as a site that may be replaced."""
_COMPRESSED: Final = frozenset(
    {".html", ".css", ".js", ".json", ".geojson", ".svg", ".xml", ".atom", ".txt", ".ics", ".csv"}
)
_LEAST_BYTES: Final = 256
"""Below which a compressed copy saves nothing."""
_LEVEL: Final = 9
_BEST, _QUICK = 11, 5
"""Of what every visitor loads, and of pages, of which there may be thousands."""


def write_site(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write files by their path below the site's root; the number of them.

    The folder changes only when all are written; whoever reads it then finds either site whole.

    Raises:
        FolderError: The folder holds something else.
        OSError: A file cannot be written.
    """
    refuse_other_contents(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        count = _write_all(new, files)
        new.chmod(0o755)
        _swap(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return count


def refuse_other_contents(folder: Path) -> None:
    """Raise FolderError for a folder with contents that are no site of ours."""
    if folder.exists() and not folder.is_dir():
        raise FolderError(folder)
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise FolderError(folder)


def _write_all(root: Path, files: Iterable[tuple[str, bytes]]) -> int:
    (root / MARK).write_bytes(b"")
    count = 0
    for path, contents in files:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(contents)
        count += 1
        if target.suffix in _COMPRESSED and len(contents) >= _LEAST_BYTES:
            quality = _BEST if path.startswith(f"{ASSETS}/") else _QUICK
            target.with_name(f"{target.name}.br").write_bytes(
                brotli.compress(contents, quality=quality)
            )
            target.with_name(f"{target.name}.gz").write_bytes(
                gzip.compress(contents, _LEVEL, mtime=0)
            )
    return count


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
