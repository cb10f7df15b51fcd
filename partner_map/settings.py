"""What an operator may set, each from one environment variable."""

from __future__ import annotations

import os
from pathlib import Path

PROJECT_FOLDER = Path(__file__).resolve().parent.parent


def tables_folder() -> Path:
    """The folder of the tables: ``PARTNER_MAP_DATA``, or the project's own ``data``."""
    return Path(os.environ.get("PARTNER_MAP_DATA") or PROJECT_FOLDER / "data")


def state_folder() -> Path:
    """Where the server keeps the last good tables: ``PARTNER_MAP_STATE``, or ``.state`` here."""
    return Path(os.environ.get("PARTNER_MAP_STATE") or PROJECT_FOLDER / ".state")


def basemap_file(tables: Path) -> Path:
    """The outlines of the countries: the tables folder's own file, or the project's."""
    own = tables / "basemap.geojson"
    return own if own.is_file() else PROJECT_FOLDER / "data" / "basemap.geojson"
