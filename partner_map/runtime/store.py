"""The one Dataset of the process: swapped whole when the tables change, kept when they break.

A page takes ``current()`` once a run. What a save leaves half-written, locked, empty,
faulty or gone never takes the place of the last good data, which a file in the state
folder carries over a restart.
"""

from __future__ import annotations

import datetime
import hashlib
import logging
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from weakref import WeakValueDictionary

from partner_map import clock, settings
from partner_map.disk import read_start, write_whole
from partner_map.i18n.translator import translator_for
from partner_map.log import event
from partner_map.model import Dataset
from partner_map.photos.album import Look, album_of
from partner_map.runtime.deadline import Deadline, TookTooLongError
from partner_map.runtime.photos import Preparation
from partner_map.tables import (
    Fault,
    FaultKind,
    Hint,
    Signature,
    Snapshot,
    SnapshotError,
    check,
    fault_words,
    packed,
    signature,
    take_snapshot,
    unpacked,
)

_LOG = logging.getLogger(__name__)
_OPERATORS_LANGUAGE = "en"
_TRIED_AGAIN = {
    FaultKind.FILE_UNREADABLE,
    FaultKind.FOLDER_UNREADABLE,
    FaultKind.FOLDER_SLOW,
}
"""Faults that may pass without a change of the files: a lock, a drive that comes back."""


READ_SECONDS: Final = 10.0
"""A look at the files that takes longer is given up: the drive may be gone."""
TIME_STAMP_SECONDS: Final = 3.0
"""Files are read once more after so long: FAT and some network drives tell time by two seconds."""
MAX_KEPT_BYTES: Final = 100 * 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is shown, and what is wrong with the files as they are now."""

    dataset: Dataset | None
    """The last good data; None when there never were any."""
    faults: tuple[Fault, ...]
    """Why the files do not take its place; empty when it is theirs."""
    checked: datetime.datetime
    """When the files were last read (UTC)."""
    hints: tuple[Hint, ...] = ()
    """What a person should look at in the files."""

    @property
    def revision(self) -> str:
        """Changes whenever a page has something else to show."""
        version = "" if self.dataset is None else self.dataset.version
        if not self.faults:
            return version
        return f"{version}-{hashlib.sha256(repr(self.faults).encode()).hexdigest()[:8]}"


class Store:
    """The tables of one folder, and the file that keeps their last good state."""

    def __init__(self, folder: Path, kept: Path, read_seconds: float = READ_SECONDS) -> None:
        self._folder = folder
        self._kept = kept
        self._lock = threading.Lock()
        self._loaded: Loaded | None = None
        self._disk = Deadline(read_seconds)
        self.album: Final = album_of(folder)
        self._photos = Preparation(self.album)
        self._read: Signature = ()
        self._seen: Signature = ()
        self._read_at = 0.0
        self._confirmed = False
        self._contents = b""
        self._unkept = b""
        self._state = "ok"
        self._shown: WeakValueDictionary[str, Dataset] = WeakValueDictionary()

    def current(self) -> Loaded:
        """What is shown now; the first call reads the tables, and no later one waits for that."""
        if self._loaded is not None:
            return self._loaded
        with self._lock:
            return self._loaded or self._load()

    def by_version(self, version: str) -> Dataset | None:
        """The data of a version that is current or that some visitor still looks at."""
        self.current()
        return self._shown.get(version)

    def poll(self) -> Loaded:
        """Take over a change of the files once they have rested from one call to the next."""
        before = self.current()
        self._keep()
        if self._photos.work():
            with self._lock:
                before = self._load(has_photos=True)
            self.album.clear(before.dataset.photos if before.dataset is not None else ())
        try:
            found = self._disk.call(lambda: signature(self._folder))
        except TookTooLongError:
            with self._lock:
                return self._load()
        rested = found == self._seen
        self._seen = found
        waits = any(fault.kind in _TRIED_AGAIN for fault in before.faults)
        if not rested or (found == self._read and not waits and not self._is_to_confirm()):
            return before
        with self._lock:
            return self._load()

    def _is_to_confirm(self) -> bool:
        """Whether the files are to be read once more: time stamps may be two seconds wide."""
        return not self._confirmed and time.monotonic() - self._read_at >= TIME_STAMP_SECONDS

    def _load(self, has_photos: bool = False) -> Loaded:
        """Read the files and show their data, or go on showing what was good.

        With ``has_photos`` more is known of the photos than before, though the files are the same.
        """
        before = self._loaded
        try:
            found, snapshot, after = self._disk.call(self._look)
        except TookTooLongError:
            fault = Fault(FaultKind.FOLDER_SLOW, self._folder.name)
            found = after = self._read
            snapshot = Snapshot({}, (fault,))
        if before is not None and after != found:
            return before  # someone writes at this moment: the next call looks again
        contents = _digest(snapshot, found)
        same = contents == self._contents and not snapshot.faults
        self._confirmed = found == self._read
        self._read, self._read_at = found, time.monotonic()
        if before is not None and same and not before.faults and not has_photos:
            return before
        self._contents = contents
        look = self._photos.look_by(found)
        checked = check(snapshot, settings.world_file(), look)
        dataset = checked.dataset
        if dataset is not None:
            self._unkept = packed(snapshot)
            self._keep()
            if before is not None and before.dataset is not None:
                dataset = before.dataset if before.dataset.version == dataset.version else dataset
        else:
            dataset = before.dataset if before is not None else self._kept_dataset(look)
        self._loaded = Loaded(dataset, checked.faults, clock.now(), checked.hints)
        if dataset is not None:
            self._shown[dataset.version] = dataset
        if before is None or before.revision != self._loaded.revision:
            _log(self._loaded)
        return self._loaded

    def _look(self) -> tuple[Signature, Snapshot, Signature]:
        """The files, and what tells their state before and after they are read."""
        before = signature(self._folder)
        return before, take_snapshot(self._folder), signature(self._folder)

    @property
    def kept(self) -> Path:
        """The file of the last good tables; while ``state`` is ``ok`` it has what is shown."""
        return self._kept

    @property
    def state(self) -> str:
        """``ok``, or why the good tables are not kept for a restart."""
        return self._state

    def _keep(self) -> None:
        """Keep good tables that are not kept yet; a full or absent disk is tried again."""
        if not self._unkept:
            return
        try:
            self._kept.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._kept, self._unkept)
        except OSError as error:
            told = f"the good tables cannot be kept for a restart: {error.strerror}"
            if told != self._state:
                _LOG.warning("%s", told, extra=event("tables-not-kept"))
            self._state = told
            return
        self._unkept, self._state = b"", "ok"

    def _kept_dataset(self, look: Look) -> Dataset | None:
        """The good tables of an earlier process, if this program still finds them good."""
        try:
            archive = read_start(self._kept, MAX_KEPT_BYTES)
            moment = datetime.datetime.fromtimestamp(self._kept.stat().st_mtime, datetime.UTC)
            dataset = check(unpacked(archive), settings.world_file(), look).dataset
        except FileNotFoundError:
            return None
        except (OSError, SnapshotError) as error:
            _LOG.warning(
                "The tables kept from an earlier run cannot be read: %s",
                error,
                extra=event("kept-tables-unreadable"),
            )
            return None
        return dataset and replace(dataset, loaded=moment)


def _digest(snapshot: Snapshot, found: Signature) -> bytes:
    """What tells the contents of files from others; photos by what their folder says of them."""
    digest = hashlib.sha256()
    for name, data in sorted(snapshot.files.items()):
        digest.update(f"{name} {len(data)}\n".encode())
        digest.update(data)
    digest.update(repr([entry for entry in found if "/" in entry[0]]).encode())
    return digest.digest()


def _log(loaded: Loaded) -> None:
    if not loaded.faults:
        _LOG.info("The tables are good.", extra=event("tables-good"))
        return
    translator = translator_for(_OPERATORS_LANGUAGE)
    shown = "nothing"
    if loaded.dataset is not None:
        shown = f"the data of {loaded.dataset.loaded.isoformat(timespec='seconds')}"
    told = "\n".join(fault_words(fault, translator) for fault in loaded.faults)
    _LOG.error(
        "The tables have faults; shown is %s:\n%s", shown, told, extra=event("tables-faulty")
    )


_STORES: dict[Path, Store] = {}
_STORES_LOCK = threading.Lock()


def store() -> Store:
    """The store of ``settings.tables_folder()``."""
    folder = settings.tables_folder().absolute()
    with _STORES_LOCK:
        if folder not in _STORES:
            _STORES[folder] = Store(folder, kept_file(folder))
        return _STORES[folder]


def kept_file(folder: Path) -> Path:
    """Where the last good tables of a folder are kept, in the state folder."""
    name = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:16]
    return settings.state_folder() / f"{name}.zip"


def current() -> Loaded:
    """What is shown now; a page asks once a run."""
    return store().current()
