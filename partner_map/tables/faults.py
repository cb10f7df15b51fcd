"""What can be wrong with the tables: one record a fault."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

SHOWN: Final = 80
"""The most characters of a cell that a fault repeats."""


class FaultKind(StrEnum):
    """What is wrong."""

    FOLDER_UNREADABLE = "folder-unreadable"
    FOLDER_SLOW = "folder-slow"
    FILE_MISSING = "file-missing"
    FILE_UNREADABLE = "file-unreadable"
    FILE_EMPTY = "file-empty"
    FILE_TOO_LARGE = "file-too-large"
    FILE_TWICE = "file-twice"
    FILE_FORMAT = "file-format"
    FOREIGN_FORM = "foreign-form"
    ENCODING = "encoding"
    NO_HEADER = "no-header"
    UNCLOSED_QUOTE = "unclosed-quote"
    WORKBOOK_BROKEN = "workbook-broken"
    UNPACKED_TOO_LARGE = "unpacked-too-large"
    TOO_MANY_ROWS = "too-many-rows"
    COLUMN_UNKNOWN = "column-unknown"
    COLUMN_MISSING = "column-missing"
    COLUMN_TWICE = "column-twice"
    ROW_TOO_LONG = "row-too-long"
    MERGED = "merged"
    CELL_TOO_LONG = "cell-too-long"
    CONTROL_CHARACTER = "control-character"
    GARBLED = "garbled"
    CELL_ERROR = "cell-error"
    REQUIRED = "required"
    EMAIL = "email"
    PHONE = "phone"
    PESEL = "pesel"
    ID_FORM = "id-form"
    ID_TWICE = "id-twice"
    ID_TAKEN = "id-taken"
    COUNTRY_UNKNOWN = "country-unknown"
    COUNTRY_FORMER = "country-former"
    WORD_UNKNOWN = "word-unknown"
    DATE_FORM = "date-form"
    DATE_IMPOSSIBLE = "date-impossible"
    DATE_SERIAL = "date-serial"
    URL_FORM = "address-form"
    DEGREES = "degrees"
    COORDINATE_HALF = "coordinate-half"
    COORDINATE_OUTSIDE = "coordinate-outside"
    COORDINATE_SWAPPED = "coordinate-swapped"
    CONTACTS_AFTER_AGREEMENT = "contacts-after-agreement"
    END_BEFORE_START = "end-before-start"
    AGREEMENT_NOT_LATER = "agreement-not-later"
    AGREEMENT_AFTER_END = "agreement-after-end"
    OFFICIAL_AFTER_END = "official-after-end"
    PARTNER_UNKNOWN = "partner-unknown"
    OUTLINES = "outlines"
    TOWN_FORM = "town-form"
    TOWN_VALUE = "town-value"
    NAME_UNKNOWN = "name-unknown"
    NO_DAY = "no-day"
    NO_EMAIL = "no-email"
    NO_TELEPHONE = "no-telephone"
    ALL_MISSING = "all-missing"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one file."""

    kind: FaultKind
    file: str
    row: int | None = None
    """As a spreadsheet numbers it: row 1 holds the column names. In a TOML file the line."""
    column: str | None = None
    """In a TOML file the names that lead to the value, joined by points."""
    value: str = ""
    """The cell as it was typed, shortened to ``SHOWN`` characters."""
    allowed: tuple[str, ...] = ()
    """What may stand there: a vocabulary, or the limit that was passed."""
    nearest: str | None = None
    """The allowed value that is most like the typed one."""
    position: int | None = None
    """Which of the cell's characters is meant, counted from 1."""


class HintKind(StrEnum):
    """What a person should look at, though it stops nothing."""

    ROWS_HIDDEN = "rows-hidden"
    COLUMNS_HIDDEN = "columns-hidden"
    SHEET_HIDDEN = "sheet-hidden"
    SHEET_NOT_READ = "sheet-not-read"
    UNDATED = "undated"
    TERM_OVER = "term-over"
    DECLARATION_INCOMPLETE = "declaration-incomplete"
    REVIEW_DUE = "review-due"
    PHOTO_UNDESCRIBED = "photo-undescribed"
    PHOTO_UNNAMED = "photo-unnamed"
    PHOTO_OUTSIDE = "photo-outside"
    PHOTO_MISSING = "photo-missing"
    PHOTO_UNREADABLE = "photo-unreadable"
    PHOTO_SLOW = "photo-slow"
    PHOTO_ENDING_UNKNOWN = "photo-ending-unknown"
    PHOTO_ENDING_WRONG = "photo-ending-wrong"
    PHOTO_NOT_A_PHOTO = "photo-not-a-photo"
    PHOTO_TOO_MANY_BYTES = "photo-too-many-bytes"
    PHOTO_TOO_MANY_PIXELS = "photo-too-many-pixels"
    PHOTO_ANIMATED = "photo-animated"
    PHOTO_BROKEN = "photo-broken"
    PHOTOS_TOO_MANY = "photos-too-many"


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing that is read, and that a person may not see, not mean or not have."""

    kind: HintKind
    file: str
    value: str
    """The rows, columns, sheet, file or ids, shortened; what is missing; or a day (ISO 8601)."""
    row: int | None = None
    """As a spreadsheet numbers it; None where the hint is on no cell."""
    column: str | None = None
    limit: int | None = None
    """The limit that was passed, in the unit that the words name."""


def shortened(text: str) -> str:
    """A cell as a fault repeats it: on one line, its beginning only."""
    flat = " ".join(text[: 4 * SHOWN].split())
    return flat if len(flat) <= SHOWN else f"{flat[: SHOWN - 1]}…"
