"""What an operator may set, each from one environment variable."""

from __future__ import annotations

import os
from pathlib import Path

PROJECT_FOLDER = Path(__file__).resolve().parent.parent


def tables_folder() -> Path:
    """The folder of the tables: ``PARTNER_MAP_DATA``, or the project's own ``data``."""
    return Path(os.environ.get("PARTNER_MAP_DATA") or PROJECT_FOLDER / "data")
