"""The tables as they are declared: their columns, what may stand in each, and how much of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from partner_map.model import AgreementKind, ExchangeType


class CellKind(StrEnum):
    """What the cells of a column hold."""

    ID = "id"
    """The name of a partner among programs: a-z, digits and single hyphens."""
    IDS = "ids"
    """Ids of partners, joined by ``|``."""
    TEXT = "text"
    COUNTRY = "country"
    """ISO 3166-1 alpha-2."""
    LATITUDE = "latitude"
    """WGS 84 degrees."""
    LONGITUDE = "longitude"
    """WGS 84 degrees."""
    DATE = "date"
    """A date as precise as its source."""
    WORD = "word"
    """One word of the column's vocabulary."""
    WORDS = "words"
    """Words of the column's vocabulary, joined by ``|``."""
    URL = "address"
    """One http or https address."""
    URLS = "addresses"
    """Addresses joined by ``|``."""


MAX_CELL_CHARACTERS: Final = {
    CellKind.ID: 60,
    CellKind.IDS: 600,
    CellKind.TEXT: 300,
    CellKind.COUNTRY: 60,
    CellKind.LATITUDE: 30,
    CellKind.LONGITUDE: 30,
    CellKind.DATE: 30,
    CellKind.WORD: 60,
    CellKind.WORDS: 600,
    CellKind.URL: 600,
    CellKind.URLS: 3000,
}
"""The most characters of a cell of each kind, where its column states no other number."""

MAX_FILE_BYTES: Final = 20 * 1024 * 1024
"""Bytes of a table's file."""
MAX_TOWN_FILE_BYTES: Final = 1024 * 1024
"""Bytes of the home town's file."""
MAX_UNPACKED_BYTES: Final = 3 * MAX_FILE_BYTES
"""Bytes of all that a workbook unpacks to."""
MAX_ROWS: Final = 20_000
"""Rows of a table below its column names, blank ones included."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    kind: CellKind
    required: bool = False
    max_characters: int = 0
    """The most characters of a cell; 0 stands for ``LONGEST`` of its kind."""
    vocabulary: tuple[str, ...] = ()

    @property
    def limit(self) -> int:
        """The most characters of a cell."""
        return self.max_characters or MAX_CELL_CHARACTERS[self.kind]


@dataclass(frozen=True)
class Table:
    """One table, kept as ``<name>.csv`` or ``<name>.xlsx``."""

    name: str
    columns: tuple[Column, ...]
    required: bool = True

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """The columns by their name."""
        return {column.name: column for column in self.columns}


_LONG_TEXT = 2000
_KINDS_OF_EXCHANGE = tuple(kind.value for kind in ExchangeType)
_KINDS_OF_AGREEMENT = tuple(kind.value for kind in AgreementKind)

PARTNERS: Final = Table(
    "partners",
    (
        Column("id", CellKind.ID, required=True),
        Column("name_pl", CellKind.TEXT, required=True),
        Column("name_en", CellKind.TEXT, required=True),
        Column("name_own", CellKind.TEXT, required=True),
        Column("note_pl", CellKind.TEXT),
        Column("note_en", CellKind.TEXT),
        Column("country", CellKind.COUNTRY, required=True),
        Column("latitude", CellKind.LATITUDE),
        Column("longitude", CellKind.LONGITUDE),
        Column("coordinates_source", CellKind.URL),
        Column("first_contacts", CellKind.DATE),
        Column("first_contacts_source", CellKind.URLS),
        Column("agreement", CellKind.DATE),
        Column("agreement_kind", CellKind.WORD, vocabulary=_KINDS_OF_AGREEMENT),
        Column("agreement_source", CellKind.URLS),
        Column("agreement_place_pl", CellKind.TEXT),
        Column("agreement_place_en", CellKind.TEXT),
        Column("agreement_place_source", CellKind.URLS),
        Column("partner_signatory", CellKind.TEXT),
        Column("partner_office_pl", CellKind.TEXT),
        Column("partner_office_en", CellKind.TEXT),
        Column("town_signatory", CellKind.TEXT),
        Column("town_office_pl", CellKind.TEXT),
        Column("town_office_en", CellKind.TEXT),
        Column("signatory_source", CellKind.URLS),
        Column("ended", CellKind.DATE),
        Column("ended_source", CellKind.URLS),
        Column("types", CellKind.WORDS, vocabulary=_KINDS_OF_EXCHANGE),
        Column("types_source", CellKind.URLS),
        Column("summary_pl", CellKind.TEXT, required=True, max_characters=_LONG_TEXT),
        Column("summary_en", CellKind.TEXT, required=True, max_characters=_LONG_TEXT),
    ),
)
EVENTS: Final = Table(
    "events",
    (
        Column("partners", CellKind.IDS, required=True),
        Column("start", CellKind.DATE, required=True),
        Column("end", CellKind.DATE),
        Column("type", CellKind.WORD, required=True, vocabulary=_KINDS_OF_EXCHANGE),
        Column("title_pl", CellKind.TEXT, required=True, max_characters=500),
        Column("title_en", CellKind.TEXT, required=True, max_characters=500),
        Column("source", CellKind.URL, required=True),
    ),
)
COORDINATES: Final = Table(
    "coordinates",
    (
        Column("partner", CellKind.ID, required=True),
        Column("query", CellKind.TEXT),
        Column("latitude", CellKind.LATITUDE, required=True),
        Column("longitude", CellKind.LONGITUDE, required=True),
        Column("source", CellKind.TEXT, required=True),
        Column("date", CellKind.DATE),
    ),
    required=False,
)
TABLES: Final = (PARTNERS, EVENTS, COORDINATES)
