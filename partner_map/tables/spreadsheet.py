"""Tables as files that spreadsheet programs open right, Polish Excel among them."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float | datetime.date | None

CSV_TYPE = "text/csv"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# What a spreadsheet program takes for a formula where a cell begins with it (OWASP, CSV injection).
_FORMULA = re.compile(r"[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_FORCED = re.compile(r'="((?:[^"]|"")*)"')
_TEXT = "@"  # a spreadsheet's number format for text: it leaves what is typed as it is
_DAY = "yyyy-mm-dd"
# The first that a workbook can number (ECMA-376-1, 18.17.4.1).
_FIRST_DAY = datetime.date(1900, 1, 1)
# What XML loses or forbids, and what would be read as its escape (ECMA-376-1, 22.9.2.19).
_ESCAPED_IN_XML = re.compile(r"[\x00-\x08\x0b-\x1f]|_(?=x[0-9A-Fa-f]{4}_)")
_MAX_COLUMN_CHARACTERS = 60  # characters


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook: a row of column names and the rows below it."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The values that a column offers in a list, by its name; 255 characters in all at most."""


def guarded(text: str) -> str:
    """The text as a CSV cell that no spreadsheet program runs as a formula."""
    return f"'{text}" if _FORMULA.match(text) or _GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """The text that ``guarded`` made a cell of."""
    return text[1:] if _GUARDED.match(text) else text


def unforced(cell: str) -> str:
    """The text of a cell that a spreadsheet program is made to keep as text: ``="2005"``."""
    forced = _FORCED.fullmatch(cell) if cell.startswith("=") else None
    return cell if forced is None else forced[1].replace('""', '"')


def escaped(text: str) -> str:
    """The text as a workbook's cell keeps it, a carriage return among it."""
    return _ESCAPED_IN_XML.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text)


def csv_file(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """A CSV that Polish Excel opens by a double click: UTF-8 with BOM, semicolons, CRLF."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return written.getvalue().encode("utf-8-sig")


def workbook_file(sheets: Sequence[Sheet]) -> bytes:
    """An XLSX workbook whose text stays text and whose days are typed dates.

    A column with a day before 1900 has its days as text in ISO 8601, all of them, so that it can
    be read and sorted: a spreadsheet program shows no earlier day, and sorts text after numbers.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in sheets:
        _fill(workbook.create_sheet(sheet.title), sheet)
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def _fill(worksheet: Worksheet, sheet: Sheet) -> None:
    worksheet.append(list(sheet.columns))
    written_out = {
        place
        for row in sheet.rows
        for place, value in enumerate(row, start=1)
        if isinstance(value, datetime.date) and value < _FIRST_DAY
    }
    for number, row in enumerate(sheet.rows, start=2):
        for place, value in enumerate(row, start=1):
            is_text = place in written_out and isinstance(value, datetime.date)
            _write(worksheet, number, place, str(value) if is_text else value)
    worksheet.freeze_panes = "A2"
    for place, name in enumerate(sheet.columns, start=1):
        worksheet.cell(1, place).font = Font(name="Calibri", bold=True)
        column = worksheet.column_dimensions[get_column_letter(place)]
        longest = max((len(str(row[place - 1] or "")) for row in sheet.rows), default=0)
        column.width = min(_MAX_COLUMN_CHARACTERS, max(len(name), longest) + 2)
        column.number_format = _TEXT
        if name in sheet.choices:
            offered = DataValidation("list", formula1=f'"{",".join(sheet.choices[name])}"')
            offered.add(f"{column.index}2:{column.index}1048576")
            worksheet.add_data_validation(offered)


def _write(worksheet: Worksheet, row: int, column: int, value: Cell) -> None:
    cell = worksheet.cell(row, column, escaped(value) if isinstance(value, str) else value)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(value, str):
        cell.data_type = "s"  # openpyxl takes a leading = for a formula
        cell.number_format = _TEXT
    elif isinstance(value, datetime.date):
        cell.number_format = _DAY
