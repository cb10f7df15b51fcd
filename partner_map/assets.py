"""The files that the browser loads: our own, and those of installed packages."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

OWN_ASSETS: Final = {
    "map": Path(__file__).parent / "mapview" / "assets",
    "page": Path(__file__).parent / "ui" / "assets",
}
"""Folders of our own files, by the first part of their address below ``assets/``."""


def leaflet_folder() -> Path:
    """Leaflet's files as the installed package django-js-lib-leaflet brings them."""
    return Path(str(files("js_lib_leaflet"))) / "static" / "js_lib_leaflet"


@lru_cache(maxsize=1)
def font_address() -> str:
    """The address of Streamlit's upright text font, relative to the server's root."""
    return font_file().relative_to(_streamlit_folder()).as_posix()


def font_file() -> Path:
    """Streamlit's upright text font."""
    return next(_streamlit_folder().glob("static/media/SourceSansVF-Upright*.woff2"))


def _streamlit_folder() -> Path:
    return Path(str(files("streamlit"))) / "static"
