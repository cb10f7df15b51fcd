"""An XLSX workbook as Excel and Calc write it: the first sheet, values instead of formulas."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import Any, Final

import pandas as pd
from openpyxl import load_workbook

from partner_map.tables.columns import LARGEST_UNPACKED, MOST_ROWS, Table
from partner_map.tables.faults import Fault, FaultKind
from partner_map.tables.grid import Grid, GridError

_MOST_COLUMNS: Final = 200
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_ROW: Final = re.compile(rb"<(?:\w+:)?row[\s/>]")
_MEGABYTE: Final = 1024 * 1024
# Colours, conditions, quoted and escaped text of a number format name no part of a date.
_NO_PART_OF_DATE: Final = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')


def read_workbook_file(name: str, data: bytes, table: Table) -> Grid:
    """The cells of the first sheet.

    Raises:
        GridError: The file is no workbook, unpacks to too much, or has too many rows.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
            if unpacked > LARGEST_UNPACKED:
                limit = str(LARGEST_UNPACKED // _MEGABYTE)
                raise GridError(Fault(FaultKind.UNPACKED_TOO_LARGE, name, allowed=(limit,)))
            if _rows_written(archive) > MOST_ROWS + 1:
                raise GridError(Fault(FaultKind.TOO_MANY_ROWS, name, allowed=(str(MOST_ROWS),)))
        rows = _rows(data)
    except GridError:
        raise
    except Exception as error:  # a broken part leads zipfile and openpyxl to any error
        raise GridError(Fault(FaultKind.WORKBOOK_BROKEN, name)) from error
    if not any(any(row) for row in rows):
        raise GridError(Fault(FaultKind.FILE_EMPTY, name))
    if len({cell.strip() for cell in rows[0]} & table.by_name.keys()) < 2:
        known = tuple(column.name for column in table.columns)
        raise GridError(Fault(FaultKind.NO_HEADER, name, 1, allowed=known))
    width = max(map(len, rows))
    cells = pd.DataFrame(
        [row + [""] * (width - len(row)) for row in rows],
        index=pd.RangeIndex(1, len(rows) + 1),
        dtype=str,
    )
    return Grid(name, cells)


def _rows_written(archive: zipfile.ZipFile) -> int:
    """The rows of the largest sheet, blank ones too, counted without reading a cell."""
    sheets = [name for name in archive.namelist() if _SHEET.fullmatch(name)]
    return max((len(_ROW.findall(archive.read(name))) for name in sheets), default=0)


def _rows(data: bytes) -> list[list[str]]:
    """The cells of the first sheet as text."""
    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        rows = workbook.worksheets[0].iter_rows(max_row=MOST_ROWS + 1, max_col=_MOST_COLUMNS)
        return [[cell_text(cell) for cell in row] for row in rows]
    finally:
        workbook.close()


def cell_text(cell: Any) -> str:
    """An openpyxl cell as a person would type it; a date is as precise as its number format."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        if value.time() != datetime.time():
            return value.isoformat(sep=" ")
        shown = _NO_PART_OF_DATE.sub("", cell.number_format).lower()
        if "d" in shown:
            return value.date().isoformat()
        return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
