"""The columns of the tables in words: what a clerk writes into each, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from partner_map.i18n.translator import N_, Translator
from partner_map.i18n.wording import agreement_name, type_name
from partner_map.model import AgreementKind, ExchangeType, Language
from partner_map.tables import Column, Table
from partner_map.tables.columns import FURTHER_LANGUAGES, CellKind

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
    CellKind.FILE: N_(
        "the name of a file in the folder photos that ends on .jpg, .jpeg, .png or .webp;"
        " in a folder within it 2010/name.jpg"
    ),
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
    """The columns of a table that people keep, in words, in their order.

    The columns of the further languages are told once, as one.
    """
    told = [
        ColumnWords(
            name=column.name,
            meaning=translator.gettext(column.meaning),
            allowed=translator.gettext(
                _ALLOWED[column.kind], words=_vocabulary(column, translator)
            ),
            example=column.example,
            required=column.required,
            max_characters=column.limit,
        )
        for column in table.columns
    ]
    return [*told, _translations(table, translator)] if table.translations else told


def _translations(table: Table, translator: Translator) -> ColumnWords:
    stems = dict.fromkeys(column.name.rpartition("_")[0] for column in table.translations)
    return ColumnWords(
        name=", ".join(f"{stem}_xx" for stem in stems),
        meaning=translator.gettext(
            "the same text in another language, in a column of its own that ends on the language"
            " instead of xx; where it is missing, the page shows the English text and says so"
        ),
        allowed=translator.gettext("xx is one of: {languages}", languages=_languages(translator)),
        example=f"{next(iter(stems))}_{FURTHER_LANGUAGES[-1]}",
        required=False,
        max_characters=max(column.limit for column in table.translations),
    )


def _languages(translator: Translator) -> str:
    """The further languages, each with what it is called."""
    return ", ".join(f"{code} ({translator.language_name(code)})" for code in FURTHER_LANGUAGES)


def _vocabulary(column: Column, translator: Translator) -> str:
    """The words of a column's vocabulary, each with what it stands for."""
    names = {kind.value: agreement_name(kind, translator) for kind in AgreementKind}
    names |= {kind.value: type_name(kind, translator) for kind in ExchangeType}
    names |= {language.value: translator.language_name(language) for language in Language}
    return ", ".join(
        word if word == names[word] else f"{word} ({names[word]})" for word in column.words
    )
