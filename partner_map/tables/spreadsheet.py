"""Tables as files that spreadsheet programs open right, Polish Excel among them."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

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
_MAX_COLUMN_CHARACTERS = 60  # characters
_MAX_CELL_CHARACTERS = 32_767  # characters, Excel's own limit
_LAST_ROW = 1_048_575
# What a workbook must say, the same for all, so that the same cells are the same file; as its ZIP.
_CREATED = datetime.datetime(1980, 1, 1)


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
    written = io.BytesIO()
    with Workbook(written, {"in_memory": True, "strings_to_urls": False}) as workbook:
        workbook.set_properties({"created": _CREATED})
        cells = {"text_wrap": True, "valign": "top"}
        formats = _Formats(
            name=workbook.add_format({"bold": True}),
            column=workbook.add_format({"num_format": _TEXT}),
            text=workbook.add_format(cells | {"num_format": _TEXT}),
            day=workbook.add_format(cells | {"num_format": _DAY}),
            number=workbook.add_format(cells),
        )
        for sheet in sheets:
            _fill(workbook.add_worksheet(sheet.title), sheet, formats)
    return written.getvalue()


@dataclass(frozen=True, slots=True)
class _Formats:
    """What the cells of one workbook look like."""

    name: Format
    column: Format
    text: Format
    day: Format
    number: Format


def _fill(worksheet: Worksheet, sheet: Sheet, formats: _Formats) -> None:
    worksheet.freeze_panes(1, 0)
    for place, name in enumerate(sheet.columns):
        longest = max((_length(row[place]) for row in sheet.rows), default=0)
        width = min(_MAX_COLUMN_CHARACTERS, max(len(name), longest) + 2)
        worksheet.set_column(place, place, width, formats.column)
        worksheet.write_string(0, place, name, formats.name)
        if name in sheet.choices:
            # Several types may stand in a cell, which the list does not have.
            words = list(sheet.choices[name])
            offered = {"validate": "list", "source": words, "show_error": False}
            worksheet.data_validation(1, place, _LAST_ROW, place, offered)
    written_out = {
        place
        for row in sheet.rows
        for place, value in enumerate(row)
        if isinstance(value, datetime.date) and value < _FIRST_DAY
    }
    for number, row in enumerate(sheet.rows, start=1):
        for place, value in enumerate(row):
            is_text = place in written_out and isinstance(value, datetime.date)
            _write(worksheet, number, place, str(value) if is_text else value, formats)


def _length(value: Cell) -> int:
    """Characters; None and 0 take no room."""
    return len(value) if isinstance(value, str) else len(str(value or ""))


def _write(worksheet: Worksheet, row: int, column: int, value: Cell, formats: _Formats) -> None:
    """Write a cell; one without a value is left to the format of its column."""
    match value:
        case str():
            worksheet.write_string(row, column, value[:_MAX_CELL_CHARACTERS], formats.text)
        case datetime.date():
            worksheet.write_datetime(row, column, value, formats.day)
        case int() | float():
            worksheet.write_number(row, column, value, formats.number)
