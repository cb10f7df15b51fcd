"""The cells of a file before anything is known of them, and as columns of a table."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

import pandas as pd

from partner_map.errors import PartnerMapError
from partner_map.tables.columns import MOST_ROWS, Table
from partner_map.tables.faults import Fault, FaultKind, shortened

_BLANK = " \t\r\n\xa0\u2007\u202f\ufeff"
"""Signs that make no cell full: among them the non-breaking spaces."""


class GridError(PartnerMapError):
    """Raised when a file is no table at all; carries the one fault that says why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(f"{fault.file}: {fault.kind}")


@dataclass(frozen=True, eq=False)
class Grid:
    """The cells of a file as text, by row as a spreadsheet numbers it; names stand in the first."""

    file: str
    cells: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Cells:
    """The known columns of a table as they were typed, by row; rows that are blank are left out."""

    file: str
    frame: pd.DataFrame
    faults: tuple[Fault, ...]


def columns_of(grid: Grid, table: Table) -> Cells:
    """Give the columns their names.

    Raises:
        GridError: There are too many rows.
    """
    stripped = grid.cells.apply(lambda cells: cells.str.strip(_BLANK))
    names = stripped.iloc[0]
    body = stripped.iloc[1:]
    body = body[(body != "").any(axis="columns")]
    if len(body) > MOST_ROWS:
        raise GridError(Fault(FaultKind.TOO_MANY_ROWS, grid.file, allowed=(str(MOST_ROWS),)))
    header_row = int(stripped.index[0])
    faults = _header_faults(grid.file, header_row, [name for name in names if name], table)
    nameless = body.loc[:, names == ""]
    for row in body.index[(nameless != "").any(axis="columns")]:
        typed = nameless.loc[row]
        value = shortened(str(typed[typed != ""].iloc[0]))
        faults.append(Fault(FaultKind.ROW_TOO_LONG, grid.file, int(row), value=value))
    known = {place: name for place, name in names.items() if name in table.by_name}
    frame = grid.cells.loc[body.index, list(known)].rename(columns=known)
    return Cells(grid.file, frame.loc[:, ~frame.columns.duplicated()], tuple(faults))


def _header_faults(file: str, row: int, names: list[str], table: Table) -> list[Fault]:
    """Unknown, missing and doubled columns; one with a slip in its name is not missing too."""
    faults = []
    missing = [column.name for column in table.columns if column.name not in names]
    for place, name in enumerate(names):
        if name in names[:place]:
            faults.append(
                Fault(FaultKind.COLUMN_TWICE, file, row, shortened(name), shortened(name))
            )
        elif name not in table.by_name:
            nearest = next(iter(get_close_matches(name.casefold(), missing, 1)), None)
            if nearest is not None:
                missing.remove(nearest)
            known = tuple(table.by_name)
            shown = shortened(name)
            faults.append(Fault(FaultKind.COLUMN_UNKNOWN, file, row, shown, shown, known, nearest))
    faults += [Fault(FaultKind.COLUMN_MISSING, file, row, name) for name in missing]
    return faults
