"""Rows of another file as rows of a folder's table: what is sound goes in, the rest is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from partner_map import settings
from partner_map.errors import PartnerMapError
from partner_map.i18n.translator import N_, Translator, translator_for
from partner_map.model import CLERK_LANGUAGES, AgreementKind
from partner_map.tables.columns import EVENTS, PARTNERS, Table
from partner_map.tables.faults import Fault
from partner_map.tables.foreign_file import LATITUDE, ForeignRow, read_foreign_file
from partner_map.tables.grid import Grid, columns_of
from partner_map.tables.nearest import country_named, nearest_id
from partner_map.tables.reading import TablesError, check, read_table
from partner_map.tables.relations import Row, event_faults, partner_faults, rows_of
from partner_map.tables.schema import check_cells
from partner_map.tables.snapshot import Snapshot, take_snapshot
from partner_map.tables.spreadsheet import csv_file
from partner_map.tables.starter import EXAMPLE_ID

_NO_STORY: Final = N_("Nobody has written the story of this partnership yet.")
_ENTITY: Final = re.compile(r"https?://www\.wikidata\.org/entity/(Q[0-9]+)")
_NAMES: Final = ("name_own", *(f"name_{code}" for code in CLERK_LANGUAGES))


class TakingInError(PartnerMapError):
    """Raised when nothing can be taken in at all; can be said in any language."""

    def __init__(self, message: str, **values: str) -> None:
        self._message, self._values = message, values
        super().__init__(message.format(**values))

    def words(self, translator: Translator) -> str:
        """What is wrong and what to do, in the reader's language."""
        return translator.gettext(self._message, **self._values)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The table with its new rows, and what stands in the way of the others."""

    file: str
    """The name of the table's file."""
    data: bytes
    """What it holds now."""
    rows: int
    """How many rows are new."""
    faults: tuple[Fault, ...]
    """Why each of the others was left out, by its row in the other file."""
    without_example: Mapping[str, bytes]
    """Other files of the folder, without the example of a new one."""


def names_of_columns(pairs: Iterable[str], table: Table) -> dict[str, str]:
    """What ``OURS=THEIRS`` says: the other file's name of each of our columns.

    One of ours without its language stands for all of them: ``name`` for ``name_pl``,
    ``name_en`` and ``name_own``.

    Raises:
        TakingInError: A pair has no such form, or there is no such column.
    """
    found = {name: name for name in table.readable}
    for pair in pairs:
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        columns = [ours] if ours in table.readable else _of_each_language(ours, table)
        if not equals or not ours or not theirs:
            raise TakingInError(N_("{text}: write OURS=THEIRS, as in name=label"), text=pair)
        if not columns:
            raise TakingInError(
                N_("{text}: there is no such column; allowed are: {allowed}"),
                text=ours,
                allowed=", ".join(table.by_name),
            )
        found |= dict.fromkeys(columns, theirs)
    return found


def take_in(
    path: Path, folder: Path, table: Table, pairs: Sequence[str], source: str | None
) -> TakenIn:
    """Read another file and put its sound rows below those of a folder's table.

    Raises:
        TakingInError: The columns are not named, or the table is kept as a workbook.
        GridError: The other file cannot be read.
        TablesError: The folder has faults already.
    """
    names = names_of_columns(pairs, table)
    snapshot = take_snapshot(folder)
    file = f"{table.name}.csv"
    if f"{table.name}.xlsx" in snapshot.files:
        raise TakingInError(
            N_("{file} is a workbook: save it as CSV UTF-8 under the name {csv} and remove it"),
            file=f"{table.name}.xlsx",
            csv=file,
        )
    checked = check(snapshot, settings.world_file())
    if checked.faults:
        raise TablesError(checked.faults)
    foreign = read_foreign_file(path, names.values())
    cells = [_cells(row, names, table, source) for row in foreign]
    # An event of a new folder's example would stay where it is kept in a workbook.
    goes = f"{EVENTS.name}.xlsx" not in snapshot.files
    before = read_table(snapshot, table).rows
    kept = [row for row in before if not _is_example(row, table) or not goes]
    rows, faults = _checked_rows(path.name, foreign, cells, table)
    faults += _faults_between(kept, rows, snapshot, table)
    wrong = {fault.row for fault in faults}
    sound = [row for row in rows if row.number not in wrong]
    told: dict[tuple[int | None, str | None], Fault] = {}
    for fault in faults:
        told.setdefault((fault.row, fault.column), fault)
    return TakenIn(
        file,
        _written(table, (*(kept if sound else before), *sound)),
        len(sound),
        tuple(sorted(told.values(), key=lambda fault: fault.row or 0)),
        _others_without_example(snapshot, table) if sound else {},
    )


def _of_each_language(stem: str, table: Table) -> list[str]:
    meant = {f"{stem}_{code}" for code in (*CLERK_LANGUAGES, "own")}
    return [name for name in table.by_name if name in meant]


def _cells(
    row: ForeignRow, names: Mapping[str, str], table: Table, source: str | None
) -> dict[str, str]:
    """The cells of our row; what the program requires and no file of others has is filled in."""
    values = row.values
    cells = {ours: values.get(theirs, "") for ours, theirs in names.items()}
    entity = next(filter(None, map(_ENTITY.fullmatch, values.values())), None)
    own_source = source or (entity[0] if entity else "")
    if table is EVENTS:
        return cells | {"source": cells["source"] or own_source}
    known = next((cells[name] for name in _NAMES if cells[name]), "")
    cells |= {name: cells[name] or known for name in _NAMES}
    cells["country"] = country_named(cells["country"]) or cells["country"]
    numbered = entity[1].lower() if entity else ""
    if _ENTITY.fullmatch(cells["id"]):
        cells["id"] = ""
    cells["id"] = cells["id"] or (nearest_id(cells[_NAMES[-1]]) if known else "") or numbered
    for code in CLERK_LANGUAGES:
        summary = f"summary_{code}"
        cells[summary] = cells[summary] or translator_for(code).gettext(_NO_STORY)
    if cells[LATITUDE]:
        cells["coordinates_source"] = cells["coordinates_source"] or own_source
    for dated in ("first_contacts", "agreement", "ended"):
        if cells[dated]:
            cells[f"{dated}_source"] = cells[f"{dated}_source"] or own_source
    if cells["agreement"]:
        cells["agreement_kind"] = cells["agreement_kind"] or AgreementKind.AGREEMENT.value
    return cells


def _checked_rows(
    file: str, foreign: Sequence[ForeignRow], cells: Sequence[Mapping[str, str]], table: Table
) -> tuple[tuple[Row, ...], list[Fault]]:
    """The rows as checked ones, under the numbers that they have in the other file."""
    header = list(table.readable)
    by_number = {
        row.number: [cell[name] for name in header]
        for row, cell in zip(foreign, cells, strict=True)
    }
    numbers = range(min(by_number), max(by_number) + 1)
    grid = Grid(
        file, [header, *(by_number.get(number, []) for number in numbers)], min(by_number) - 1
    )
    placed = columns_of(grid, table)
    sound, faults = check_cells(placed, table)
    return rows_of(file, placed.frame, sound), [*placed.faults, *faults]


def _faults_between(
    kept: Sequence[Row], rows: Sequence[Row], snapshot: Snapshot, table: Table
) -> list[Fault]:
    """What is wrong between the new rows and those that stand; told of the new ones alone."""
    if table is EVENTS:
        return list(event_faults(rows, read_table(snapshot, PARTNERS).rows))
    taken = [Row("", row.number, row.typed, row.sound) for row in kept]
    found = partner_faults((*taken, *rows), settings.world_file())
    return [fault for fault in found if fault.file]


def _is_example(row: Row, table: Table) -> bool:
    return row.text("partners" if table is EVENTS else "id") == EXAMPLE_ID


def _others_without_example(snapshot: Snapshot, table: Table) -> Mapping[str, bytes]:
    """The events without that of the example partner, which goes when partners come."""
    file = f"{EVENTS.name}.csv"
    if table is EVENTS or file not in snapshot.files:
        return {}
    rows = read_table(snapshot, EVENTS).rows
    others = [row for row in rows if not _is_example(row, EVENTS)]
    return {} if len(others) == len(rows) else {file: _written(EVENTS, others)}


def _written(table: Table, rows: Iterable[Row]) -> bytes:
    written = list(rows)
    further = [one.name for one in table.translations if any(row.text(one.name) for row in written)]
    header = [*table.by_name, *further]
    return csv_file(header, [[row.text(name) for name in header] for row in written])
