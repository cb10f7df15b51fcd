"""What may stand in a cell: the declared columns as pandera schemas, each check a kind of fault."""

from __future__ import annotations

import codecs
import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

import pandas as pd
import pandera.pandas as pa

from partner_map.dates import DateError, edtf_of, is_whole_day, parse_date
from partner_map.i18n.translator import country_codes, former_countries
from partner_map.tables.columns import PARTNERS, STEP_IDS, CellKind, Column, Table
from partner_map.tables.faults import Fault, FaultKind, shortened
from partner_map.tables.grid import Cells
from partner_map.tables.invisible import invisible_position, without_idle_marks
from partner_map.tables.nearest import nearest_country, nearest_id, nearest_word
from partner_map.tables.personal import has_email, has_pesel, has_telephone
from partner_map.tables.spreadsheet import unguarded

DEGREES: Final = {CellKind.LATITUDE: 90, CellKind.LONGITUDE: 180}
"""The largest number of degrees either way."""
_JOINED: Final = (CellKind.IDS, CellKind.WORDS, CellKind.URLS)
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DEGREES: Final = re.compile(r"-?[0-9]{1,3}(\.[0-9]+)?")
_CELL_ERROR: Final = re.compile(r"#(#+|[A-ZĄĆĘŁŃÓŚŹŻ/0]+[!?]?)")
_MISREAD_AS: Final = ("cp1250", "cp1252")
_LETTERS_OF_EUROPE: Final = re.compile(r"[\x00-\x7f\xa0-ſȘ-țЀ-џҐґ‐-…€]*")
_TWO_SCRIPTS: Final = re.compile(r"[A-Za-z][Ѐ-џҐґ]|[Ѐ-џҐґ][A-Za-z]")
_LOST_LETTERS: Final = re.compile(r"\w\?\w|\?{3}")  # where an encoding had none for them
_SERIAL: Final = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")
_SERIAL_DAYS: Final = (10_000, 73_050)
_DAY_ZERO: Final = datetime.date(1899, 12, 30)
_URL: Final = re.compile(r"https?://\S+")

Passes = Callable[[str], bool]


def parts(cell: str) -> tuple[str, ...]:
    """The values of a cell that are joined by ``|``."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def is_web_url(text: str) -> bool:
    """Whether a text is an absolute http or https URL without blanks and without a user."""
    if any(character.isspace() for character in text):
        return False
    try:
        url = urlsplit(text)
    except ValueError:
        return False
    return url.scheme in ("http", "https") and bool(url.hostname) and not url.username


def is_degrees(number: str, limit: int) -> bool:
    """Whether a number in its canonical form is degrees between ``-limit`` and ``limit``."""
    return _DEGREES.fullmatch(number) is not None and abs(float(number)) <= limit


def canonical(kind: CellKind, typed: str) -> str:
    """A cell in the one way of writing that its kind has; blanks of any sort become one space."""
    flat = " ".join(unguarded(without_idle_marks(typed)).split())
    if kind is CellKind.DATE:
        return edtf_of(flat)
    if kind in DEGREES:
        number = flat.replace(",", ".")
        return f"{Decimal(number).normalize():f}" if _DEGREES.fullmatch(number) else number
    if kind in _JOINED:
        return "|".join(parts(flat))
    return flat


def check_cells(cells: Cells, table: Table) -> tuple[pd.DataFrame, list[Fault]]:
    """Check every cell by itself; a cell has one fault at most.

    Returns:
        The cells in their canonical form, the faulty ones empty, and the faults.
    """
    placed = cells.frame.drop(index=list(cells.shifted))
    written, unreadable = _validated(placed, _writing_rules(table))
    present = [column for column in table.readable.values() if column.name in written]
    plain = pd.DataFrame(
        {
            c.name: written[c.name].map(lambda cell, kind=c.kind: canonical(kind, cell))
            for c in present
        },
        index=written.index,
    )
    sound, wrong = _validated(plain, _meaning_rules(table))
    found = unreadable | {place: kind for place, kind in wrong.items() if place not in unreadable}
    faults = [
        _fault(cells, table.readable[column], row, kind) for (row, column), kind in found.items()
    ]
    return sound.reindex(cells.frame.index, fill_value=""), faults


@dataclass(frozen=True)
class _Rules:
    """What cells of a table may hold: one schema, whose failures the checks then tell apart."""

    schema: pa.DataFrameSchema
    checks: Mapping[str, Mapping[FaultKind, Passes]]
    """By column, in the order in which they are told."""

    def fault(self, column: str, cell: str) -> FaultKind:
        """The first check that a faulty cell fails."""
        return next(kind for kind, passes in self.checks[column].items() if not passes(cell))


def _validated(
    frame: pd.DataFrame, rules: _Rules
) -> tuple[pd.DataFrame, dict[tuple[int, str], FaultKind]]:
    """The frame with its faulty cells emptied, and the first failed check of each."""
    try:
        return rules.schema.validate(frame, lazy=True), {}
    except pa.errors.SchemaErrors as failed:
        cases = failed.failure_cases
    found = {
        (int(row), str(column)): rules.fault(str(column), str(frame.at[row, column]))
        for row, column in zip(cases["index"], cases["column"], strict=True)
    }
    sound = frame.copy()
    for column in {column for _, column in found}:
        sound.loc[[row for row, name in found if name == column], column] = ""
    return sound, found


@lru_cache
def _writing_rules(table: Table) -> _Rules:
    """How cells are written, before their meaning is looked at."""
    return _rules({column.name: _writing_checks(column) for column in table.readable.values()})


@lru_cache
def _meaning_rules(table: Table) -> _Rules:
    """What cells in their canonical form mean."""
    return _rules({column.name: _meaning_checks(column) for column in table.readable.values()})


def _rules(checks: Mapping[str, Mapping[FaultKind, Passes]]) -> _Rules:
    columns = {
        # One check a column, as each costs as much as a thousand cells.
        name: pa.Column(checks=pa.Check(_all_of(each), element_wise=True), required=False)
        for name, each in checks.items()
    }
    return _Rules(pa.DataFrameSchema(columns), checks)


def _all_of(checks: Mapping[FaultKind, Passes]) -> Passes:
    each = tuple(checks.values())
    return lambda cell: all(passes(cell) for passes in each)


def _writing_checks(column: Column) -> dict[FaultKind, Passes]:
    """The checks of every column; a cell that is too long is not read to its end."""
    legible = _is_legible_text if column.kind is CellKind.TEXT else _is_legible

    def is_short(cell: str) -> bool:
        return len(cell) <= column.limit

    return {
        FaultKind.CELL_TOO_LONG: is_short,
        FaultKind.GARBLED: lambda cell: not is_short(cell) or legible(cell),
        FaultKind.CONTROL_CHARACTER: lambda cell: (
            not is_short(cell) or invisible_position(cell) is None
        ),
        FaultKind.CELL_ERROR: lambda cell: not _CELL_ERROR.fullmatch(cell.strip()),
    }


def _meaning_checks(column: Column) -> dict[FaultKind, Passes]:
    """The checks of a column by the fault that each finds; all but the first let blanks pass."""
    words = frozenset(column.words)
    checks: dict[FaultKind, Passes] = {}
    match column.kind:
        case CellKind.ID:
            checks = {FaultKind.ID_FORM: lambda cell: _ID.fullmatch(cell) is not None}
            if column is PARTNERS.by_name["id"]:
                checks[FaultKind.ID_TAKEN] = lambda cell: cell not in STEP_IDS
        case CellKind.TEXT:
            checks = {
                FaultKind.EMAIL: lambda cell: not has_email(cell),
                FaultKind.PESEL: lambda cell: not has_pesel(cell),
                FaultKind.PHONE: lambda cell: not has_telephone(cell),
            }
        case CellKind.COUNTRY:
            checks = {
                FaultKind.COUNTRY_FORMER: lambda cell: cell not in former_countries(),
                FaultKind.COUNTRY_UNKNOWN: lambda cell: cell in country_codes(),
            }
        case CellKind.WORD:
            checks = {FaultKind.WORD_UNKNOWN: lambda cell: cell in words}
        case CellKind.WORDS:
            checks = {FaultKind.WORD_UNKNOWN: lambda cell: words.issuperset(parts(cell))}
        case CellKind.DATE:
            checks = {
                FaultKind.DATE_IMPOSSIBLE: lambda cell: not is_whole_day(cell) or _is_date(cell),
                FaultKind.DATE_SERIAL: lambda cell: serial_day(cell) is None,
                FaultKind.DATE_FORM: _is_date,
            }
        case CellKind.LATITUDE | CellKind.LONGITUDE:
            limit = DEGREES[column.kind]
            checks = {FaultKind.DEGREES: lambda cell: is_degrees(cell, limit)}
        case CellKind.URL:
            checks = {FaultKind.URL_FORM: is_web_url}
        case CellKind.URLS:
            checks = {FaultKind.URL_FORM: lambda cell: all(map(is_web_url, parts(cell)))}
    lenient = {kind: _or_blank(passes) for kind, passes in checks.items()}
    return ({FaultKind.REQUIRED: bool} if column.required else {}) | lenient


def _or_blank(passes: Passes) -> Passes:
    return lambda cell: cell == "" or passes(cell)


def _is_legible(cell: str) -> bool:
    return ungarbled(cell) is None


def _is_legible_text(cell: str) -> bool:
    return _is_legible(cell) and not _LOST_LETTERS.search(_URL.sub("", cell))


def _is_date(cell: str) -> bool:
    try:
        parse_date(cell)
    except DateError:
        return False
    return True


def serial_day(cell: str) -> datetime.date | None:
    """The day that a spreadsheet counts by this number, from 1927 to 2099; None for any other.

    Excel and Calc count days from 30 December 1899 (ECMA-376-1, 18.17.4.1).
    """
    number = _SERIAL.fullmatch(cell)
    if number is None or not _SERIAL_DAYS[0] <= int(number[1]) <= _SERIAL_DAYS[1]:
        return None
    return _DAY_ZERO + datetime.timedelta(days=int(number[1]))


@lru_cache(maxsize=4096)
def ungarbled(cell: str) -> str | None:
    """What a cell said before it was read in a wrong encoding and saved so; None if it was not.

    Letters that belong together may look garbled by chance: the ÓŁ of WSPÓŁPRACA are the
    bytes of one rare letter. So only a text in the letters of Europe counts as mended.
    """
    if cell.isascii():
        return None
    if "\N{REPLACEMENT CHARACTER}" in cell:
        return ""
    for encoding in _MISREAD_AS:
        try:
            mended = cell.encode(encoding, _AS_BYTE).decode("utf-8")
        except UnicodeError:
            continue
        if _LETTERS_OF_EUROPE.fullmatch(mended) and not _TWO_SCRIPTS.search(mended):
            return mended
    return None


def _as_byte(error: UnicodeError) -> tuple[bytes, int]:
    """A byte that an encoding leaves undefined, as Windows has it: the control of that number."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end].encode("latin-1"), error.end


_AS_BYTE: Final = "partner-map-as-byte"
codecs.register_error(_AS_BYTE, _as_byte)


def _fault(cells: Cells, column: Column, row: int, kind: FaultKind) -> Fault:
    typed = str(cells.frame.at[row, column.name])
    value = canonical(column.kind, typed[: 2 * column.limit])
    allowed: tuple[str, ...] = ()
    nearest: str | None = None
    position: int | None = None
    match kind:
        case FaultKind.CONTROL_CHARACTER:
            position = invisible_position(typed)
            allowed = () if position is None else (f"U+{ord(typed[position - 1]):04X}",)
        case FaultKind.DATE_SERIAL:
            day = serial_day(value)
            nearest = None if day is None else day.isoformat()
        case FaultKind.CELL_TOO_LONG:
            allowed = (str(column.limit),)
        case FaultKind.GARBLED:
            nearest = ungarbled(typed) or None
        case FaultKind.ID_FORM:
            nearest = nearest_id(value)
        case FaultKind.COUNTRY_FORMER:
            allowed = former_countries()[value]
            nearest = allowed[0] if len(allowed) == 1 else None
        case FaultKind.COUNTRY_UNKNOWN:
            nearest = nearest_country(value)
        case FaultKind.WORD_UNKNOWN:
            allowed = column.words
            unknown = next(word for word in parts(value) if word not in allowed)
            nearest = nearest_word(unknown, allowed)
        case FaultKind.DEGREES:
            allowed = (str(DEGREES[column.kind]),)
    return Fault(kind, cells.file, row, column.name, shortened(typed), allowed, nearest, position)
