"""The cells of a file before anything is known of them, and as columns of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

import pandas as pd

from partner_map.errors import PartnerMapError
from partner_map.tables.columns import MAX_ROWS, Table
from partner_map.tables.faults import Fault, FaultKind, shortened

BLANK: Final = " \t\r\n\xa0\u2007\u202f\ufeff"
"""Signs that make no cell full: among them the non-breaking spaces."""
_FEWEST_NAMES: Final = 2
"""So many known names of columns tell the row that holds them from any other."""


class GridError(PartnerMapError):
    """Raised when a file is no table at all; carries the one fault that says why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(f"{fault.file}: {fault.kind}")


@dataclass(frozen=True, eq=False)
class Grid:
    """The cells of a file as text, row by row; rows may differ in length."""

    file: str
    rows: Sequence[Sequence[str]]
    first_row: int = 1
    """The number that a spreadsheet gives to the first of them."""


@dataclass(frozen=True, eq=False)
class Cells:
    """The known columns of a table as they were typed, by row; rows that are blank are left out."""

    file: str
    frame: pd.DataFrame
    faults: tuple[Fault, ...]
    shifted: frozenset[int]
    """Rows with a cell too many: what stands in their other cells is in no known column."""


def names_columns(cells: Iterable[str], table: Table) -> bool:
    """Whether a row holds names of columns, however their letters are written."""
    names = {cell.strip(BLANK).casefold() for cell in cells}
    return len(names & table.by_name.keys()) >= _FEWEST_NAMES


def columns_of(grid: Grid, table: Table) -> Cells:
    """Give the columns their names, which stand in the first row that is not blank.

    Raises:
        GridError: There is no row, no row of names, or there are too many rows.
    """
    if len(grid.rows) > MAX_ROWS + 1:
        raise GridError(Fault(FaultKind.TOO_MANY_ROWS, grid.file, allowed=(str(MAX_ROWS),)))
    full = [
        (number, row)
        for number, row in enumerate(grid.rows, grid.first_row)
        if any(cell.strip(BLANK) for cell in row)
    ]
    if not full:
        raise GridError(Fault(FaultKind.FILE_EMPTY, grid.file))
    (header_row, header), *body = full
    if not names_columns(header, table):
        known = tuple(table.by_name)
        raise GridError(Fault(FaultKind.NO_HEADER, grid.file, header_row, allowed=known))
    names = [cell.strip(BLANK) for cell in header]
    faults = _header_faults(grid.file, header_row, [name for name in names if name], table)
    long_rows = _long_row_faults(grid.file, names, body)
    places = {name: names.index(name) for name in names if name in table.by_name}
    frame = pd.DataFrame(
        {
            name: [row[place] if place < len(row) else "" for _, row in body]
            for name, place in places.items()
        },
        index=[number for number, _ in body],
        dtype=str,
    )
    shifted = frozenset(fault.row for fault in long_rows if fault.row is not None)
    return Cells(grid.file, frame, (*faults, *long_rows), shifted)


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
    for place, name in enumerate(names):
        shown = shortened(name)
        if name in names[:place]:
            faults.append(Fault(FaultKind.COLUMN_TWICE, file, row, shown, shown))
        elif name not in table.by_name:
            nearest = next(iter(get_close_matches(name.casefold(), missing, 1)), None)
            if nearest is not None:
                missing.remove(nearest)
            faults.append(Fault(FaultKind.COLUMN_UNKNOWN, file, row, shown, shown, known, nearest))
    faults += [Fault(FaultKind.COLUMN_MISSING, file, row, name) for name in missing]
    return faults
