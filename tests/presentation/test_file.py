"""The exported file: one page, closed against requests and against what cells hold."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from partner_map.assets import OWN_ASSETS
from partner_map.presentation.file import bundle, presentation_html
from partner_map.tables import read_dataset
from tests.support.folders import PARTNER, write_folder

TODAY = datetime.date(2026, 11, 24)
HOSTILE = "</script><script>window.stolen=1</script><!--<img src=x onerror=alert(1)>"


def test_no_cell_can_end_the_script_that_holds_it(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER | {"name_pl": HOSTILE}])

    page = presentation_html(read_dataset(folder), TODAY)

    assert "window.stolen" in page
    assert "<script>window.stolen" not in page
    assert "<img" not in page


def test_the_modules_are_joined_without_an_import_left() -> None:
    joined = bundle(OWN_ASSETS["map"], "stage.js")

    assert not re.search(r"^(import|export) ", joined, re.MULTILINE)
    assert joined.index('modules["geometry.js"] =') < joined.index('modules["labels.js"] =')
