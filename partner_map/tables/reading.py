"""A folder's files to a Dataset, or to every fault that they have."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from partner_map import clock, settings
from partner_map.errors import PartnerMapError
from partner_map.i18n.translator import translator_for
from partner_map.model import Dataset
from partner_map.photos.album import Look, looking_at
from partner_map.photos.looking import Seen
from partner_map.tables.columns import TABLES, Table
from partner_map.tables.dataset import build_dataset
from partner_map.tables.fault_words import fault_words
from partner_map.tables.faults import Fault, FaultKind, Hint, HintKind, shortened
from partner_map.tables.grid import GridError, columns_of
from partner_map.tables.outlines import OutlinesError
from partner_map.tables.photo_rows import find_photos
from partner_map.tables.relations import (
    Row,
    agreement_faults,
    coordinate_faults,
    event_faults,
    home_faults,
    partner_faults,
    partner_hints,
    rows_of,
)
from partner_map.tables.schema import check_cells
from partner_map.tables.snapshot import READ, TOWN_FILE, UNREAD, Snapshot, take_snapshot
from partner_map.tables.text_file import read_text_file
from partner_map.tables.town import read_town, town_hints
from partner_map.tables.workbook_file import read_workbook_file

_OPERATORS_LANGUAGE = "en"


class TablesError(PartnerMapError):
    """Raised when the tables of a folder have faults; carries every one of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        translator = translator_for(_OPERATORS_LANGUAGE)
        super().__init__("\n".join(fault_words(fault, translator) for fault in self.faults))


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check: a Dataset, or what is wrong; never both."""

    dataset: Dataset | None
    faults: tuple[Fault, ...]
    hints: tuple[Hint, ...] = ()
    """What a person should look at, whether there are faults or not."""


def read_dataset(folder: Path) -> Dataset:
    """Read and check all tables of a folder.

    Raises:
        TablesError: A table is missing, unreadable or has faults; all of them at once.
    """
    checked = check(take_snapshot(folder), settings.world_file(), looking_at(folder))
    if checked.dataset is None:
        raise TablesError(checked.faults)
    return checked.dataset


def _nobody_looked(_: str) -> None:
    return None


def check(snapshot: Snapshot, world: Path, look: Look = _nobody_looked) -> Checked:
    """Check all tables of a snapshot; places are held against the outlines of ``world``.

    ``look`` tells what is known of the photos that they name; without it none is shown.
    """
    faults = [*snapshot.faults, *_file_faults(snapshot)]
    town, town_faults = read_town(snapshot.files.get(TOWN_FILE))
    faults += town_faults
    read = [read_table(snapshot, table) for table in TABLES]
    faults += [fault for table in read for fault in table.faults]
    tables = [table.rows for table in read]
    partners, events, coordinates, agreements = tables
    photos = find_photos((partners, events), look)
    hints = (
        *(() if town is None else town_hints(town, clock.today(town))),
        *(hint for table in read for hint in table.hints),
        *partner_hints(partners),
        *photos.hints,
    )
    try:
        faults += () if town is None else home_faults(town, world)
        faults += partner_faults(partners, world)
        faults += coordinate_faults(coordinates, partners, world)
    except OutlinesError:
        faults.append(Fault(FaultKind.OUTLINES, world.name))
    faults += event_faults(events, partners)
    faults += agreement_faults(agreements, partners)
    if faults or town is None:
        return Checked(None, _in_order(faults), hints)
    # Tables without further agreements keep the version that they had before there were any.
    counted = tables if agreements else tables[:-1]
    version = _version(snapshot.files[TOWN_FILE], counted, photos.seen)
    dataset = build_dataset(town, tables, version, photos.seen)
    return Checked(dataset, (), (*hints, *_term_hints(dataset, partners)))


def _term_hints(dataset: Dataset, partners: Sequence[Row]) -> Iterator[Hint]:
    """The partners whose newest agreement had a term that is over."""
    today = clock.today(dataset.town)
    over = [
        partner.id
        for partner in dataset.partners
        if partner.ended is None and partner.end is not None and partner.end.date.latest <= today
    ]
    if over:
        yield Hint(HintKind.TERM_OVER, partners[0].file, shortened(", ".join(over)))


def _file_faults(snapshot: Snapshot) -> Iterator[Fault]:
    """Files that are missing, stand twice, or are of a kind that is not read."""
    of_folder = (FaultKind.FOLDER_UNREADABLE, FaultKind.FOLDER_SLOW)
    if any(fault.kind in of_folder for fault in snapshot.faults):
        return
    there = snapshot.files.keys() | {fault.file for fault in snapshot.faults}
    if TOWN_FILE not in there:
        yield Fault(FaultKind.FILE_MISSING, TOWN_FILE)
    for table in TABLES:
        csv_name, workbook_name = (f"{table.name}{ending}" for ending in READ)
        unread = [name for ending in UNREAD if (name := f"{table.name}{ending}") in there]
        for name in unread:
            yield Fault(FaultKind.FILE_FORMAT, name)
        if {csv_name, workbook_name} <= there:
            yield Fault(FaultKind.FILE_TWICE, workbook_name, allowed=(csv_name,))
        elif table.required and there.isdisjoint((csv_name, workbook_name, *unread)):
            yield Fault(FaultKind.FILE_MISSING, csv_name)


@dataclass(frozen=True, slots=True)
class ReadTable:
    """The rows of one table, and what is to be said of them."""

    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()
    hints: tuple[Hint, ...] = ()


def read_table(snapshot: Snapshot, table: Table) -> ReadTable:
    """A table from its workbook or its CSV; without rows unless just one of them is there."""
    csv_name, workbook_name = (f"{table.name}{ending}" for ending in READ)
    text, workbook = snapshot.files.get(csv_name), snapshot.files.get(workbook_name)
    try:
        if text is not None and workbook is None:
            grid = read_text_file(csv_name, text, table)
        elif workbook is not None and text is None:
            grid = read_workbook_file(workbook_name, workbook, table)
        else:
            return ReadTable()
        cells = columns_of(grid, table)
    except GridError as error:
        return ReadTable(faults=(error.fault,))
    sound, faults = check_cells(cells, table)
    faults = [fault for fault in faults if (fault.row, fault.column) not in cells.merged]
    return ReadTable(
        rows_of(grid.file, cells.frame, sound, cells.merged),
        (*cells.faults, *faults),
        cells.hints,
    )


def _in_order(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """By file in the order of its first fault, then by row; one fault a cell.

    Degrees that only seem too many because they were swapped have that one fault.
    """
    swapped = {
        (fault.file, fault.row) for fault in faults if fault.kind is FaultKind.COORDINATE_SWAPPED
    }
    first: dict[tuple[str, int | None, str | None, FaultKind | None], Fault] = {}
    for fault in faults:
        if fault.kind is FaultKind.DEGREES and (fault.file, fault.row) in swapped:
            continue
        cell = fault.row is not None and fault.column is not None
        first.setdefault((fault.file, fault.row, fault.column, None if cell else fault.kind), fault)
    files = list(dict.fromkeys(fault.file for fault in first.values()))
    return tuple(
        sorted(first.values(), key=lambda fault: (files.index(fault.file), fault.row or 0))
    )


def _version(town: bytes, tables: Iterable[Iterable[Row]], photos: Mapping[str, Seen]) -> str:
    """Changes when any value or photo does, not when a table is only written in another way."""
    hashed = hashlib.sha256(town)
    for rows in tables:
        cells = [{name: cell for name, cell in row.sound.items() if cell} for row in rows]
        hashed.update(json.dumps(cells, sort_keys=True).encode())
    for file, seen in sorted(photos.items()):
        hashed.update(f"{file} {seen.version}\n".encode())
    return hashed.hexdigest()[:12]
