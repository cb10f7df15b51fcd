"""The exported file: one page, closed against requests and against what cells hold."""

from __future__ import annotations

import base64
import datetime
import io
import json
import re
from pathlib import Path

import pytest
from PIL import Image

from partner_map.assets import Font
from partner_map.model import LANGUAGES, Dataset
from partner_map.photos.album import Album
from partner_map.presentation.content import document_title
from partner_map.presentation.file import MAX_FILE_BYTES, presentation_html
from partner_map.server.streamlit_host import text_font
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN, PARTNER, write_folder
from tests.support.photos import DESCRIBED, photo, write_photo

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


def photos_of(page: str) -> dict[str, str]:
    """The photos that the file carries, by their place on the server."""
    found = re.search(r'<script type="application/json" id="photos">(.*?)</script>', page)
    assert found is not None
    carried: dict[str, str] = json.loads(found[1])
    return carried


@pytest.fixture
def pictured(tmp_path: Path) -> tuple[Dataset, Album]:
    write_photo(tmp_path / "tables", "choir.jpg", photo(width=1200, height=900))
    folder = write_folder(tmp_path / "tables", [PARTNER | DESCRIBED])
    return read_dataset(folder), Album(folder, tmp_path / "kept")


def test_the_file_carries_a_photo_once_for_all_languages(pictured: tuple[Dataset, Album]) -> None:
    dataset, album = pictured

    page = presentation_html(dataset, TODAY, NO_FONT, album=album)

    ((path, url),) = photos_of(page).items()
    data = base64.b64decode(url.removeprefix("data:image/jpeg;base64,"))
    assert Image.open(io.BytesIO(data)).size == (800, 600)
    assert page.count(f'"src": "{path}"') == len(LANGUAGES)
    assert page.count("data:image/jpeg") == 1
    assert len(page.encode()) <= MAX_FILE_BYTES


def test_a_photo_that_would_make_the_file_too_large_is_left_out(
    pictured: tuple[Dataset, Album], monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset, album = pictured
    whole = len(presentation_html(dataset, TODAY, NO_FONT, album=album).encode())
    for limit, count in ((whole + 100, 1), (whole - 100, 0)):
        monkeypatch.setattr("partner_map.presentation.file.MAX_FILE_BYTES", limit)

        page = presentation_html(dataset, TODAY, NO_FONT, album=album)

        assert len(photos_of(page)) == count
        assert len(page.encode()) <= limit


def test_without_an_album_the_file_has_no_photo(pictured: tuple[Dataset, Album]) -> None:
    dataset, _ = pictured

    assert photos_of(presentation_html(dataset, TODAY, NO_FONT)) == {}
