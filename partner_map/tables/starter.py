"""The files with which a town begins: its own place, and tables with an example row each."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Final

from partner_map.i18n.translator import N_, Translator, translator_for
from partner_map.model import CLERK_LANGUAGES, AgreementKind, ExchangeType, Town
from partner_map.photos.example import AUTHOR, LICENCE, drawing
from partner_map.photos.looking import FOLDER
from partner_map.tables.columns import EVENTS, PARTNERS, Table
from partner_map.tables.snapshot import TOWN_FILE
from partner_map.tables.spreadsheet import csv_file

EXAMPLE_ID: Final = "example"
"""The id of the partner that is an example; its event names it."""
_NAME: Final = N_("Example, delete this row")
_STORY: Final = N_("This row is an example: write a partner of your own and delete it.")
_TITLE: Final = N_("This row is an example: write an event of your own and delete it.")
_PICTURE: Final = N_("A drawing: two towns and a line that joins them.")
_PHOTO: Final = f"{EXAMPLE_ID}.png"
_SOURCE: Final = "https://example.org/"


def starting_files(town: Town, today: datetime.date, translator: Translator) -> Mapping[str, bytes]:
    """The files of a folder that runs, by name, their comments in one language."""
    return {
        TOWN_FILE: _town_file(town, translator).encode(),
        f"{PARTNERS.name}.csv": _table(PARTNERS, _partner(town, today)),
        f"{EVENTS.name}.csv": _table(EVENTS, _event(today)),
        f"{FOLDER}/{_PHOTO}": drawing(),
    }


def _town_file(town: Town, translator: Translator) -> str:
    def line(name: str, value: str | float, comment: str = "") -> str:
        written = json.dumps(value, ensure_ascii=False)  # the strings of JSON are those of TOML
        return f"{name} = {written}" + (f"  # {comment}" if comment else "")

    place = town.coordinate
    declined = translator.gettext("the name as it stands after “Partner cities of”; change it here")
    page = translator.gettext("the town's own page of its partner cities; change it here")
    first = translator.gettext("the first year of the timeline; change it here")
    zone = translator.gettext("the time zone whose days are the town's; change it here")
    lines = [
        line("country", town.country),
        line("first_year", town.first_year, first),
        line("partners_page", town.partners_page, page),
        line("zone", town.zone, zone),
        "",
        "[name]",
        *(line(code, town.name[code]) for code in CLERK_LANGUAGES),
        "",
        "[genitive]",
        *(line(code, town.genitive[code], declined) for code in CLERK_LANGUAGES),
        "",
        "[coordinates]",
        line("latitude", place.latitude),
        line("longitude", place.longitude),
        line("source", place.source),
    ]
    return "\n".join((*lines, ""))


def _table(table: Table, cells: Mapping[str, str]) -> bytes:
    return csv_file(list(table.by_name), [[cells.get(name, "") for name in table.by_name]])


def _in_each_language(column: str, message: str) -> dict[str, str]:
    return {f"{column}_{code}": translator_for(code).gettext(message) for code in CLERK_LANGUAGES}


def _partner(town: Town, today: datetime.date) -> dict[str, str]:
    names = _in_each_language("name", _NAME)
    return {
        "id": EXAMPLE_ID,
        **names,
        "name_own": names[f"name_{CLERK_LANGUAGES[0]}"],
        "country": town.country,
        "agreement": str(today.year),
        "agreement_kind": AgreementKind.AGREEMENT.value,
        "agreement_source": _SOURCE,
        "types": ExchangeType.SCHOOL.value,
        **_in_each_language("summary", _STORY),
        "photo": _PHOTO,
        **_in_each_language("photo_alt", _PICTURE),
        "photo_author": AUTHOR,
        "photo_licence": LICENCE,
    }


def _event(today: datetime.date) -> dict[str, str]:
    return {
        "partners": EXAMPLE_ID,
        "start": str(today.year),
        "type": ExchangeType.SCHOOL.value,
        **_in_each_language("title", _TITLE),
        "source": _SOURCE,
    }
