"""The tables as they are declared: the one place that knows their columns.

A new column is one entry here, its attribute in the model, and its words in the catalogue:
it is checked, read, written back, explained and offered in templates by what stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from partner_map.i18n.translator import N_
from partner_map.model import (
    CLERK_LANGUAGES,
    LANGUAGES,
    AgreementKind,
    ExchangeType,
    Language,
)


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
    """One http or https URL."""
    URLS = "addresses"
    """URLs joined by ``|``."""
    FILE = "file"
    """The path of a file below the folder of the photos."""


STEP_IDS: Final = ("opening", "close")
"""The ids of the presentation's first and last step, between those that are partners' ids."""

FURTHER_LANGUAGES: Final = tuple(code for code in LANGUAGES if code not in CLERK_LANGUAGES)
"""The languages in which a table may have each of its texts, beside those of the clerk."""
_ENGLISH: Final = ".en"

MAX_CELL_CHARACTERS: Final = {
    CellKind.ID: 60,
    CellKind.IDS: 30_000,  # a cell of Excel holds 32,767
    CellKind.TEXT: 300,
    CellKind.COUNTRY: 60,
    CellKind.LATITUDE: 30,
    CellKind.LONGITUDE: 30,
    CellKind.DATE: 30,
    CellKind.WORD: 60,
    CellKind.WORDS: 600,
    CellKind.URL: 600,
    CellKind.URLS: 3000,
    CellKind.FILE: 200,
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
    """One column of a table, and all that is known of it."""

    name: str
    kind: CellKind
    meaning: str = ""
    """What it holds, as a message of the catalogue; empty in a table that only we write."""
    example: str = ""
    attribute: str = ""
    """Where its value stands in the record of the model that a row becomes, and is written
    back from: ``agreement.fact.date``; the last part of a localized text is its language."""
    required: bool = False
    is_omissible: bool = False
    """Whether a table may be without the column."""
    max_characters: int = 0
    """The most characters of a cell; 0 stands for ``MAX_CELL_CHARACTERS`` of its kind."""
    vocabulary: type[StrEnum] | None = None
    """The words that the column allows."""

    @property
    def limit(self) -> int:
        """The most characters of a cell."""
        return self.max_characters or MAX_CELL_CHARACTERS[self.kind]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its vocabulary, in their order; none without one."""
        return () if self.vocabulary is None else tuple(word.value for word in self.vocabulary)


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

    @cached_property
    def translations(self) -> tuple[Column, ...]:
        """For each column of a text in English one in every language that the clerk may add."""
        return tuple(
            replace(
                column,
                name=_in_language(column.name, "_", code),
                attribute=_in_language(column.attribute, ".", code),
                example="",
                required=False,
                is_omissible=True,
            )
            for column in self.columns
            if column.attribute.endswith(_ENGLISH)
            for code in FURTHER_LANGUAGES
        )

    @cached_property
    def readable(self) -> Mapping[str, Column]:
        """Every column that is read where it is there, by its name."""
        return {column.name: column for column in (*self.columns, *self.translations)}


def _in_language(name: str, joint: str, code: str) -> str:
    """The name of a column, or of an attribute, of a text in another language than English."""
    return f"{name.rpartition(joint)[0]}{joint}{code}"


_LONG_TEXT = 2000


def _of_a_photo() -> tuple[Column, ...]:
    """What is said of a photo, in whichever table it is named."""
    return (
        Column(
            "photo_alt_pl",
            CellKind.TEXT,
            N_("what the photo shows, for those who do not see it, in Polish"),
            example="Uczniowie obu szkół przed ratuszem.",
            attribute="photo.alt.pl",
            is_omissible=True,
        ),
        Column(
            "photo_alt_en",
            CellKind.TEXT,
            N_("what the photo shows, for those who do not see it, in English"),
            example="Pupils of both schools in front of the town hall.",
            attribute="photo.alt.en",
            is_omissible=True,
        ),
        Column(
            "photo_author",
            CellKind.TEXT,
            N_("who took the photo"),
            example="Anna Kowalska",
            attribute="photo.author",
            is_omissible=True,
        ),
        Column(
            "photo_licence",
            CellKind.TEXT,
            N_("under which licence we may show the photo, or by whose consent"),
            example="CC BY 4.0",
            attribute="photo.licence",
            is_omissible=True,
        ),
        Column(
            "photo_source",
            CellKind.URL,
            N_("where the photo was found; empty where its author gave it to us"),
            example="https://example.org/zdjecie",
            attribute="photo.source",
            is_omissible=True,
        ),
    )


PARTNERS: Final = Table(
    "partners",
    (
        Column(
            "id",
            CellKind.ID,
            N_("the partner's short name in addresses and in the events table; never change it"),
            example="nowa-wilejka",
            attribute="id",
            required=True,
        ),
        Column(
            "name_pl",
            CellKind.TEXT,
            N_("the name in Polish"),
            example="Nowa Wilejka",
            attribute="name.pl",
            required=True,
        ),
        Column(
            "name_en",
            CellKind.TEXT,
            N_("the name in English"),
            example="Naujoji Vilnia",
            attribute="name.en",
            required=True,
        ),
        Column(
            "name_own",
            CellKind.TEXT,
            N_("the name in the partner's own language"),
            example="Naujoji Vilnia",
            attribute="own_name",
            required=True,
        ),
        Column(
            "note_pl",
            CellKind.TEXT,
            N_("what the place is today, where its name alone misleads, in Polish"),
            example="dzielnica Wilna",
            attribute="note.pl",
        ),
        Column(
            "note_en",
            CellKind.TEXT,
            N_("what the place is today, where its name alone misleads, in English"),
            example="a district of Vilnius",
            attribute="note.en",
        ),
        Column(
            "note_source",
            CellKind.URLS,
            N_("where it says what the place is today"),
            example="https://example.org/1|https://example.org/2",
            attribute="note_sources",
            is_omissible=True,
        ),
        Column(
            "country",
            CellKind.COUNTRY,
            N_("the country in which the partner lies"),
            example="LT",
            attribute="country",
            required=True,
        ),
        Column(
            "latitude",
            CellKind.LATITUDE,
            N_("the latitude; the program looks up the place of a new city by itself"),
            example="54,69515",
            attribute="coordinate.latitude",
        ),
        Column(
            "longitude",
            CellKind.LONGITUDE,
            N_("the longitude; written together with the latitude or not at all"),
            example="25,41969",
            attribute="coordinate.longitude",
        ),
        Column(
            "coordinates_source",
            CellKind.URL,
            N_("where the coordinates come from; required where there are coordinates"),
            example="https://www.geonames.org/596713",
            attribute="coordinate.source",
        ),
        Column(
            "first_contacts",
            CellKind.DATE,
            N_("when the contacts began; empty where no source says"),
            example="1994",
            attribute="first_contacts.date",
        ),
        Column(
            "first_contacts_source",
            CellKind.URLS,
            N_("where it says when the contacts began"),
            example="https://example.org/1|https://example.org/2",
            attribute="first_contacts.sources",
        ),
        Column(
            "agreement",
            CellKind.DATE,
            N_("when the agreement was signed; empty before there is one"),
            example="2009-03-20",
            attribute="agreement.fact.date",
        ),
        Column(
            "agreement_kind",
            CellKind.WORD,
            N_("what was signed; required where there is a date of agreement"),
            example="agreement",
            attribute="agreement.kind",
            vocabulary=AgreementKind,
        ),
        Column(
            "agreement_source",
            CellKind.URLS,
            N_("where it says when and what was signed"),
            example="https://example.org/umowa",
            attribute="agreement.fact.sources",
        ),
        Column(
            "agreement_until",
            CellKind.DATE,
            N_("until when the agreement is in force; empty where it has no term"),
            example="2029-03-20",
            attribute="agreement.until",
            is_omissible=True,
        ),
        Column(
            "agreement_place_pl",
            CellKind.TEXT,
            N_("where the agreement was signed, in Polish"),
            example="Wilno",
            attribute="agreement.place.pl",
        ),
        Column(
            "agreement_place_en",
            CellKind.TEXT,
            N_("where the agreement was signed, in English"),
            example="Vilnius",
            attribute="agreement.place.en",
        ),
        Column(
            "agreement_place_source",
            CellKind.URLS,
            N_("where it says in which place it was signed"),
            example="https://example.org/umowa",
            attribute="agreement.place_sources",
        ),
        Column(
            "partner_signatory",
            CellKind.TEXT,
            N_("who signed for the partner: first name and family name"),
            example="Anna Kowalska",
            attribute="agreement.partner_signatory.name",
        ),
        Column(
            "partner_office_pl",
            CellKind.TEXT,
            N_("the office of that person, in Polish"),
            example="burmistrz",
            attribute="agreement.partner_signatory.office.pl",
        ),
        Column(
            "partner_office_en",
            CellKind.TEXT,
            N_("the office of that person, in English"),
            example="mayor",
            attribute="agreement.partner_signatory.office.en",
        ),
        Column(
            "town_signatory",
            CellKind.TEXT,
            N_("who signed for our town: first name and family name"),
            example="Jan Nowak",
            attribute="agreement.town_signatory.name",
        ),
        Column(
            "town_office_pl",
            CellKind.TEXT,
            N_("the office of our signatory, in Polish"),
            example="burmistrz",
            attribute="agreement.town_signatory.office.pl",
        ),
        Column(
            "town_office_en",
            CellKind.TEXT,
            N_("the office of our signatory, in English"),
            example="mayor",
            attribute="agreement.town_signatory.office.en",
        ),
        Column(
            "signatory_source",
            CellKind.URLS,
            N_("where it says who signed"),
            example="https://example.org/umowa",
            attribute="agreement.signatory_sources",
        ),
        Column(
            "suspended",
            CellKind.DATE,
            N_("since when the cooperation is suspended; empty while it is not"),
            example="2022-03-01",
            attribute="suspended.date",
            is_omissible=True,
        ),
        Column(
            "suspended_source",
            CellKind.URLS,
            N_("where it says that the cooperation is suspended"),
            example="https://example.org/zawieszenie",
            attribute="suspended.sources",
            is_omissible=True,
        ),
        Column(
            "ended",
            CellKind.DATE,
            N_("when the cooperation ended; empty while it lasts"),
            example="2019-01-08",
            attribute="ended.date",
        ),
        Column(
            "ended_source",
            CellKind.URLS,
            N_("where it says that the cooperation ended"),
            example="https://example.org/koniec",
            attribute="ended.sources",
        ),
        Column(
            "types",
            CellKind.WORDS,
            N_("the types of exchange that the sources name"),
            example="school|culture",
            attribute="types",
            vocabulary=ExchangeType,
        ),
        Column(
            "types_source",
            CellKind.URLS,
            N_("where it says which types of exchange there are"),
            example="https://example.org/1|https://example.org/2",
            attribute="types_sources",
        ),
        Column(
            "agreement_types",
            CellKind.WORDS,
            N_(
                "the types of exchange that the agreement names as its fields; whether there were"
                " such exchanges is told by `types` and the events"
            ),
            example="school|sport",
            attribute="agreement_types",
            vocabulary=ExchangeType,
            is_omissible=True,
        ),
        Column(
            "agreement_types_source",
            CellKind.URLS,
            N_("where it says what the fields of the agreement are"),
            example="https://example.org/umowa",
            attribute="agreement_types_sources",
            is_omissible=True,
        ),
        Column(
            "summary_pl",
            CellKind.TEXT,
            N_("the story of the partnership in a few sentences, in Polish"),
            example="Współpraca zaczęła się od wymiany szkół.",
            attribute="summary.pl",
            required=True,
            max_characters=_LONG_TEXT,
        ),
        Column(
            "summary_en",
            CellKind.TEXT,
            N_("the story of the partnership in a few sentences, in English"),
            example="It began with exchanges of schools.",
            attribute="summary.en",
            required=True,
            max_characters=_LONG_TEXT,
        ),
        Column(
            "drafted_by_machine",
            CellKind.WORDS,
            N_(
                "the languages in which a machine drafted the story, the note, the offices or the"
                " place of signing, and nobody who speaks them has read that yet; the page says so"
            ),
            example="nl|de",
            attribute="drafted_by_machine",
            is_omissible=True,
            vocabulary=Language,
        ),
        Column(
            "photo",
            CellKind.FILE,
            N_(
                "a photo of the partner or of what is done together: a JPEG, PNG or WebP in the"
                " folder photos beside the tables; shown only with its author, licence and"
                " description"
            ),
            example="hranice.jpg",
            attribute="photo.file",
            is_omissible=True,
        ),
        *_of_a_photo(),
    ),
)
EVENTS: Final = Table(
    "events",
    (
        Column(
            "partners",
            CellKind.IDS,
            N_("who took part: the ids of the partners table"),
            example="nowa-wilejka|hranice",
            attribute="partners",
            required=True,
        ),
        Column(
            "start",
            CellKind.DATE,
            N_("when it began"),
            example="2010-04-12",
            attribute="start",
            required=True,
        ),
        Column(
            "end",
            CellKind.DATE,
            N_("when it ended; empty for a single day, month or year"),
            example="2010-04-16",
            attribute="end",
        ),
        Column(
            "type",
            CellKind.WORDS,
            N_("the type of exchange, or several of them"),
            example="school",
            attribute="types",
            required=True,
            vocabulary=ExchangeType,
        ),
        Column(
            "title_pl",
            CellKind.TEXT,
            N_("what happened, in one sentence, in Polish"),
            example="Uczniowie z Hranic odwiedzili szkoły w gminie.",
            attribute="title.pl",
            required=True,
            max_characters=500,
        ),
        Column(
            "title_en",
            CellKind.TEXT,
            N_("what happened, in one sentence, in English"),
            example="Pupils from Hranice visited the municipality's schools.",
            attribute="title.en",
            required=True,
            max_characters=500,
        ),
        Column(
            "source",
            CellKind.URL,
            N_("where it says so"),
            example="https://example.org/wizyta",
            attribute="source",
            required=True,
        ),
        Column(
            "photo",
            CellKind.FILE,
            N_(
                "a photo of the exchange: a JPEG, PNG or WebP in the folder photos beside the"
                " tables; shown only with its author, licence and description"
            ),
            example="2010/wizyta.jpg",
            attribute="photo.file",
            is_omissible=True,
        ),
        *_of_a_photo(),
    ),
)
AGREEMENTS: Final = Table(
    "agreements",
    (
        Column(
            "partner",
            CellKind.ID,
            N_("with whom: the id of the partners table"),
            example="nowa-wilejka",
            attribute="partner",
            required=True,
        ),
        Column(
            "agreement",
            CellKind.DATE,
            N_("when the further agreement was signed, or the agreement renewed"),
            example="2019-03-20",
            attribute="fact.date",
            required=True,
        ),
        Column(
            "agreement_kind",
            CellKind.WORD,
            N_("what was signed"),
            example="agreement",
            attribute="kind",
            required=True,
            vocabulary=AgreementKind,
        ),
        Column(
            "agreement_until",
            CellKind.DATE,
            N_("until when the agreement is in force; empty where it has no term"),
            example="2029-03-20",
            attribute="until",
        ),
        Column(
            "agreement_source",
            CellKind.URLS,
            N_("where it says when and what was signed"),
            example="https://example.org/umowa",
            attribute="fact.sources",
        ),
    ),
    required=False,
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
TABLES: Final = (PARTNERS, EVENTS, COORDINATES, AGREEMENTS)
