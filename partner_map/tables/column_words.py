"""The columns of the tables in words: what a clerk writes into each, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from partner_map.i18n.translator import N_, Translator
from partner_map.i18n.wording import agreement_name, type_name
from partner_map.model import AgreementKind, ExchangeType
from partner_map.tables import EVENTS, PARTNERS, Column, Table
from partner_map.tables.columns import CellKind

_OFFICE: Final = ("burmistrz", "mayor")

_MEANINGS: Final = {
    PARTNERS.name: {
        "id": N_("the partner's short name in addresses and in the events table; never change it"),
        "name_pl": N_("the name in Polish"),
        "name_en": N_("the name in English"),
        "name_own": N_("the name in the partner's own language"),
        "note_pl": N_("what the place is today, where its name alone misleads, in Polish"),
        "note_en": N_("what the place is today, where its name alone misleads, in English"),
        "country": N_("the country in which the partner lies"),
        "latitude": N_("the latitude; the program looks up the place of a new city by itself"),
        "longitude": N_("the longitude; written together with the latitude or not at all"),
        "coordinates_source": N_(
            "where the coordinates come from; required where there are coordinates"
        ),
        "first_contacts": N_("when the contacts began; empty where no source says"),
        "first_contacts_source": N_("where it says when the contacts began"),
        "agreement": N_("when the agreement was signed; empty before there is one"),
        "agreement_kind": N_("what was signed; required where there is a date of agreement"),
        "agreement_source": N_("where it says when and what was signed"),
        "agreement_place_pl": N_("where the agreement was signed, in Polish"),
        "agreement_place_en": N_("where the agreement was signed, in English"),
        "agreement_place_source": N_("where it says in which place it was signed"),
        "partner_signatory": N_("who signed for the partner: first name and family name"),
        "partner_office_pl": N_("the office of that person, in Polish"),
        "partner_office_en": N_("the office of that person, in English"),
        "town_signatory": N_("who signed for our town: first name and family name"),
        "town_office_pl": N_("the office of our signatory, in Polish"),
        "town_office_en": N_("the office of our signatory, in English"),
        "signatory_source": N_("where it says who signed"),
        "ended": N_("when the cooperation ended; empty while it lasts"),
        "ended_source": N_("where it says that the cooperation ended"),
        "types": N_("the types of exchange that the sources name"),
        "types_source": N_("where it says which types of exchange there are"),
        "summary_pl": N_("the story of the partnership in a few sentences, in Polish"),
        "summary_en": N_("the story of the partnership in a few sentences, in English"),
    },
    EVENTS.name: {
        "partners": N_("who took part: the ids of the partners table"),
        "start": N_("when it began"),
        "end": N_("when it ended; empty for a single day, month or year"),
        "type": N_("the type of exchange"),
        "title_pl": N_("what happened, in one sentence, in Polish"),
        "title_en": N_("what happened, in one sentence, in English"),
        "source": N_("where it says so"),
    },
}
_ALLOWED: Final = {
    CellKind.ID: N_("small letters a-z without Polish marks, digits and single hyphens"),
    CellKind.IDS: N_("one id or several, joined by |"),
    CellKind.TEXT: N_("text without e-mail addresses, telephone and PESEL numbers"),
    CellKind.COUNTRY: N_("the two capital letters of the country's code (ISO 3166)"),
    CellKind.LATITUDE: N_("degrees from -90 to 90 (WGS 84), with a comma or a point"),
    CellKind.LONGITUDE: N_("degrees from -180 to 180 (WGS 84), with a comma or a point"),
    CellKind.DATE: N_(
        "a day (1991-05-03 or 03.05.1991), a month (2010-04), a year (2005), about a year (1990~),"
        " a decade (199X), its beginning (1990~/1993~) or its end (1997~/1999~)"
    ),
    CellKind.WORD: N_("one of these words: {words}"),
    CellKind.WORDS: N_("one or several of these words, joined by |: {words}"),
    CellKind.URL: N_("a full address that begins with https:// or http://"),
    CellKind.URLS: N_("full addresses that begin with https:// or http://, joined by |"),
}
_EXAMPLES: Final = {
    PARTNERS.name: {
        "id": "nowa-wilejka",
        "name_pl": "Nowa Wilejka",
        "name_en": "Naujoji Vilnia",
        "name_own": "Naujoji Vilnia",
        "note_pl": "dzielnica Wilna",
        "note_en": "a district of Vilnius",
        "country": "LT",
        "latitude": "54,69515",
        "longitude": "25,41969",
        "coordinates_source": "https://www.geonames.org/596713",
        "first_contacts": "1994",
        "first_contacts_source": "https://example.org/1|https://example.org/2",
        "agreement": "2009-03-20",
        "agreement_kind": AgreementKind.AGREEMENT.value,
        "agreement_source": "https://example.org/umowa",
        "agreement_place_pl": "Wilno",
        "agreement_place_en": "Vilnius",
        "agreement_place_source": "https://example.org/umowa",
        "partner_signatory": "Anna Kowalska",
        "partner_office_pl": _OFFICE[0],
        "partner_office_en": _OFFICE[1],
        "town_signatory": "Jan Nowak",
        "town_office_pl": _OFFICE[0],
        "town_office_en": _OFFICE[1],
        "signatory_source": "https://example.org/umowa",
        "ended": "2019-01-08",
        "ended_source": "https://example.org/koniec",
        "types": "|".join((ExchangeType.SCHOOL, ExchangeType.CULTURE)),
        "types_source": "https://example.org/1|https://example.org/2",
        "summary_pl": "Współpraca zaczęła się od wymiany szkół.",
        "summary_en": "It began with exchanges of schools.",
    },
    EVENTS.name: {
        "partners": "nowa-wilejka|hranice",
        "start": "2010-04-12",
        "end": "2010-04-16",
        "type": ExchangeType.SCHOOL.value,
        "title_pl": "Uczniowie z Hranic odwiedzili szkoły w gminie.",
        "title_en": "Pupils from Hranice visited the municipality's schools.",
        "source": "https://example.org/wizyta",
    },
}


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """One column as it is explained to a person."""

    name: str
    meaning: str
    allowed: str
    example: str
    required: bool
    max_characters: int
    """The most characters of a cell."""


def column_words(table: Table, translator: Translator) -> list[ColumnWords]:
    """The columns of the partners or the events table in words, in their order."""
    return [
        ColumnWords(
            name=column.name,
            meaning=translator.gettext(_MEANINGS[table.name][column.name]),
            allowed=translator.gettext(
                _ALLOWED[column.kind], words=_vocabulary(column, translator)
            ),
            example=_EXAMPLES[table.name][column.name],
            required=column.required,
            max_characters=column.limit,
        )
        for column in table.columns
    ]


def table_name(table: Table, translator: Translator) -> str:
    """The partners or the events table by its name in words."""
    return {
        PARTNERS.name: translator.gettext("Partners"),
        EVENTS.name: translator.gettext("Events"),
    }[table.name]


def _vocabulary(column: Column, translator: Translator) -> str:
    """The words of a column's vocabulary, each with what it stands for."""
    names = {kind.value: agreement_name(kind, translator) for kind in AgreementKind}
    names |= {kind.value: type_name(kind, translator) for kind in ExchangeType}
    return ", ".join(
        word if word == names[word] else f"{word} ({names[word]})" for word in column.vocabulary
    )
