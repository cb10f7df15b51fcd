"""The published site: of the frozen tables, made once for all workers, as it takes as long as fifty
tests, and of a partner with a photo.
"""

from __future__ import annotations

import datetime
import os
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from partner_map.photos.album import Album
from partner_map.server.streamlit_host import text_font
from partner_map.site.publish import publish
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN, PARTNER, write_folder
from tests.support.photos import SUNG, photo, write_photo

PATH: Final = "miasta"
"""Where the site lies below the root that ``published`` gives."""
URL: Final = f"https://www.example.pl/{PATH}/"
LIVE: Final = "https://live.example.pl"
"""The live application to which its pages lead."""
TODAY: Final = datetime.date(2026, 11, 26)
"""The day as of which it is published."""
PATIENCE: Final = 300  # seconds for another worker's publishing, on a busy machine
ASK_SECONDS: Final = 0.2


def published(factory: pytest.TempPathFactory) -> Path:
    """A folder with the site at ``PATH``; tests read it and change nothing there.

    Raises:
        AssertionError: Another worker has begun to publish it and has not come to an end.
    """
    base = factory.getbasetemp()
    root = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "published"
    try:
        root.mkdir()
    except FileExistsError:
        deadline, pause = time.monotonic() + PATIENCE, threading.Event()
        while not (root / PATH).exists():  # the folder comes into its place when it is whole
            assert time.monotonic() < deadline, "the other worker's site is not there"
            pause.wait(ASK_SECONDS)
    else:
        publish(read_dataset(FROZEN), root / PATH, URL, TODAY, text_font(), live=LIVE)
    return root


def site_with_photo(folder: Path, described: Mapping[str, str], path: str = PATH) -> Path:
    """A root in the folder, with the site of a partner and an exchange of the same photo at a path.

    ``described`` are the cells of the photo.
    """
    cells = dict(described)
    write_photo(folder / "tables", "choir.jpg", photo(width=1000, height=750))
    write_folder(folder / "tables", [PARTNER | cells], [SUNG | cells])
    tables, album = read_dataset(folder / "tables"), Album(folder / "tables", folder / "kept")
    url = f"https://www.example.pl/{path}/"
    publish(tables, folder / "root" / path, url, TODAY, text_font(), album=album)
    return folder / "root"
