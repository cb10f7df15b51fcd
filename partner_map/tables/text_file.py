"""A CSV as spreadsheet programs write it, by declared rules tried in order, never by a guess.

Encoding: the byte order mark decides (UTF-8, UTF-16); without one a NUL beside the first
letter tells UTF-16, then UTF-8 is tried, and then Windows-1250, which Polish Excel writes.
Windows-1250 leaves five bytes undefined; ISO 8859-2 puts Polish letters where it has signs
that no table needs. Both are refused.

Separator: a first line ``sep=`` names it, as Excel has it; else it is the first of
semicolon, tab and comma by which the column names of the table can be told apart.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from typing import Final

import pandas as pd

from partner_map.tables.columns import MOST_ROWS, Table
from partner_map.tables.faults import Fault, FaultKind
from partner_map.tables.grid import Grid, GridError

SEPARATORS: Final = (";", "\t", ",")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LATIN_2_IN_WINDOWS_1250: Final = frozenset("±¶Ľˇ¦¬")
"""What the bytes of ą, ś, ź, Ą, Ś and Ź of ISO 8859-2 are in Windows-1250."""
_LONGEST_HEADER: Final = 20_000  # characters
_SPARE_COLUMNS: Final = 200
"""How many cells a row may have beyond the header and still be told with its number."""
_ROW_OF_QUOTE: Final = re.compile(r"EOF inside string starting at row (\d+)")
_ROW_TOO_LONG: Final = re.compile(r"Expected \d+ fields in line (\d+)")


def read_text_file(name: str, data: bytes, table: Table) -> Grid:
    """The cells of a CSV.

    Raises:
        GridError: The file is no table in one of the forms above.
    """
    text = decoded(name, data)
    if not text.strip():
        raise GridError(Fault(FaultKind.FILE_EMPTY, name))
    first_row = 1
    header, _, rest = text.partition("\n")
    if header.startswith("sep="):
        separator = header[len("sep=") :].strip("\r") or SEPARATORS[0]
        text, first_row = rest, 2
    else:
        separator = _separator(name, header[:_LONGEST_HEADER], table)
    return _parsed(name, text, separator, first_row, len(table.columns))


def decoded(name: str, data: bytes) -> str:
    """The text of a file by the rules above.

    Raises:
        GridError: The file is in none of the encodings.
    """
    encoding = next((known for mark, known in _MARKS if data.startswith(mark)), None)
    if encoding is None and data[:2].count(0) == 1:
        encoding = "utf-16-le" if data[1] == 0 else "utf-16-be"
    for candidate in (encoding,) if encoding else ("utf-8", "cp1250"):
        try:
            text = data.decode(candidate)
        except UnicodeDecodeError:
            continue
        if "\0" in text or (
            candidate == "cp1250" and not _LATIN_2_IN_WINDOWS_1250.isdisjoint(text)
        ):
            continue
        return text
    raise GridError(Fault(FaultKind.ENCODING, name))


def _separator(name: str, header: str, table: Table) -> str:
    for separator in SEPARATORS:
        names = {cell.strip() for cell in next(csv.reader([header], delimiter=separator), [])}
        if len(names & table.by_name.keys()) > 1:
            return separator
    known = tuple(column.name for column in table.columns)
    raise GridError(Fault(FaultKind.NO_HEADER, name, 1, allowed=known))


def _parsed(name: str, text: str, separator: str, first_row: int, columns: int) -> Grid:
    try:
        cells = pd.read_csv(
            io.StringIO(text),
            sep=separator,
            header=None,
            names=range(columns + _SPARE_COLUMNS),
            index_col=False,
            dtype=str,
            keep_default_na=False,
            na_filter=False,
            skip_blank_lines=False,
            nrows=MOST_ROWS + 2,
        )
    except pd.errors.ParserError as error:
        if quote := _ROW_OF_QUOTE.search(str(error)):
            row = int(quote[1]) + first_row
            raise GridError(Fault(FaultKind.UNCLOSED_QUOTE, name, row)) from error
        line = _ROW_TOO_LONG.search(str(error))
        row_number = int(line[1]) + first_row - 1 if line else None
        raise GridError(Fault(FaultKind.ROW_TOO_LONG, name, row_number)) from error
    cells.index = pd.RangeIndex(first_row, first_row + len(cells))
    return Grid(name, cells)
