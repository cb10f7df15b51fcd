"""The data page as a resident and a clerk use it."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from partner_map.tables import EVENTS, PARTNERS, read_dataset
from tests.support.barriers import barriers
from tests.support.folders import FROZEN, PARTNER, write_folder
from tests.support.pages import HOSTILE, SAID, choose_language, english_only
from tests.support.server import Server

EVENT = {
    "partners": "hranice",
    "start": "2010",
    "type": "school",
    "title_pl": "Wizyta.",
    "title_en": "A visit.",
    "source": "https://a.example/",
}


CLERKS_PART = re.compile("Dla redaktora tabel|For those who keep the tables")


def open_data_page(page: Page, url: str, query: str = "") -> None:
    page.goto(f"{url}/o-danych{query}")
    # The last of it, which a town's further parts and its history do not change.
    expect(page.locator("summary").last).to_contain_text(CLERKS_PART)


def unfold(page: Page) -> None:
    """Open what is folded: the first partner, and what only a clerk needs."""
    page.locator("summary").first.click()
    open_clerks_part(page)
    expect(page.get_by_role("table")).to_have_count(5)


def open_clerks_part(page: Page) -> None:
    page.locator("summary").last.click()
    expect(page.get_by_role("heading", name=re.compile("kolumn|columns")).first).to_be_visible()


def download(page: Page, button: str, name: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    assert download.value.suggested_filename == name
    path = folder / name
    download.value.save_as(path)
    return path


@pytest.mark.parametrize(("ending", "form"), [("xlsx", "skoroszyt (XLSX)"), ("csv", "plik CSV")])
def test_the_downloaded_tables_are_read_again(
    page: Page, url: str, tmp_path: Path, ending: str, form: str
) -> None:
    open_data_page(page, url)

    download(page, f"Partnerzy: {form}", f"partners.{ending}", tmp_path)
    download(page, f"Wydarzenia: {form}", f"events.{ending}", tmp_path)

    shutil.copy(FROZEN / "town.toml", tmp_path)
    real, read = read_dataset(FROZEN), read_dataset(tmp_path)
    assert read.partners == real.partners
    assert read.events == real.events


def test_the_templates_are_blank_and_explained_in_the_language(
    page: Page, url: str, tmp_path: Path
) -> None:
    open_data_page(page, url, "?lang=en")
    partners = download(page, "Partners: blank template (XLSX)", "partners-template.xlsx", tmp_path)
    choose_language(page, "Polski")
    events = download(page, "Wydarzenia: pusty szablon (XLSX)", "events-szablon.xlsx", tmp_path)

    for path, table, title in (
        (partners, PARTNERS, "Explanations"),
        (events, EVENTS, "Objaśnienia"),
    ):
        sheet, explanations = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).worksheets
        assert [cell.value for cell in sheet[1]] == list(table.by_name)
        assert sheet.max_row == 1
        assert explanations.title == title


def test_faults_come_and_go_by_themselves(
    page: Page, serve: Callable[[Path], Server], tmp_path: Path
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER], [EVENT])
    open_data_page(page, serve(folder).url)
    open_clerks_part(page)
    expect(page.get_by_text("Wszystko w porządku")).to_be_visible()

    write_folder(folder, [PARTNER | {"types": "szkola"}], [EVENT])
    expect(page.get_by_text("Jest w nich 1 błąd")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="partners.csv, wiersz 2")).to_contain_text(
        "Najbliższa dozwolona wartość: school"
    )
    expect(page.get_by_text("mapa pokazuje dane z")).to_be_visible()
    expect(page.locator("summary").last).to_contain_text("Dla redaktora tabel 1 błąd")

    write_folder(folder, [PARTNER | {"types": "school"}], [EVENT])
    expect(page.get_by_text("Wszystko w porządku")).to_be_visible()
    expect(page.get_by_text("Jest w nich 1 błąd")).to_have_count(0)


@pytest.mark.parametrize("query", ["", "?lang=en"])
def test_axe_finds_no_violation_and_nothing_scrolls_sideways(
    page: Page, url: str, query: str
) -> None:
    open_data_page(page, url, query)
    unfold(page)

    for width in (1400, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert barriers(page) == ""
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_english_is_left_on_the_polish_page(page: Page, url: str) -> None:
    open_data_page(page, url)
    unfold(page)
    expect(page.get_by_role("button", name="Następna strona")).to_be_visible()

    # Words that are values of the tables too, which stay as they are in every language.
    values = set(PARTNERS.by_name) | {w for c in EVENTS.columns for w in c.words}
    values |= {word for column in PARTNERS.columns for word in column.words} | {"source"}
    assert set(page.evaluate(SAID)) & (english_only() - values) == set()


def test_the_exchanges_are_turned_page_by_page(page: Page, url: str) -> None:
    open_data_page(page, url)
    table = page.get_by_role("table", name="Wymiany i ich źródła")
    expect(table.get_by_role("row")).to_have_count(21)

    page.get_by_role("button", name="Następna strona").click()
    page.get_by_role("button", name="Następna strona").click()

    expect(table.get_by_role("row")).to_have_count(5)


def test_hostile_cells_are_shown_as_text(
    page: Page, serve: Callable[[Path], Server], tmp_path: Path
) -> None:
    hostile = HOSTILE[HOSTILE.index("</script>") :]  # as much as a name may have
    texts = ["name_pl", "name_en", "name_own", "note_pl", "partner_signatory"]
    folder = write_folder(
        tmp_path / "tables",
        [PARTNER | dict.fromkeys(texts, hostile)],
        [EVENT | {"title_pl": HOSTILE}],
    )
    open_data_page(page, serve(folder).url)
    page.locator("summary").filter(has_not_text="Wcześniejsze zmiany").first.click()

    shown = page.get_by_role("cell").filter(has_text=re.compile("</script><script>"))
    expect(shown.first).to_be_visible()
    expect(shown.first).to_contain_text("![x](")
    assert page.evaluate("window.stolen") is None
    assert page.locator("img[src*=foreign]").count() == 0


def test_every_file_of_open_data_is_where_the_page_says(page: Page, url: str) -> None:
    open_data_page(page, url, "?lang=en")

    links = page.locator("a[href*='open-data/'], a[href*='feed.atom']")
    expect(links).to_have_count(10)
    for link in links.all():
        address = urljoin(page.url, link.get_attribute("href") or "")
        assert page.request.get(address).status == 200, address
