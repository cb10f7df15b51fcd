"""The exported file: one page, closed against requests and against what cells hold."""

from __future__ import annotations

import datetime
from pathlib import Path

from partner_map.presentation.file import presentation_html
from partner_map.tables import read_dataset
from tests.folders import PARTNER, write_folder

TODAY = datetime.date(2026, 11, 24)
HOSTILE = "</script><script>window.stolen=1</script><!--<img src=x onerror=alert(1)>"


def test_no_cell_can_end_the_script_that_holds_it(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER | {"name_pl": HOSTILE}])

    page = presentation_html(read_dataset(folder), TODAY)

    assert "window.stolen" in page
    assert "<script>window.stolen" not in page
    assert "<img" not in page
