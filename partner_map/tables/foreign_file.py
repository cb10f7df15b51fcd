"""Rows of files that are not ours: CSV, GeoJSON, and what a Wikidata query gives.

Each row is a mapping from the file's own names to text. The point of a GeoJSON feature and
a point of Wikidata (``Point(longitude latitude)``, WKT) are two values besides,
``latitude`` and ``longitude``, in WGS 84 degrees.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

from partner_map.disk import read_start
from partner_map.tables.columns import MAX_FILE_BYTES, MAX_ROWS
from partner_map.tables.faults import Fault, FaultKind
from partner_map.tables.grid import BLANK, GridError, plain
from partner_map.tables.text_file import SEPARATORS, decoded

LATITUDE, LONGITUDE = "latitude", "longitude"
_JSON_BEGINS: Final = ("{", "[")
_POINT: Final = re.compile(r"(?:<[^>]*> )?Point\s*\(\s*(\S+)\s+(\S+)\s*\)", re.IGNORECASE)
_CLOCK: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T00:00:00(?:\.0+)?Z?")
_FIRST_OF_YEAR: Final = "-01-01"


@dataclass(frozen=True, slots=True)
class ForeignRow:
    """A row by the file's own names."""

    number: int
    """As a spreadsheet numbers the rows of a CSV; of JSON, counted from 1."""
    values: Mapping[str, str]


def read_foreign_file(path: Path, names: Iterable[str]) -> list[ForeignRow]:
    """The rows of a file; a separator of a CSV is the first by which one of ``names`` is told.

    Raises:
        GridError: The file cannot be opened, is too large, or is of no such kind.
    """
    try:
        data = read_start(path, MAX_FILE_BYTES + 1)
    except OSError as error:
        raise GridError(Fault(FaultKind.FILE_UNREADABLE, path.name)) from error
    if len(data) > MAX_FILE_BYTES:
        limit = str(MAX_FILE_BYTES // 1024 // 1024)
        raise GridError(Fault(FaultKind.FILE_TOO_LARGE, path.name, allowed=(limit,)))
    text = decoded(path.name, data)
    if text.lstrip(BLANK).startswith(_JSON_BEGINS):
        rows = list(enumerate(_json_rows(path.name, text), start=1))
    else:
        rows = list(enumerate(_csv_rows(path.name, text, frozenset(names)), start=2))
    if len(rows) > MAX_ROWS:
        raise GridError(Fault(FaultKind.TOO_MANY_ROWS, path.name, allowed=(str(MAX_ROWS),)))
    found = [ForeignRow(number, _with_points(row)) for number, row in rows if any(row.values())]
    if not found:
        raise GridError(Fault(FaultKind.FILE_EMPTY, path.name))
    return found


def _csv_rows(name: str, text: str, known: frozenset[str]) -> list[dict[str, str]]:
    first = next(io.StringIO(text.lstrip("\r\n"), newline=""), "")
    separator = next(
        (
            one
            for one in SEPARATORS
            if known.intersection(map(plain, next(csv.reader([first], delimiter=one), [])))
        ),
        None,
    )
    if separator is None:
        allowed = tuple(sorted(known))
        raise GridError(Fault(FaultKind.NO_HEADER, name, 1, allowed=allowed))
    written = csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=separator)
    header, *rows = islice(written, MAX_ROWS + 2)
    names = [plain(cell) for cell in header]
    return [dict(zip(names, map(plain, row), strict=False)) for row in rows]


def _json_rows(name: str, text: str) -> list[dict[str, str]]:
    try:
        found = _records(json.loads(text.lstrip(BLANK)))
    except (ValueError, RecursionError, TypeError, KeyError, AttributeError) as error:
        raise GridError(Fault(FaultKind.FOREIGN_FORM, name)) from error
    return [{str(key): _text(value) for key, value in record.items()} for record in found]


def _records(value: Any) -> Sequence[Mapping[str, Any]]:
    """The records of a GeoJSON (RFC 7946), of SPARQL results in JSON, or of a plain list."""
    if isinstance(value, list):
        return [dict(record) for record in value]
    if "features" in value:
        return [dict(_feature(feature)) for feature in value["features"]]
    return [
        {name: cell["value"] for name, cell in record.items()}
        for record in value["results"]["bindings"]
    ]


def _feature(feature: Mapping[str, Any]) -> Mapping[str, Any]:
    values = dict(feature.get("properties") or {})
    geometry = feature.get("geometry") or {}
    if geometry.get("type") == "Point":
        values[LONGITUDE], values[LATITUDE] = geometry["coordinates"][:2]
    return values


def _text(value: Any) -> str:
    """A value as it would stand in a cell."""
    if value is None or isinstance(value, dict | list):
        return ""
    return str(value)


def _with_points(row: Mapping[str, str]) -> Mapping[str, str]:
    values = {name: _without_clock(value) for name, value in row.items()}
    if LATITUDE in values or LONGITUDE in values:
        return values
    point = next(filter(None, map(_POINT.fullmatch, values.values())), None)
    return values if point is None else values | {LONGITUDE: point[1], LATITUDE: point[2]}


def _without_clock(value: str) -> str:
    """A day without the midnight that Wikidata gives it.

    A year alone has the first of January there: of that day only the year is certain.
    """
    found = _CLOCK.fullmatch(value)
    return value if found is None else found[1].removesuffix(_FIRST_OF_YEAR)
