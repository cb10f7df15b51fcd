"""Table folders made for a test."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from partner_map.settings import PROJECT_FOLDER
from partner_map.tables import EVENT_COLUMNS, PARTNER_COLUMNS

REAL = PROJECT_FOLDER / "data"

PARTNER = {
    "id": "hranice",
    "name_pl": "Hranice",
    "name_en": "Hranice",
    "name_own": "Hranice",
    "country": "CZ",
    "latitude": "49.54796",
    "longitude": "17.73469",
    "coordinates_source": "https://www.geonames.org/3074893",
    "agreement": "2006-04-07",
    "agreement_kind": "agreement",
    "types": "school|culture",
    "summary_pl": "Opis.",
    "summary_en": "Story.",
}
"""The cells of a partner that has no faults; a test changes what it is about."""


def write_folder(
    folder: Path,
    partners: Iterable[Mapping[str, str]],
    events: Iterable[Mapping[str, str]] = (),
) -> Path:
    """A folder with the real home town and these rows."""
    folder.mkdir(exist_ok=True)
    shutil.copy(REAL / "town.toml", folder)
    for name, columns, rows in (
        ("partners.csv", PARTNER_COLUMNS, partners),
        ("events.csv", EVENT_COLUMNS, events),
    ):
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)
    return folder


def many_partners(count: int) -> list[dict[str, str]]:
    """So many partners, spread over Europe and the years."""
    return [
        PARTNER
        | {
            "id": f"city-{number}",
            "name_pl": f"Miasto {number}",
            "name_en": f"City {number}",
            "name_own": f"Město {number}",
            "latitude": f"{40 + number * 7 % 2500 / 100:.2f}",
            "longitude": f"{-5 + number * 13 % 4000 / 100:.2f}",
            "agreement": f"{1991 + number % 30}-04-07",
        }
        for number in range(count)
    ]
