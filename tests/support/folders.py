"""Table folders made for a test."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from partner_map.settings import PROJECT_FOLDER
from partner_map.tables import EVENTS, PARTNERS

FROZEN = PROJECT_FOLDER / "tests" / "tables_frozen"
"""Tables as they were on one day: what tests count on does not change with the town's own."""

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
    """A folder with the frozen home town and these rows."""
    folder.mkdir(exist_ok=True)
    shutil.copy(FROZEN / "town.toml", folder)
    for table, rows in ((PARTNERS, partners), (EVENTS, events)):
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(table.by_name), restval="")
            writer.writeheader()
            writer.writerows(rows)
    return folder


INLAND = {
    "CZ": (49.3, 14.0),
    "DE": (49.5, 8.5),
    "FR": (45.0, 1.0),
    "LT": (55.1, 22.5),
    "PL": (51.5, 17.5),
    "UA": (48.8, 27.0),
}
"""The south-western corner, in degrees, of a square degree well inside each country."""


def many_partners(count: int) -> list[dict[str, str]]:
    """So many partners, spread over some countries and the years."""
    corners = list(INLAND.items())
    return [
        PARTNER
        | {
            "id": f"city-{number}",
            "name_pl": f"Miasto {number}",
            "name_en": f"City {number}",
            "name_own": f"Město {number}",
            "country": country,
            "latitude": f"{south + number * 7 % 100 / 100:.2f}",
            "longitude": f"{west + number * 13 % 100 / 100:.2f}",
            "agreement": f"{1991 + number % 30}-04-07",
        }
        for number in range(count)
        for country, (south, west) in [corners[number % len(corners)]]
    ]


WORLDWIDE = {
    "suva": ("FJ", -18.14161, 178.44149),
    "apia": ("WS", -13.83333, -171.76666),
    "nukualofa": ("TO", -21.13938, -175.2018),
    "honolulu": ("US", 21.30694, -157.85833),
    "anchorage": ("US", 61.21806, -149.90028),
    "wellington": ("NZ", -41.28664, 174.77557),
    "buenos-aires": ("AR", -34.61315, -58.37723),
    "chicago": ("US", 41.85003, -87.65005),
    "astana": ("KZ", 51.1801, 71.44598),
    "irkutsk": ("RU", 52.29778, 104.29639),
    "jeddah": ("SA", 21.49012, 39.18624),
    "nairobi": ("KE", -1.28333, 36.81667),
    "hranice": ("CZ", 49.54796, 17.73469),
}
"""Cities of six continents by id: country, latitude and longitude in degrees, as GeoNames
(CC BY 4.0) has them."""


def worldwide_partners() -> list[dict[str, str]]:
    """The rows of partners all over the world."""
    return [
        PARTNER
        | dict.fromkeys(("name_pl", "name_en", "name_own"), name.replace("-", " ").title())
        | {"id": name, "country": country, "latitude": f"{south}", "longitude": f"{east}"}
        for name, (country, south, east) in WORLDWIDE.items()
    ]
