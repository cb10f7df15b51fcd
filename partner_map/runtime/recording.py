"""The history of the record, written after each good save beside the tables that are kept.

Two files: the saves, and the tables up to which they are told. So what changed while no server
ran is told at the next start, and a save whose history could not be written is told later.
"""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Final

from partner_map import settings
from partner_map.disk import OURS_ALONE, read_start, write_whole
from partner_map.history.saves import (
    MAX_BYTES,
    NO_HISTORY,
    History,
    Save,
    file_with,
    read_history,
    save_of,
)
from partner_map.log import event
from partner_map.model import Dataset
from partner_map.runtime.beside import file_beside
from partner_map.runtime.deadline import Deadline, TookTooLongError
from partner_map.runtime.store import MAX_KEPT_BYTES, Store, kept_file, store
from partner_map.tables import Snapshot, SnapshotError, check, unpacked

_LOG = logging.getLogger(__name__)
DISK_SECONDS: Final = 5.0
"""What takes the state folder longer is given up, and tried again."""
AGAIN_SECONDS: Final = 30.0
"""The time until it is tried again."""


def history_file(kept: Path) -> Path:
    """The file of the saves, beside that of the tables which are kept."""
    return kept.with_suffix(".jsonl")


def told_file(kept: Path) -> Path:
    """The tables up to which the saves are told."""
    return kept.with_suffix(".told.zip")


def current_history() -> History:
    """The history of the tables that are served; a drive that hangs keeps no visitor waiting."""
    try:
        return read_history(file_beside(history_file(store().kept)).read())
    except OSError:
        return NO_HISTORY


def history_of(folder: Path) -> History:
    """The history that a server has kept of a folder of tables.

    Raises OSError where there is one that cannot be read.
    """
    try:
        return read_history(read_start(history_file(kept_file(folder)), MAX_BYTES))
    except FileNotFoundError:
        return NO_HISTORY


class Recorder:
    """Writes what each save changed, once."""

    def __init__(self, tables: Store, seconds: float = DISK_SECONDS) -> None:
        self._tables = tables
        self._disk = Deadline(seconds)
        self._told: Dataset | None = None
        self._failed = ""
        self._again = 0.0

    @property
    def told_version(self) -> str:
        """Of the tables up to which the saves are told; empty before the first look."""
        return "" if self._told is None else self._told.version

    def follow(self, dataset: Dataset) -> None:
        """Record the save that led to these data, where it is not recorded yet."""
        if self.told_version == dataset.version:
            return
        if self._tables.state != "ok" or time.monotonic() < self._again:
            return  # what is kept is not what is shown, or the drive has just failed
        self._again = time.monotonic() + AGAIN_SECONDS
        try:
            self._record(dataset)
        except (OSError, TookTooLongError) as error:
            if str(error) != self._failed:
                _LOG.warning(
                    "The history of the tables cannot be written: %s",
                    error,
                    extra=event("history-not-kept"),
                )
            self._failed = str(error)
            return
        self._told, self._failed, self._again = dataset, "", 0.0

    def _record(self, dataset: Dataset) -> None:
        before = self._told or self._told_before(dataset)
        save = None if before is None else save_of(before, dataset)
        if save is not None:
            self._disk.call(lambda: _append(history_file(self._tables.kept), save))
        self._disk.call(lambda: _copy(self._tables.kept, told_file(self._tables.kept)))

    def _told_before(self, dataset: Dataset) -> Dataset | None:
        """The tables that an earlier process told last; None where nothing is to be told."""
        try:
            told, kept = self._disk.call(lambda: _both(self._tables.kept))
            if told.files == kept.files:
                return dataset
            return check(told, settings.world_file()).dataset
        except FileNotFoundError:
            return None
        except SnapshotError as error:
            _LOG.warning(
                "What the history of the tables has told last cannot be read: %s",
                error,
                extra=event("history-unreadable"),
            )
            return None


def _both(kept: Path) -> tuple[Snapshot, Snapshot]:
    """The tables that were told last, and those of now."""
    told = unpacked(read_start(told_file(kept), MAX_KEPT_BYTES))
    return told, unpacked(read_start(kept, MAX_KEPT_BYTES))


def _append(path: Path, save: Save) -> None:
    """Write the file with one more save; broken lines go, and a save that is there stays once."""
    try:
        history = read_history(read_start(path, MAX_BYTES))
    except FileNotFoundError:
        history = NO_HISTORY
    if history.broken:
        _LOG.warning(
            "Lines of %s hold no save and are dropped: %d",
            path.name,
            history.broken,
            extra=event("history-unreadable"),
        )
    if not history.saves or history.saves[0].version != save.version:
        write_whole(path, file_with(history, save), OURS_ALONE)


def _copy(path: Path, copy: Path) -> None:
    write_whole(copy, read_start(path, MAX_KEPT_BYTES), OURS_ALONE)
