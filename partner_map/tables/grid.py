"""The cells of a file before anything is known of them, and as columns of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import product
from typing import Final

import pandas as pd

from partner_map.errors import PartnerMapError
from partner_map.tables.columns import MAX_ROWS, Table
from partner_map.tables.faults import Fault, FaultKind, Hint, HintKind, shortened
from partner_map.tables.spreadsheet import unforced

BLANK: Final = " \t\r\n\xa0\u2007\u202f\ufeff"
"""Signs that make no cell full: among them the non-breaking spaces."""
_FEWEST_NAMES: Final = 2
"""So many known names of columns tell the row that holds them from any other."""


class GridError(PartnerMapError):
    """Raised when a file is no table at all; carries the one fault that says why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(f"{fault.file}: {fault.kind}")


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells by its first and last row and column, counted from 1."""

    name: str
    """As a spreadsheet names it: ``A2:B3``."""
    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, eq=False)
class Grid:
    """The cells of a file as text, row by row; rows may differ in length."""

    file: str
    rows: Sequence[Sequence[str]]
    first_row: int = 1
    """The number that a spreadsheet gives to the first of them."""
    merged: Sequence[Area] = ()
    """The cells that are merged into one: only the first of them holds what is seen."""
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    """Counted from 1."""
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, eq=False)
class Cells:
    """The known columns of a table as they were typed, by row; rows that are blank are left out."""

    file: str
    frame: pd.DataFrame
    faults: tuple[Fault, ...]
    shifted: frozenset[int]
    """Rows with a cell too many: what stands in their other cells is in no known column."""
    merged: frozenset[tuple[int, str]]
    """Row and column of the cells that are merged with others: their faults are that one."""
    hints: tuple[Hint, ...] = ()


def plain(cell: str) -> str:
    """A cell without the blanks around it and without what forces it to be text."""
    return unforced(cell.strip(BLANK))


def known_names(cells: Iterable[str], table: Table) -> int:
    """How many columns of the table a row names, however their letters are written."""
    return len({plain(cell).casefold() for cell in cells} & table.readable.keys())


def names_columns(cells: Iterable[str], table: Table) -> bool:
    """Whether a row holds the names of the table's columns."""
    return known_names(cells, table) >= _FEWEST_NAMES


def columns_of(grid: Grid, table: Table) -> Cells:
    """Give the columns their names, which stand in the first row that is not blank.

    Raises:
        GridError: There is no row, no row of names, or there are too many rows.
    """
    if len(grid.rows) > MAX_ROWS + 1:
        raise GridError(Fault(FaultKind.TOO_MANY_ROWS, grid.file, allowed=(str(MAX_ROWS),)))
    full = [
        (number, row)
        for number, row in enumerate(
            ([unforced(cell) for cell in row] for row in grid.rows), grid.first_row
        )
        if any(cell.strip(BLANK) for cell in row)
    ]
    if not full:
        raise GridError(Fault(FaultKind.FILE_EMPTY, grid.file))
    (header_row, header), *body = full
    if not names_columns(header, table):
        known = tuple(table.by_name)
        raise GridError(Fault(FaultKind.NO_HEADER, grid.file, header_row, allowed=known))
    names = [plain(cell) for cell in header]
    faults = _header_faults(grid.file, header_row, [name for name in names if name], table)
    long_rows = _long_row_faults(grid.file, names, body)
    places = {name: names.index(name) for name in names if name in table.readable}
    frame = pd.DataFrame(
        {
            name: [row[place] if place < len(row) else "" for _, row in body]
            for name, place in places.items()
        },
        index=[number for number, _ in body],
        dtype=str,
    )
    shifted = frozenset(fault.row for fault in long_rows if fault.row is not None)
    merged: set[tuple[int, str]] = set()
    numbers = [header_row, *frame.index]
    for area in grid.merged:
        rows = [row for row in numbers if area.first_row <= row <= area.last_row]
        columns = [
            name
            for name, place in places.items()
            if area.first_column <= place + 1 <= area.last_column
        ]
        if rows and columns:
            faults.append(Fault(FaultKind.MERGED, grid.file, rows[0], columns[0], area.name))
            merged.update(product(rows, columns))
    return Cells(
        grid.file,
        frame,
        (*faults, *long_rows),
        shifted,
        frozenset(merged),
        (*grid.hints, *_hidden_hints(grid, frame.index, places)),
    )


def _hidden_hints(grid: Grid, numbers: Iterable[int], places: Mapping[str, int]) -> Iterator[Hint]:
    """Rows and columns that are read and that the spreadsheet does not show."""
    rows = [str(number) for number in numbers if number in grid.hidden_rows]
    columns = [name for name, place in places.items() if place + 1 in grid.hidden_columns]
    if rows:
        yield Hint(HintKind.ROWS_HIDDEN, grid.file, shortened(", ".join(rows)))
    if columns:
        yield Hint(HintKind.COLUMNS_HIDDEN, grid.file, shortened(", ".join(columns)))


def _long_row_faults(
    file: str, names: Sequence[str], body: Iterable[tuple[int, Sequence[str]]]
) -> list[Fault]:
    """Rows with a cell in a column that has no name."""
    nameless = [place for place, name in enumerate(names) if not name]
    faults = []
    for number, row in body:
        beyond = [row[place] for place in nameless if place < len(row)] + [*row[len(names) :]]
        value = next((cell for cell in beyond if cell.strip(BLANK)), None)
        if value is not None:
            faults.append(Fault(FaultKind.ROW_TOO_LONG, file, number, value=shortened(value)))
    return faults


def _header_faults(file: str, row: int, names: list[str], table: Table) -> list[Fault]:
    """Unknown, missing and doubled columns; one with a slip in its name is not missing too."""
    faults = []
    known = tuple(table.by_name)
    missing = [name for name in known if name not in names]
    omissible = {column.name for column in table.columns if column.is_omissible}
    for place, name in enumerate(names):
        shown = shortened(name)
        if name in names[:place]:
            faults.append(Fault(FaultKind.COLUMN_TWICE, file, row, shown, shown))
        elif name not in table.readable:
            meant = (*missing, *(column.name for column in table.translations))
            nearest = next(iter(get_close_matches(name.casefold(), meant, 1)), None)
            if nearest in missing:
                missing.remove(nearest)
            faults.append(Fault(FaultKind.COLUMN_UNKNOWN, file, row, shown, shown, known, nearest))
    faults += [
        Fault(FaultKind.COLUMN_MISSING, file, row, name)
        for name in missing
        if name not in omissible
    ]
    return faults
