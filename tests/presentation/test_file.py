"""The exported file: one page, closed against requests and against what cells hold."""

from __future__ import annotations

import base64
import datetime
import re
from pathlib import Path

from partner_map.assets import Font
from partner_map.model import LANGUAGES, Dataset
from partner_map.presentation.content import document_title
from partner_map.presentation.file import MAX_FILE_BYTES, presentation_html
from partner_map.server.streamlit_host import text_font
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN, PARTNER, write_folder

TODAY = datetime.date(2026, 11, 24)
NO_FONT = Font("", None)
HOSTILE = "</script><script>window.stolen=1</script><!--<img src=x onerror=alert(1)>"


def test_no_cell_can_end_the_script_that_holds_it(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER | {"name_pl": HOSTILE}])

    page = presentation_html(read_dataset(folder), TODAY, NO_FONT)

    assert "window.stolen" in page
    assert "<script>window.stolen" not in page
    assert "<img" not in page


def small_dataset(folder: Path) -> Dataset:
    return read_dataset(write_folder(folder / "tables", [PARTNER]))


def test_the_font_is_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "font.woff2"
    file.write_bytes(b"wOF2 contents")
    font = Font("static/media/font.woff2", file)

    page = presentation_html(small_dataset(tmp_path), TODAY, font)

    assert "data:font/woff2;base64,d09GMiBjb250ZW50cw==" in page
    assert page.count('"font": "static/media/font.woff2"') == len(LANGUAGES)


def test_without_a_font_the_file_stands(tmp_path: Path) -> None:
    page = presentation_html(small_dataset(tmp_path), TODAY, NO_FONT)

    assert "@font-face" not in page
    assert page.count('"picture": ""') == len(LANGUAGES)
    assert "Hranice" in page


def test_the_handouts_map_is_in_the_readers_language_polish_and_english(tmp_path: Path) -> None:
    page = presentation_html(small_dataset(tmp_path), TODAY, text_font(), "uk")

    pictures = re.findall(r'"picture": "data:image/svg\+xml;base64,([^"]*)"', page)
    titles = [re.findall("<title[^>]*>(.*?),", base64.b64decode(one).decode()) for one in pictures]
    polish, english, ukrainian = (
        document_title(small_dataset(tmp_path), code) for code in ("pl", "en", "uk")
    )
    assert titles == [[ukrainian], [polish], [english]]


def test_the_file_keeps_its_size_in_every_language() -> None:
    page = presentation_html(read_dataset(FROZEN), TODAY, text_font(), "uk")

    assert len(page.encode()) <= MAX_FILE_BYTES
