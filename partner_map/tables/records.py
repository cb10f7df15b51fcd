"""Rows to records of the model and back, by what each column declares.

A column's ``attribute`` is a path through the record. A part of a record that may be
absent (``Fact | None``) is absent where its first attribute is: a fact without a date, an
agreement without its fact, a coordinate without its latitude, a photo without its file.
"""

from __future__ import annotations

import types
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from partner_map.dates import ImpreciseDate, parse_date
from partner_map.model import LocalizedText
from partner_map.tables.columns import CellKind, Column, Table
from partner_map.tables.relations import Row
from partner_map.tables.schema import parts

Record = TypeVar("Record")


def read_record(record: type[Record], row: Row, table: Table) -> Record:
    """The record of the model that a row without faults says."""
    values: dict[str, Any] = {}
    for column in table.readable.values():
        *way, last = column.attribute.split(".")
        part = values
        for name in way:
            part = part.setdefault(name, {})
        part[last] = _value(column, row.text(column.name))
    built: Record = _build(record, values)
    return built


def write_record(record: object, columns: Iterable[Column]) -> list[str]:
    """The cells of the row that says a record, in the order of these columns."""
    return [_cell(column, _part(record, column.attribute)) for column in columns]


def _build(wanted: Any, values: Any) -> Any:
    """A value of the wanted type from the values of its attributes, by their names."""
    if get_origin(wanted) is types.UnionType:
        wanted = get_args(wanted)[0]
        if _first(wanted, values) in (None, ""):
            return None
    if wanted is LocalizedText:
        return LocalizedText({code: text for code, text in values.items() if text})
    if not (isinstance(values, dict) and is_dataclass(wanted)):
        return values
    hints = _hints(cast(Hashable, wanted))
    record: Any = wanted
    return record(**{name: _build(hints[name], value) for name, value in values.items()})


def _first(wanted: Any, values: Any) -> Any:
    """The value by which a part is there at all."""
    while isinstance(values, dict) and is_dataclass(wanted):
        name = fields(wanted)[0].name
        wanted, values = _hints(cast(Hashable, wanted))[name], values[name]
    return values


@cache
def _hints(record: Hashable) -> Mapping[str, Any]:
    return get_type_hints(record)


def _part(record: object, attribute: str) -> Any:
    """What stands at a path of a record; None where the way there is absent."""
    part: Any = record
    for name in attribute.split("."):
        if part is None:
            return None
        part = part.get(name) if isinstance(part, Mapping) else getattr(part, name)
    return part


def _value(column: Column, cell: str) -> Any:
    """The value of a cell that is sound and in its canonical form."""
    match column.kind:
        case CellKind.IDS | CellKind.URLS:
            return parts(cell)
        case CellKind.DATE:
            return parse_date(cell) if cell else None
        case CellKind.LATITUDE | CellKind.LONGITUDE:
            return float(cell) if cell else None
        case CellKind.WORD:
            return _words(column)[cell] if cell else None
        case CellKind.WORDS:
            return frozenset(_words(column)[word] for word in parts(cell))
    return cell


def _cell(column: Column, value: Any) -> str:
    """The canonical form of a value: the inverse of ``_value``."""
    match value:
        case None:
            return ""
        case ImpreciseDate():
            return value.edtf
        case float():
            return format(Decimal(repr(value)), "f")  # all digits and no exponent
        case tuple():
            return "|".join(value)
        case frozenset():
            return "|".join(word for word in column.words if word in value)
    return str(value)


def _words(column: Column) -> Mapping[str, StrEnum]:
    assert column.vocabulary is not None
    return {word.value: word for word in column.vocabulary}
