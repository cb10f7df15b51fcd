"""The one Dataset of the process, or the fault that stands in its way."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from pathlib import Path

from partner_map.model import Dataset
from partner_map.settings import tables_folder
from partner_map.tables import TablesError, read_dataset

_LOG = logging.getLogger(__name__)
_LOCK = threading.Lock()
_LOADED: dict[Path, Loaded] = {}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The outcome of reading the tables: a Dataset, or the fault."""

    dataset: Dataset | None
    fault: TablesError | None


def current() -> Loaded:
    """The tables of ``settings.tables_folder()``, read once; a fault is logged and tried again."""
    folder = tables_folder()
    with _LOCK:
        loaded = _LOADED.get(folder)
        if loaded is None:
            loaded = _load(folder)
            if loaded.dataset is not None:
                _LOADED[folder] = loaded
    return loaded


def _load(folder: Path) -> Loaded:
    try:
        return Loaded(read_dataset(folder), None)
    except TablesError as fault:
        _LOG.error("The tables cannot be shown:\n%s", fault)
        return Loaded(None, fault)
