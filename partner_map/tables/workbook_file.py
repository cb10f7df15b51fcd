"""An XLSX workbook as Excel and Calc write it: values instead of formulas.

The table is the sheet that names its columns, wherever it stands; one that is shown goes
before one that is hidden. The Strict variant of the format (ISO/IEC 29500) differs in the
names of its namespaces.
"""

from __future__ import annotations

import datetime
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.escape import unescape
from openpyxl.xml.functions import fromstring

from partner_map.tables.columns import MAX_ROWS, MAX_UNPACKED_BYTES, Table
from partner_map.tables.faults import Fault, FaultKind, Hint, HintKind, shortened
from partner_map.tables.grid import BLANK, Area, Grid, GridError, known_names, names_columns

_MAX_COLUMNS: Final = 200
_SHOWN: Final = "visible"
_TRUE: Final = ("1", "true")
_ROW: Final = re.compile(rb"<(?:\w+:)?row[\s/>]")
_MEGABYTE: Final = 1024 * 1024
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Colours, conditions, quoted and escaped text of a number format name no part of a date.
_ANY_TAG: Final = rb"<(?:\w+:)?%s\b([^>]*)>"
_ROW_TAG, _COLUMN_TAG, _MERGED_TAG = (
    re.compile(_ANY_TAG % name) for name in (b"row", b"col", b"mergeCell")
)
_ATTRIBUTE: Final = re.compile(rb"""([\w:]+)\s*=\s*["']([^"']*)["']""")
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT: Final = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/main": (
        b"http://schemas.openxmlformats.org/drawingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _OFFICE.encode(),
}
"""The namespaces of the Strict variant, and those by which openpyxl knows the same."""
_NO_PART_OF_DATE: Final = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')


def read_workbook_file(name: str, data: bytes, table: Table) -> Grid:
    """The cells of the sheet that holds the table; of the first one where none names its columns.

    Raises:
        GridError: The file is no workbook, unpacks to too much, or has too many rows.
    """
    try:
        parts = _parts(name, data)
        if max(map(_rows_written, parts.values()), default=0) > MAX_ROWS + 1:
            raise GridError(Fault(FaultKind.TOO_MANY_ROWS, name, allowed=(str(MAX_ROWS),)))
        return _grid(name, parts, table)
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
                parts[entry.filename] = _transitional(part.read(entry.file_size + 1))
        return parts


def _rows_written(part: bytes) -> int:
    """The rows of a sheet, blank ones too, counted without reading a cell."""
    return sum(1 for _ in _ROW.finditer(part))


def _transitional(part: bytes) -> bytes:
    """A part of a Strict workbook as one of the ordinary variant."""
    for strict, ordinary in _STRICT.items():
        part = part.replace(strict, ordinary)
    return part


def _grid(name: str, parts: dict[str, bytes], table: Table) -> Grid:
    """The cells of the table's sheet as text, one row more than are allowed at most."""
    sound = io.BytesIO()
    with zipfile.ZipFile(sound, "w") as archive:
        for entry, data in parts.items():
            archive.writestr(entry, data)
    workbook = load_workbook(sound, read_only=True, data_only=True)
    try:
        sheet, others = _table_sheet(workbook.worksheets, table)
        hints = [Hint(HintKind.SHEET_NOT_READ, name, shortened(other.title)) for other in others]
        if sheet.sheet_state != _SHOWN:
            hints.append(Hint(HintKind.SHEET_HIDDEN, name, shortened(sheet.title)))
        part = parts.get(_sheet_parts(parts).get(sheet.title, ""), b"")
        return Grid(
            name,
            list(_rows(sheet)),
            merged=tuple(_merged(part)),
            hidden_rows=frozenset(_hidden_rows(part)),
            hidden_columns=frozenset(_hidden_columns(part)),
            hints=tuple(hints),
        )
    finally:
        workbook.close()


def _table_sheet(sheets: Sequence[Any], table: Table) -> tuple[Any, Sequence[Any]]:
    """The sheet that holds the table, and others that name as good as all of its columns too."""
    named = {sheet.title: 0 for sheet in sheets}
    for sheet in sheets:
        header = next((row for row in _rows(sheet) if any(cell.strip(BLANK) for cell in row)), [])
        if names_columns(header, table):
            named[sheet.title] = known_names(header, table)
    shown = [sheet for sheet in sheets if sheet.sheet_state == _SHOWN]
    most = max(named.values(), default=0)
    if not most:
        return (shown or sheets)[0], ()
    found = [sheet for sheet in sheets if 2 * named[sheet.title] > most]
    chosen = next((sheet for sheet in found if sheet in shown), found[0])
    return chosen, [sheet for sheet in found if sheet is not chosen]


def _rows(sheet: Any) -> Iterator[list[str]]:
    for row in sheet.iter_rows(max_row=MAX_ROWS + 2, max_col=_MAX_COLUMNS):
        yield [cell_text(cell) for cell in row]


def _sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The name of each sheet's part, by the sheet's title."""
    book = next(
        (
            path
            for kind, path in _relations(parts, "").values()
            if kind == f"{_OFFICE}/officeDocument"
        ),
        "",
    )
    related = _relations(parts, book)
    found = {}
    for element in fromstring(parts[book]).iter():
        if str(element.tag).endswith("}sheet"):
            _, path = related.get(element.get(f"{{{_OFFICE}}}id", ""), ("", ""))
            found[element.get("name", "")] = path
    return found


def _relations(parts: Mapping[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    """Kind and target of the relations of a part, or of the whole archive, by their id."""
    folder, name = posixpath.split(part)
    written = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    return {
        relation.get("Id", ""): (
            relation.get("Type", ""),
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))[1:],
        )
        for relation in (() if written is None else fromstring(written))
    }


def _attributes(tag: bytes) -> dict[str, str]:
    return {name.decode(): value.decode() for name, value in _ATTRIBUTE.findall(tag)}


def _merged(part: bytes) -> Iterator[Area]:
    for tag in _MERGED_TAG.finditer(part):
        name = _attributes(tag[1])["ref"]
        first_column, first_row, last_column, last_row = range_boundaries(name)
        yield Area(name, first_row, last_row, first_column, last_column)


def _hidden_rows(part: bytes) -> Iterator[int]:
    number = 0
    for tag in _ROW_TAG.finditer(part):
        attributes = _attributes(tag[1])
        number = int(attributes.get("r", number + 1))
        if attributes.get("hidden") in _TRUE:
            yield number


def _hidden_columns(part: bytes) -> Iterator[int]:
    for tag in _COLUMN_TAG.finditer(part):
        attributes = _attributes(tag[1])
        if attributes.get("hidden") in _TRUE:
            last = min(int(attributes["max"]), _MAX_COLUMNS)
            yield from range(int(attributes["min"]), last + 1)


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
