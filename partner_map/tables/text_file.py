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
from itertools import islice
from typing import Final

from partner_map.tables.columns import MAX_FILE_BYTES, MAX_ROWS, Table
from partner_map.tables.faults import Fault, FaultKind
from partner_map.tables.grid import BLANK, Grid, GridError, names_columns

SEPARATORS: Final = (";", "\t", ",")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LATIN_2_IN_WINDOWS_1250: Final = frozenset("±¶Ľˇ¦¬")
"""What the bytes of ą, ś, ź, Ą, Ś and Ź of ISO 8859-2 are in Windows-1250."""
_SEPARATOR_LINE: Final = "sep="
_MAX_HEADER_CHARACTERS: Final = 20_000  # characters
_END: Final = "\0"
"""A last row that no decoded text holds: a cell that swallows it lacks its closing quote."""

csv.field_size_limit(MAX_FILE_BYTES)  # a long cell is a fault of its own, told with its column


def read_text_file(name: str, data: bytes, table: Table) -> Grid:
    """The cells of a CSV.

    Raises:
        GridError: The encoding is unknown, or a quotation mark is never closed.
    """
    text = decoded(name, data)
    first_row = 1
    if text.startswith(_SEPARATOR_LINE):
        line = next(_lines(text))
        named = line[len(_SEPARATOR_LINE) :][:1]
        separator = named if named in SEPARATORS else SEPARATORS[0]
        text, first_row = text[len(line) :], 2
    else:
        separator = _separator(text, table)
    reader = csv.reader(_lines(f"{text.rstrip(BLANK)}\n{_END}"), delimiter=separator)
    rows = list(islice(reader, MAX_ROWS + 2))
    if rows[-1] == [_END]:
        rows.pop()
    elif len(rows) < MAX_ROWS + 2:
        last = first_row + len(rows) - 1
        raise GridError(Fault(FaultKind.UNCLOSED_QUOTE, name, last))
    return Grid(name, rows, first_row)


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


def _lines(text: str) -> io.StringIO:
    """The lines of a text, with whichever of the three ends of line each has."""
    return io.StringIO(text, newline="")


def _separator(text: str, table: Table) -> str:
    full = (line for line in _lines(text) if line.strip(f"{BLANK}{''.join(SEPARATORS)}"))
    header = next(full, "")[:_MAX_HEADER_CHARACTERS]
    for separator in SEPARATORS:
        if names_columns(next(csv.reader([header], delimiter=separator), []), table):
            return separator
    return SEPARATORS[0]
