"""The files that a browser loads: our own, and Leaflet's from its installed package.

Each folder is read once a process, and its URL names its contents: what a browser has
kept under a URL never differs from what a server gives there.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from partner_map.scripts import joined, modules_in_order

OWN_ASSETS: Final = {
    "map": Path(__file__).parent / "mapview" / "assets",
    "page": Path(__file__).parent / "ui" / "assets",
}
"""Folders of our own files, by the first part of their URL below ``assets/``."""
JOINED: Final = {
    "page": {
        "page.css": (
            "page.css",
            "first-view.css",
            "map/timeline_chart.css",
            "timeline.css",
            "sheet.css",
            "exchanges.css",
        )
    },
}
"""Styles that a folder sends as one, in this order; one of another folder names it."""
ASSETS: Final = (*OWN_ASSETS, "leaflet")
"""The names of all folders below ``assets/``."""
MAP_LAYER: Final = "frame.js"
"""The map's layer in its frame, with all its modules."""
BUNDLES: Final = {"page": ("page.js",), "map": (MAP_LAYER,)}
"""The modules that a folder sends as one with all that they import.

Its default export is what the first module exports.
"""
PLACE_OF_PALETTE: Final = "/* palette */"
"""Where a page or a drawing of ours takes the palette."""
_PALETTE: Final = OWN_ASSETS["map"] / "colours.css"
_COLOUR: Final = re.compile(r"--([\w-]+):\s*([^;]+);")
_VARIABLE: Final = re.compile(r"var\(--([\w-]+)\)")
_LEAFLET: Final = re.compile(r"leaflet\.(js|css)|images/[\w-]+\.png")


@dataclass(frozen=True)
class Folder:
    """The files of a folder, and a word that changes with any of them."""

    name: str
    version: str
    files: Mapping[str, bytes]
    """Contents by the path below the folder."""

    def url(self, file: str) -> str:
        """The URL of a file, relative to the server's root.

        Raises KeyError where the folder has no such file.
        """
        if file not in self.files:
            raise KeyError(f"{self.name} has no {file}")
        return f"assets/{self.name}/{self.version}/{file}"


@dataclass(frozen=True)
class Font:
    """The text font of the pages, which the map and the presentation share."""

    url: str
    """Relative to the server's root; empty where the font is missing."""
    file: Path | None
    """None where the font is missing."""


@lru_cache(maxsize=len(ASSETS))
def folder(name: str) -> Folder:
    """A folder of ``ASSETS``, as it was when it was first asked for."""
    if name == "leaflet":
        return Folder(name, version("django-js-lib-leaflet"), _read(leaflet_folder(), _LEAFLET))
    contents = _joined(_read(OWN_ASSETS[name], re.compile(r"[\w-]+\.(js|css)")), name)
    digest = hashlib.sha256()
    for path, body in sorted(contents.items()):
        digest.update(f"{path} {len(body)} ".encode() + body)
    return Folder(name, digest.hexdigest()[:8], contents)


def _joined(contents: Mapping[str, bytes], name: str) -> Mapping[str, bytes]:
    """The files of a folder of ours, some of them joined."""
    styles = JOINED.get(name, {})
    parts = {part for files in styles.values() for part in files}
    kept = {file: body for file, body in contents.items() if file not in parts}
    whole = {
        file: b"".join(contents.get(part) or _other(part) for part in files)
        for file, files in styles.items()
    }
    for entry in BUNDLES.get(name, ()):
        sources = modules_in_order(entry, lambda file: contents[file].decode())
        whole[entry] = f'{joined(sources)}\nexport default modules["{entry}"];\n'.encode()
    return kept | whole


def _other(part: str) -> bytes:
    """A file of another folder of ours."""
    name, _, file = part.partition("/")
    return (OWN_ASSETS[name] / file).read_bytes()


def _read(root: Path, wanted: re.Pattern[str]) -> Mapping[str, bytes]:
    paths = {path.relative_to(root).as_posix(): path for path in root.rglob("*")}
    return {name: path.read_bytes() for name, path in paths.items() if wanted.fullmatch(name)}


def component_script(entry: str, function: str) -> str:
    """The module of a Streamlit component: a function that a module of the map exports."""
    sources = modules_in_order(
        entry, lambda file: (OWN_ASSETS["map"] / file).read_text(encoding="utf-8")
    )
    return f'{joined(sources)}\nexport default modules["{entry}"].{function};\n'


@lru_cache(maxsize=1)
def palette() -> Mapping[str, str]:
    """Every colour by its name, as CSS writes it; see colours.css."""
    return dict(_COLOUR.findall(_PALETTE.read_text(encoding="utf-8")))


def palette_style() -> str:
    """The palette as CSS variables.

    It is written into each page instead of being loaded, as scripts read it too.
    """
    return ":root{" + "".join(f"--{name}:{colour};" for name, colour in palette().items()) + "}"


def icon_drawing() -> str:
    """The icon of all pages, an SVG in the colours of the palette: the town with three partners."""
    drawing = (OWN_ASSETS["page"] / "favicon.svg").read_text(encoding="utf-8")
    return drawing.replace(PLACE_OF_PALETTE, palette_style())


def plain_icon_drawing() -> str:
    """The same to its edges, with its colours named outright, for what knows no variables."""
    drawing = (OWN_ASSETS["page"] / "favicon.svg").read_text(encoding="utf-8")
    drawing = drawing.replace(f"<style>{PLACE_OF_PALETTE}</style>", "").replace(' rx="7"', "")
    return _VARIABLE.sub(lambda found: palette()[found[1]], drawing)


def leaflet_folder() -> Path:
    """Leaflet's files as the installed package django-js-lib-leaflet brings them."""
    return package_folder("js_lib_leaflet") / "static" / "js_lib_leaflet"


def package_folder(name: str) -> Path:
    """The folder of an installed package, found without importing the package.

    Raises ModuleNotFoundError where it is not installed.
    """
    found = find_spec(name)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"the package {name} is not installed", name=name)
    return Path(found.origin).parent


def json_script(element_id: str, text: str) -> str:
    """An element that holds JSON for a page's script; no character of it can end the element."""
    return f'<script type="application/json" id="{element_id}">{_safe(text)}</script>'


def linked_data_script(text: str) -> str:
    """An element that holds JSON-LD for search engines, as safe."""
    return f'<script type="application/ld+json">{_safe(text)}</script>'


def _safe(text: str) -> str:
    return text.replace("<", "\\u003c")
