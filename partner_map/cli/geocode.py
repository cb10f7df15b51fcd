"""``partner-map geocode``: the coordinates of cities without."""

from __future__ import annotations

import argparse
import sys

from partner_map.geocoding.gazetteer import Gazetteer, ask_gazetteer
from partner_map.geocoding.lookup import geocode_folder
from partner_map.geocoding.nominatim import ask_online, nominatim
from partner_map.i18n.translator import translator_for
from partner_map.tables import TablesError, fault_words


def run(chosen: argparse.Namespace) -> int:
    """Fill ``coordinates.csv``: 0 when all are found, 1 when some are not, 2 for faulty tables."""
    translator = translator_for(chosen.lang)

    def tell(line: str) -> None:
        print(line, file=sys.stderr)

    try:
        unfound = geocode_folder(
            chosen.data,
            lambda: ask_gazetteer(Gazetteer()),
            (lambda: ask_online(nominatim())) if chosen.online else None,
            tell,
            translator,
        )
    except TablesError as error:
        for fault in error.faults:
            tell(fault_words(fault, translator))
        return 2
    for city in unfound:
        tell(city.words(translator))
    return 1 if unfound else 0
