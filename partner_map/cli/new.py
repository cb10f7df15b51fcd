"""``partner-map new``: a folder for another town, which runs at once."""

from __future__ import annotations

import argparse
import shlex
import sys
from typing import Final

from partner_map import clock
from partner_map.geocoding.errors import GeocodingError
from partner_map.geocoding.gazetteer import Gazetteer, ask_gazetteer
from partner_map.geocoding.home import find_home
from partner_map.i18n.translator import (
    N_,
    Translator,
    country_codes,
    former_countries,
    translator_for,
)
from partner_map.model import CLERK_LANGUAGES, LocalizedText, Town
from partner_map.tables import is_web_url
from partner_map.tables.starter import starting_files

FIRST_YEAR: Final = 1990
_NEUTRAL: Final = {"pl": "miasta {town}", "en": "{town}"}
"""The name after "Partner cities of" where nobody said how it is declined."""
_NOT_EMPTY: Final = N_("{folder} is there already and not empty: choose another folder")
_NO_URL: Final = N_("{text} is no full address that begins with http:// or https://")
_NOT_WRITTEN: Final = N_("{folder} cannot be written: {error}")


def run(chosen: argparse.Namespace) -> int:
    """Write the folder: 0, or 1 when it is there already or the town is not found."""
    translator = translator_for(chosen.lang)
    try:
        return _write(chosen, translator)
    except GeocodingError as error:
        return _refused(error.words(translator))
    except OSError as error:
        return _refused(
            translator.gettext(_NOT_WRITTEN, folder=chosen.folder, error=error.strerror or error)
        )


def _write(chosen: argparse.Namespace, translator: Translator) -> int:
    folder = chosen.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return _refused(translator.gettext(_NOT_EMPTY, folder=folder))
    country = chosen.country.upper()
    if country not in country_codes():
        return _refused(_unknown_country(country, translator))
    if chosen.page and not is_web_url(chosen.page):
        return _refused(translator.gettext(_NO_URL, text=chosen.page))
    place = find_home(chosen.town, country, ask_gazetteer(Gazetteer()), chosen.place)
    town = Town(
        name=LocalizedText(dict.fromkeys(CLERK_LANGUAGES, chosen.town)),
        genitive=LocalizedText(
            {code: text.format(town=chosen.town) for code, text in _NEUTRAL.items()}
            | ({"pl": chosen.genitive} if chosen.genitive else {})
        ),
        country=country,
        first_year=FIRST_YEAR,
        coordinate=place,
        partners_page=chosen.page or place.source,
    )
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in starting_files(town, clock.today(town), translator).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    print(translator.gettext("{folder} is ready. Next:", folder=folder))
    print(f"    partner-map serve --data {shlex.quote(str(folder))}")
    return 0


def _unknown_country(code: str, translator: Translator) -> str:
    if code in former_countries():
        today = ", ".join(former_countries()[code])
        return translator.gettext(
            "{code} is no more; write the country of today: {today}", code=code, today=today
        )
    return translator.gettext(
        "{code} is no country; write two capital letters of ISO 3166, as in NL", code=code
    )


def _refused(words: str) -> int:
    print(words, file=sys.stderr)
    return 1
