"""Make a folder of tables at size: 2,000 partners and 20,000 exchanges, unless told otherwise.

    .venv/bin/python benchmarks/make_many.py FOLDER [PARTNERS] [EVENTS]

Every cell is made up by counting; nothing in it is a fact.
"""

from __future__ import annotations

import csv
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from partner_map.model import ExchangeType
from partner_map.settings import PROJECT_FOLDER
from partner_map.tables import EVENTS, PARTNERS

SIZES = (8, 80, 800, 8000)
"""The numbers of partners that are measured."""
EVENTS_A_PARTNER = 10
MAX_EVENTS = 20_000
KINDS = [kind.value for kind in ExchangeType]
SOURCE = "https://example.org/"
# Boxes well inside a country: latitudes and longitudes in WGS 84 degrees.
BOXES = {
    "FR": (44.0, 48.0, 0.5, 5.0),
    "DE": (49.0, 53.0, 8.5, 12.0),
    "CZ": (49.3, 50.0, 14.0, 16.2),
    "PL": (51.0, 53.0, 17.0, 22.0),
    "LT": (55.0, 56.0, 22.0, 25.0),
    "UA": (48.7, 50.0, 29.0, 35.0),
    "IT": (45.0, 45.6, 8.0, 11.0),
}


def partner(number: int) -> dict[str, str]:
    """The cells of a partner."""
    country = list(BOXES)[number % len(BOXES)]
    south, north, west, east = BOXES[country]
    year = 1991 + number % 30
    return {
        "id": f"city-{number}",
        "name_pl": f"Miasto {number}",
        "name_en": f"City {number}",
        "name_own": f"Město {number}",
        "country": country,
        "latitude": f"{south + number * 37 % 1000 / 1000 * (north - south):.4f}",
        "longitude": f"{west + number * 61 % 1000 / 1000 * (east - west):.4f}",
        "coordinates_source": SOURCE,
        "agreement": f"{year}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        "agreement_kind": "agreement",
        "agreement_source": SOURCE,
        "types": "|".join(sorted({KINDS[number % 16], KINDS[number * 7 % 16]})),
        "types_source": SOURCE,
        "summary_pl": "Przykładowe miasto do pomiaru.",
        "summary_en": "A made-up city for a measurement.",
    }


def event(number: int, partners: int) -> dict[str, str]:
    """The cells of an exchange; each tenth is shared by two partners."""
    first, second = number % partners, (number * 13 + 1) % partners
    there = [first, second] if number % 10 == 0 and first != second else [first]
    return {
        "partners": "|".join(f"city-{place}" for place in there),
        "start": f"{1992 + number % 34}-{number % 12 + 1:02d}",
        "type": KINDS[number * 5 % 16],
        "title_pl": f"Przykładowa wymiana do pomiaru, z kolei {number}.",
        "title_en": f"A made-up exchange for a measurement, in turn {number}.",
        "source": SOURCE,
    }


def write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)


def make(folder: Path, partners: int = 2000, events: int = 20_000) -> None:
    """Make the folder with the project's own home town."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(PROJECT_FOLDER / "data" / "town.toml", folder)
    write(folder / "partners.csv", list(PARTNERS.by_name), map(partner, range(partners)))
    write(
        folder / "events.csv",
        list(EVENTS.by_name),
        (event(number, partners) for number in range(events)),
    )


def make_sizes(parent: Path) -> dict[int, Path]:
    """Make a folder of each size; by the number of its partners."""
    folders = {partners: parent / str(partners) for partners in SIZES}
    for partners, folder in folders.items():
        make(folder, partners, min(EVENTS_A_PARTNER * partners, MAX_EVENTS))
    return folders


if __name__ == "__main__":
    make(Path(sys.argv[1]), *(int(number) for number in sys.argv[2:]))
