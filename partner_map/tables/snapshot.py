"""The files of a tables folder as they were at one moment."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from partner_map.disk import read_start
from partner_map.errors import PartnerMapError
from partner_map.photos.looking import FOLDER
from partner_map.tables.columns import MAX_FILE_BYTES, MAX_TOWN_FILE_BYTES, TABLES
from partner_map.tables.faults import Fault, FaultKind

TOWN_FILE: Final = "town.toml"
READ: Final = (".csv", ".xlsx")
"""How the name of a table's file may end."""
UNREAD: Final = (".xls", ".ods", ".xlsm", ".txt", ".tsv")
"""How the name ends of what a spreadsheet program saves and we do not read."""

MAX_PHOTO_FILES: Final = 2000
"""Files in the folder of the photos; what a table names of more than these is not seen."""

Signature = tuple[tuple[str, int, int, int], ...]
"""Name, time of change in nanoseconds, size in bytes and inode of each file that is there."""


class SnapshotError(PartnerMapError):
    """Raised when bytes that should be a packed snapshot are none."""


@dataclass(frozen=True)
class Snapshot:
    """The bytes of a folder's files, and what stood in the way of reading others."""

    files: Mapping[str, bytes]
    faults: tuple[Fault, ...] = field(default=())


def file_names() -> tuple[str, ...]:
    """The names that a folder's files may have, those included that are not read."""
    return (
        TOWN_FILE,
        *(f"{table.name}{ending}" for table in TABLES for ending in (*READ, *UNREAD)),
    )


def signature(folder: Path) -> Signature:
    """What tells a folder's state from its next one without reading a file."""
    found = []
    for name in file_names():
        try:
            status = (folder / name).stat()
        except OSError:
            continue
        found.append((name, status.st_mtime_ns, status.st_size, status.st_ino))
    return (*found, *sorted(islice(_photo_files(folder, FOLDER), MAX_PHOTO_FILES)))


def _photo_files(folder: Path, within: str) -> Iterator[tuple[str, int, int, int]]:
    """What tells the state of each photo's file; a link to a folder is not followed."""
    try:
        entries = list(os.scandir(folder / within))
    except OSError:
        return
    for entry in entries:
        name = f"{within}/{entry.name}"
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _photo_files(folder, name)
            elif entry.is_file():
                status = Path(entry).stat()
                yield (name, status.st_mtime_ns, status.st_size, status.st_ino)
        except OSError:  # it has gone meanwhile
            continue


def take_snapshot(folder: Path) -> Snapshot:
    """Read the files of a folder; what cannot be read becomes a fault and raises nothing."""
    try:
        present = {path.name for path in folder.iterdir()}
    except OSError:
        return Snapshot({}, (Fault(FaultKind.FOLDER_UNREADABLE, folder.name),))
    files: dict[str, bytes] = {}
    faults: list[Fault] = []
    for name in file_names():
        if name not in present:
            continue
        if name.endswith(UNREAD):
            files[name] = b""
            continue
        try:
            limit = MAX_TOWN_FILE_BYTES if name == TOWN_FILE else MAX_FILE_BYTES
            data = read_start(folder / name, limit + 1)
        except OSError:
            faults.append(Fault(FaultKind.FILE_UNREADABLE, name))
            continue
        if len(data) > limit:
            megabytes = str(limit // 1024 // 1024)
            faults.append(Fault(FaultKind.FILE_TOO_LARGE, name, allowed=(megabytes,)))
            continue
        files[name] = data
    return Snapshot(files, tuple(faults))


def packed(snapshot: Snapshot) -> bytes:
    """The files as one archive."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(snapshot.files.items()):
            archive.writestr(name, data)
    return written.getvalue()


def unpacked(data: bytes) -> Snapshot:
    """The files of an archive that ``packed`` made.

    Raises:
        SnapshotError: The archive is broken, or holds what no tables folder has.
    """
    known = set(file_names())
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if any(e.filename not in known or e.file_size > MAX_FILE_BYTES for e in entries):
                raise SnapshotError("the archive holds what no tables folder has")
            return Snapshot({entry.filename: archive.read(entry) for entry in entries})
    except SnapshotError:
        raise
    except Exception as error:  # a broken archive leads zipfile to any error
        raise SnapshotError(f"the archive is broken: {error}; delete it") from error
