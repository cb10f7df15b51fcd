"""The files that a browser loads: our own, and those of installed packages.

Each folder is read once a process, and its address names its contents: what a browser has
kept under an address never differs from what a server gives there.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from partner_map.scripts import modules_in_order

OWN_ASSETS: Final = {
    "map": Path(__file__).parent / "mapview" / "assets",
    "page": Path(__file__).parent / "ui" / "assets",
}
"""Folders of our own files, by the first part of their address below ``assets/``."""
ASSETS: Final = (*OWN_ASSETS, "leaflet")
"""The names of all folders below ``assets/``."""
MAP_ENTRY: Final = "main.js"
"""The module that starts the map's layer."""
_PALETTE: Final = OWN_ASSETS["map"] / "colours.css"
_COLOUR: Final = re.compile(r"--([\w-]+):\s*([^;]+);")
_LEAFLET: Final = re.compile(r"leaflet\.(js|css)|images/[\w-]+\.png")
_ELEMENTS: Final = (
    "BidiComponent",
    "ComponentInstance",
    "PageLink",
    "Button",
    "Html",
    "Slider",
    "ButtonGroup",
)
_MINIFIED_IMPORT: Final = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")


@dataclass(frozen=True)
class Folder:
    """The files of a folder, and a word that changes with any of them."""

    name: str
    version: str
    files: Mapping[str, bytes]
    """Contents by the path below the folder."""

    def address(self, file: str) -> str:
        """The address of a file, relative to the server's root."""
        if file not in self.files:
            raise KeyError(f"{self.name} has no {file}")
        return f"assets/{self.name}/{self.version}/{file}"


@lru_cache(maxsize=len(ASSETS))
def folder(name: str) -> Folder:
    """A folder of ``ASSETS``, as it was when it was first asked for."""
    if name == "leaflet":
        return Folder(name, version("django-js-lib-leaflet"), _read(leaflet_folder(), _LEAFLET))
    contents = _read(OWN_ASSETS[name], re.compile(r"[\w-]+\.(js|css)"))
    digest = hashlib.sha256()
    for path, body in sorted(contents.items()):
        digest.update(f"{path} {len(body)} ".encode() + body)
    return Folder(name, digest.hexdigest()[:8], contents)


def _read(root: Path, wanted: re.Pattern[str]) -> Mapping[str, bytes]:
    paths = {path.relative_to(root).as_posix(): path for path in root.rglob("*")}
    return {name: path.read_bytes() for name, path in paths.items() if wanted.fullmatch(name)}


@lru_cache(maxsize=8)
def modules(root: Path, entry: str) -> tuple[str, ...]:
    """The files that a module of a folder needs, each after those that it imports."""
    return tuple(modules_in_order(entry, lambda name: (root / name).read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def palette() -> Mapping[str, str]:
    """Every colour by its name, as CSS writes it; see colours.css."""
    return dict(_COLOUR.findall(_PALETTE.read_text(encoding="utf-8")))


def palette_style() -> str:
    """The palette as CSS variables.

    It is written into each page instead of being loaded, as scripts read it too.
    """
    return ":root{" + "".join(f"--{name}:{colour};" for name, colour in palette().items()) + "}"


def leaflet_folder() -> Path:
    """Leaflet's files as the installed package django-js-lib-leaflet brings them."""
    return Path(str(files("js_lib_leaflet"))) / "static" / "js_lib_leaflet"


def frame_folder() -> Path:
    """The page of the map's frame with its script, as streamlit-folium brings them.

    Found without importing the package, which only a page's script may do.
    """
    found = find_spec("streamlit_folium")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "frontend" / "build"


@lru_cache(maxsize=1)
def element_modules() -> tuple[str, ...]:
    """The addresses of Streamlit's modules for the elements of our pages, with what they import.

    Streamlit asks for each when its element has come, and for its imports one after another.
    What its next version names otherwise is left for it to ask.
    """
    root = _streamlit_folder()
    waiting = [path.name for name in _ELEMENTS for path in root.glob(f"static/js/{name}.*.js")]
    found: dict[str, None] = {}
    while waiting:
        name = waiting.pop(0)
        if name in found:
            continue
        found[name] = None
        source = (root / "static" / "js" / name).read_text(encoding="utf-8")
        waiting += _MINIFIED_IMPORT.findall(source)
    page = (root / "index.html").read_text(encoding="utf-8")
    return tuple(f"static/js/{name}" for name in found if name not in page)


@lru_cache(maxsize=1)
def font_address() -> str:
    """The address of Streamlit's upright text font, relative to the server's root."""
    return font_file().relative_to(_streamlit_folder()).as_posix()


def font_file() -> Path:
    """Streamlit's upright text font."""
    return next(_streamlit_folder().glob("static/media/SourceSansVF-Upright*.woff2"))


def _streamlit_folder() -> Path:
    return Path(str(files("streamlit"))) / "static"
