"""The commands of a clerk: ``python -m partner_map geocode``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from partner_map import geocoding
from partner_map.settings import tables_folder
from partner_map.tables import TablesError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is 0 when all went well."""
    parser = argparse.ArgumentParser(prog="python -m partner_map", description=__doc__)
    commands = parser.add_subparsers(required=True)
    geocode = commands.add_parser("geocode", help="find the coordinates of cities that lack them")
    geocode.add_argument("--data", type=Path, default=tables_folder(), help="folder of the tables")
    geocode.add_argument(
        "--online", action="store_true", help="ask Nominatim for what the gazetteer lacks"
    )
    chosen = parser.parse_args(arguments)
    return run_geocode(chosen.data, chosen.online)


def run_geocode(folder: Path, online: bool) -> int:
    """Fill ``coordinates.csv``: 0 when all are found, 1 when some are not, 2 for faulty tables."""
    try:
        faults = geocoding.geocode_folder(
            folder,
            lambda: geocoding.ask_gazetteer(geocoding.Gazetteer()),
            (lambda: geocoding.ask_online(geocoding.nominatim())) if online else None,
            lambda line: print(line, file=sys.stderr),
        )
    except TablesError as fault:
        print(fault, file=sys.stderr)
        return 2
    for unfound in faults:
        print(unfound, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
