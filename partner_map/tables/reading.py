"""A folder's files to a Dataset, or to every fault that they have."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from partner_map import settings
from partner_map.errors import PartnerMapError
from partner_map.i18n import translator
from partner_map.model import Dataset
from partner_map.tables.columns import COORDINATES, EVENTS, PARTNERS, Table
from partner_map.tables.dataset import build_dataset
from partner_map.tables.fault_words import fault_words
from partner_map.tables.faults import Fault, FaultKind
from partner_map.tables.grid import GridError, columns_of
from partner_map.tables.relations import (
    Row,
    coordinate_faults,
    event_faults,
    partner_faults,
    rows_of,
)
from partner_map.tables.schema import check_cells
from partner_map.tables.snapshot import TOWN_FILE, UNREAD, Snapshot, take_snapshot
from partner_map.tables.text_file import read_text_file
from partner_map.tables.town import read_town
from partner_map.tables.workbook_file import read_workbook_file

_OPERATORS_LANGUAGE = "en"


class TablesError(PartnerMapError):
    """Raised when the tables of a folder have faults; carries every one of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        say = translator(_OPERATORS_LANGUAGE)
        super().__init__("\n".join(fault_words(fault, say) for fault in self.faults))


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check: a Dataset, or what is wrong; never both."""

    dataset: Dataset | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """The rows of a table and its faults; None where there is no table to speak of."""

    rows: tuple[Row, ...] | None
    faults: tuple[Fault, ...]


def read_dataset(folder: Path) -> Dataset:
    """Read and check all tables of a folder.

    Raises:
        TablesError: A table is missing, unreadable or has faults; all of them at once.
    """
    checked = check(take_snapshot(folder), settings.basemap_file(folder))
    if checked.dataset is None:
        raise TablesError(checked.faults)
    return checked.dataset


def check(snapshot: Snapshot, basemap: Path) -> Checked:
    """Check all tables of a snapshot; places are held against the outlines of ``basemap``."""
    faults = list(snapshot.faults)
    town = None
    if TOWN_FILE in snapshot.files:
        town, town_faults = read_town(snapshot.files[TOWN_FILE])
        faults += town_faults
    elif not any(fault.file == TOWN_FILE for fault in faults) and not _unreadable(snapshot):
        faults.append(Fault(FaultKind.FILE_MISSING, TOWN_FILE))
    partners, events, coordinates = (
        _read(snapshot, table) for table in (PARTNERS, EVENTS, COORDINATES)
    )
    for table in (partners, events, coordinates):
        faults += table.faults
    partner_rows = partners.rows or ()
    faults += partner_faults(partner_rows, basemap)
    faults += event_faults(events.rows or (), partner_rows)
    faults += coordinate_faults(coordinates.rows or (), partner_rows, basemap)
    if faults or town is None:
        return Checked(None, _in_order(faults))
    rows = (partner_rows, events.rows or (), coordinates.rows or ())
    version = _version(snapshot.files[TOWN_FILE], rows)
    return Checked(build_dataset(town, *rows, version), ())


def _unreadable(snapshot: Snapshot) -> bool:
    return any(fault.kind is FaultKind.FOLDER_UNREADABLE for fault in snapshot.faults)


def _read(snapshot: Snapshot, table: Table) -> _Read:
    """The rows of a table, from its workbook or its CSV."""
    csv_name, workbook_name = f"{table.name}.csv", f"{table.name}.xlsx"
    there = [name for name in (csv_name, workbook_name) if name in snapshot.files]
    foreign = [f"{table.name}{e}" for e in UNREAD if f"{table.name}{e}" in snapshot.files]
    faults = [Fault(FaultKind.FILE_FORMAT, name) for name in foreign]
    if len(there) > 1:
        faults.append(Fault(FaultKind.FILE_TWICE, workbook_name, allowed=(csv_name,)))
    if len(there) != 1:
        told = bool(faults) or any(
            fault.file in (csv_name, workbook_name) or fault.kind is FaultKind.FOLDER_UNREADABLE
            for fault in snapshot.faults
        )
        if table.required and not told:
            faults.append(Fault(FaultKind.FILE_MISSING, csv_name))
        return _Read(None, tuple(faults))
    name = there[0]
    read = read_workbook_file if name == workbook_name else read_text_file
    try:
        cells = columns_of(read(name, snapshot.files[name], table), table)
    except GridError as error:
        return _Read(None, (*faults, error.fault))
    typed, sound, cell_faults = check_cells(cells, table)
    return _Read(rows_of(name, typed, sound), (*faults, *cells.faults, *cell_faults))


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """By file in the order of its first fault, then by row; one fault a cell."""
    first: dict[tuple[str, int | None, str | None, FaultKind | None], Fault] = {}
    for fault in faults:
        cell = fault.row is not None and fault.column is not None
        first.setdefault((fault.file, fault.row, fault.column, None if cell else fault.kind), fault)
    files = list(dict.fromkeys(fault.file for fault in first.values()))
    return tuple(
        sorted(first.values(), key=lambda fault: (files.index(fault.file), fault.row or 0))
    )


def _version(town: bytes, tables: Iterable[Iterable[Row]]) -> str:
    """Changes when any value does, and not when a table is only written in another way."""
    hashed = hashlib.sha256(town)
    for rows in tables:
        cells = [{name: cell for name, cell in row.sound.items() if cell} for row in rows]
        hashed.update(json.dumps(cells, sort_keys=True).encode())
    return hashed.hexdigest()[:12]
