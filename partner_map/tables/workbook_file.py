"""An XLSX workbook as Excel and Calc write it: the first sheet, values instead of formulas."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from partner_map.tables.columns import MAX_ROWS, MAX_UNPACKED_BYTES
from partner_map.tables.faults import Fault, FaultKind
from partner_map.tables.grid import Grid, GridError

_MAX_COLUMNS: Final = 200
_ROW: Final = re.compile(rb"<(?:\w+:)?row[\s/>]")
_MEGABYTE: Final = 1024 * 1024
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Colours, conditions, quoted and escaped text of a number format name no part of a date.
_NO_PART_OF_DATE: Final = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')


def read_workbook_file(name: str, data: bytes) -> Grid:
    """The cells of the first sheet.

    Raises:
        GridError: The file is no workbook, unpacks to too much, or has too many rows.
    """
    try:
        parts = _parts(name, data)
        if max(map(_rows_written, parts.values()), default=0) > MAX_ROWS + 1:
            raise GridError(Fault(FaultKind.TOO_MANY_ROWS, name, allowed=(str(MAX_ROWS),)))
        return Grid(name, _rows(parts))
    except GridError:
        raise
    except Exception as error:  # a broken part leads zipfile and openpyxl to any error
        raise GridError(Fault(FaultKind.WORKBOOK_BROKEN, name)) from error


def _parts(name: str, data: bytes) -> dict[str, bytes]:
    """The parts of a workbook, each no longer than the archive says, whatever it unpacks to."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if any(entry.compress_type not in _METHODS for entry in entries):
            raise zipfile.BadZipFile("a part is packed in a way that no workbook has")
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
            limit = str(MAX_UNPACKED_BYTES // _MEGABYTE)
            raise GridError(Fault(FaultKind.UNPACKED_TOO_LARGE, name, allowed=(limit,)))
        parts = {}
        for entry in entries:
            with archive.open(entry) as part:
                parts[entry.filename] = part.read(entry.file_size + 1)
        return parts


def _rows_written(part: bytes) -> int:
    """The rows of a sheet, blank ones too, counted without reading a cell."""
    return sum(1 for _ in _ROW.finditer(part))


def _rows(parts: dict[str, bytes]) -> list[list[str]]:
    """The cells of the first sheet as text, one row more than are allowed at most."""
    sound = io.BytesIO()
    with zipfile.ZipFile(sound, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    workbook = load_workbook(sound, read_only=True, data_only=True)
    try:
        rows = workbook.worksheets[0].iter_rows(max_row=MAX_ROWS + 2, max_col=_MAX_COLUMNS)
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
    # A character that XML cannot hold stands as _x000D_; half of a pair is a mark of garbling.
    text = str(unescape(str(value)))
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
