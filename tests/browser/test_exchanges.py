"""The exchanges page as a school coordinator uses it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import icalendar
import openpyxl
import pandas as pd
import pytest
from openpyxl.utils.escape import unescape
from playwright.sync_api import Page, Request, expect

from partner_map.tables.spreadsheet import unguarded
from tests.support.barriers import barriers
from tests.support.folders import PARTNER, many_partners, write_folder
from tests.support.pages import HOSTILE, SAID, STOLEN, drawn, english_only, map_of, until
from tests.support.server import Server

EVENT = {"partners": "hranice", "start": "2010", "type": "school", "source": "https://a.example/"}
FIGURES = ".st-key-answer-count"


def open_exchanges(page: Page, url: str, query: str = "") -> None:
    """Open the page and wait until its map is drawn."""
    page.goto(f"{url}/wymiany{query}")
    map_of(page).locator("[data-ready=true]").wait_for()


def count(page: Page, words: str) -> None:
    """Wait for these figures."""
    expect(page.locator(FIGURES)).to_contain_text(words)


def download(page: Page, name: str) -> bytes:
    """The file behind a button of the downloads."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_bytes()


def test_a_filter_changes_all_views_and_the_address(page: Page, url: str) -> None:
    open_exchanges(page, url)
    count(page, "8 miast · 44 wydarzenia")

    page.get_by_role("button", name="Rodzaj").first.click()
    page.get_by_role("button", name="szkoły (7 · 6)").click()

    count(page, "7 miast · 6 wydarzeń")
    expect(page).to_have_url(re.compile(r"wymiany\?type=school$"))
    drawn(page, "data-ended", "leidschendam")
    drawn(
        page,
        "data-agreements",
        "denzlingen hranice krzemieniec nowa-wilejka pisogne saint-germain-en-laye",
    )
    expect(page.get_by_role("heading", name="6 wydarzeń")).to_be_visible()
    matrix = page.get_by_role("table").filter(has_text="Razem")
    expect(matrix.get_by_role("row")).to_have_count(1 + 7 + 1)
    expect(matrix.get_by_role("row").last).to_contain_text("6")


def test_words_are_looked_for_while_they_are_typed(page: Page, url: str) -> None:
    open_exchanges(page, url)

    page.get_by_role("textbox", name="Szukaj w tekstach").fill("cesis")

    count(page, "1 miasto · 2 wydarzenia")
    drawn(page, "data-agreements", "cesis")
    expect(page).to_have_url(re.compile(r"words=cesis$"))


def test_a_link_opens_what_it_names_and_back_goes_back(page: Page, url: str) -> None:
    open_exchanges(page, url, "?lang=en&country=DE&country=CZ&from=2022&to=2015")
    count(page, "2 cities")
    expect(page).to_have_url(re.compile(r"from=2015&to=2022"))

    page.get_by_role("button", name="Clear", exact=True).click()
    count(page, "8 cities · 44 events")
    expect(page).to_have_url(re.compile(r"wymiany\?lang=en$"))
    page.go_back()
    count(page, "2 cities")


def test_a_city_is_chosen_on_the_map_and_cleared_again(page: Page, url: str) -> None:
    open_exchanges(page, url)
    name = map_of(page).get_by_role("button", name=re.compile("^Pisogne"))

    name.click()
    count(page, "1 miasto · 5 wydarzeń")
    drawn(page, "data-selected", "pisogne")

    name.click()
    count(page, "8 miast")


def test_the_filters_are_kept_from_page_to_page(page: Page, url: str) -> None:
    open_exchanges(page, url, "?type=sport")
    count(page, "2 miasta")

    page.get_by_role("link", name="Mapa").click()
    drawn(page, "data-agreements", "hranice")
    page.get_by_role("link", name="Wymiany").click()
    count(page, "2 miasta")


def test_nothing_left_says_why_and_one_touch_helps(page: Page, url: str) -> None:
    page.goto(f"{url}/wymiany?type=sport&country=FR")

    page.get_by_role("button", name="Bez filtra: kraj (2 miasta · 1 wydarzenie)").click()

    count(page, "2 miasta · 1 wydarzenie")


def test_the_downloads_hold_what_is_selected(page: Page, url: str) -> None:
    open_exchanges(page, url, "?country=DE&from=2015&to=2022")
    count(page, "1 miasto · 15 wydarzeń")
    page.get_by_role("button", name="Pobierz").click()

    frame = pd.read_csv(
        io.BytesIO(download(page, "Wymiany (CSV)")), sep=";", dtype=str, encoding="utf-8-sig"
    )
    assert len(frame) == 15
    assert frame["Miasta"].str.contains("Denzlingen").all()
    cities = download(page, "Miasta (CSV)")
    assert cities.startswith("\ufeffMiasto;Nazwa własna;Kraj".encode())
    book = openpyxl.load_workbook(io.BytesIO(download(page, "Wszystko ze źródłami (XLSX)")))
    assert book.sheetnames == ["Wymiany", "Miasta partnerskie", "Źródła", "Wybór"]
    assert book["Wymiany"].max_row == 16
    assert any(cell.is_date for cell in book["Wymiany"]["A"])
    choice = dict(book["Wybór"].iter_rows(min_row=2, values_only=True))
    assert choice["Adres tego wyboru"] == page.url
    (event,) = icalendar.Calendar.from_ical(download(page, "Rocznice umów (ICS)")).walk("VEVENT")
    assert event["summary"] == "Rocznica podpisania: Denzlingen"


def test_a_cell_that_begins_as_a_formula_is_taken_along_as_text(
    page: Page, serve: Callable[[Path], Server], tmp_path: Path
) -> None:
    formula = '=HYPERLINK("https://foreign.example/","a")'
    titles = {"title_pl": formula, "title_en": formula}
    server = serve(write_folder(tmp_path / "tables", [PARTNER], [EVENT | titles]))
    open_exchanges(page, server.url)
    page.get_by_role("button", name="Pobierz").click()

    frame = pd.read_csv(io.BytesIO(download(page, "Wymiany (CSV)")), sep=";", dtype=str)
    book = openpyxl.load_workbook(io.BytesIO(download(page, "Wszystko ze źródłami (XLSX)")))

    assert frame["Przebieg"][0].startswith("'=")
    assert unguarded(frame["Przebieg"][0]) == formula
    cell = book["Wymiany"]["G2"]
    assert (unescape(cell.value), cell.data_type) == (formula, "s")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?country=DE&words=szko", ["Kraj: Niemcy", "Słowa: szko", "Stan na dzień", "Źródła"]),
        ("?type=school&lang=en", ["Type of exchange: schools", "As of", "Sources"]),
    ],
)
def test_the_printed_sheet_has_the_selection_and_nothing_of_the_screen(
    page: Page, url: str, query: str, said: list[str]
) -> None:
    open_exchanges(page, url, query)
    sheet = page.locator(".st-key-print-sheet")
    expect(sheet).to_be_hidden()

    page.emulate_media(media="print")

    expect(sheet).to_be_visible()
    for words in said:
        expect(sheet).to_contain_text(words)
    expect(sheet).to_contain_text(page.url)
    expect(sheet.get_by_role("img")).to_be_visible()
    expect(map_of(page).locator("html")).to_have_class("printed")
    paper, frame = sheet.bounding_box(), page.locator("iframe").bounding_box()
    assert paper is not None
    assert frame is not None
    assert frame["y"] + frame["height"] <= paper["y"]
    expect(page.get_by_role("textbox")).to_have_count(0)
    expect(page.get_by_role("button")).to_have_count(0)
    title = sheet.get_by_role("heading", level=2)
    assert title.evaluate("""(title) => {
        const { left, top } = title.getBoundingClientRect();
        return title.contains(document.elementFromPoint(left + 9, top + 9));
    }""")
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_the_button_opens_the_dialogue_for_printing(page: Page, url: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true; }")
    open_exchanges(page, url)

    page.get_by_role("button", name="Drukuj").click()

    until(page, "() => window.printed === true")


@pytest.mark.parametrize(
    ("query", "figures"),
    [
        ("?type=dancing&type=school&country=XX&match=no", "7 miast · 6 wydarzeń"),
        ("?" + "&".join(f"type=t{number}" for number in range(999)) + "&type=school", "7 miast"),
        ("?type=school" + "&country=XX" * 1000, "8 miast"),  # more than Streamlit reads
        ("?type=school&words=" + "x" * 40_000, "0 miast"),
        ("?type=school&partner=" + "x" * 40_000, "7 miast · 6 wydarzeń"),
    ],
    ids=["unknown", "a thousand", "more than a thousand", "long words", "40,000 letters"],
)
def test_odd_addresses_show_a_page(page: Page, url: str, query: str, figures: str) -> None:
    page.goto(f"{url}/wymiany{query}")

    expect(page.get_by_role("heading", level=1)).to_have_text("Wymiany z miastami partnerskimi")
    count(page, figures)


WIDE = """() => [...document.querySelectorAll("body *")].filter((element) =>
    element.scrollWidth > element.clientWidth + 1
    && ["auto", "scroll"].includes(getComputedStyle(element).overflowX)
    && !element.closest(".st-key-matrix")).map((element) => element.textContent)"""
"""What scrolls sideways by itself, but for the matrix."""


@pytest.mark.parametrize("query", ["", "?lang=en&country=DE", "?type=sport&country=FR"])
def test_axe_finds_no_violation_and_a_narrow_screen_scrolls_not_sideways(
    page: Page, url: str, query: str
) -> None:
    page.goto(f"{url}/wymiany{query}")
    page.locator(FIGURES).wait_for()
    if "FR" not in query:
        map_of(page).locator("[data-ready=true]").wait_for()
        page.locator(".st-key-sorting button").last.wait_for()
    page.get_by_role("button", name=re.compile("Type|Rodzaj")).first.click()
    page.get_by_text(re.compile("In brackets|W nawiasach")).first.wait_for()

    for frame in page.frames:
        assert barriers(frame) == ""

    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 320, "height": 640})
    until(page, f"() => ({WIDE})().length === 0")  # once the chart is drawn anew
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_no_english_is_left_on_the_polish_page(page: Page, url: str) -> None:
    open_exchanges(page, url, "?words=a")
    for name in ("Rodzaj", "Kraj", "Miasto", "Lata", "Pobierz"):
        page.get_by_role("button", name=name).first.click()
        page.keyboard.press("Escape")

    said = set(page.evaluate(SAID)) | set(map_of(page).locator("body").evaluate(f"({SAID})()"))

    assert said & english_only() == set()


def test_no_third_party_host_is_asked(page: Page, url: str) -> None:
    hosts: set[str] = set()

    def note(request: Request) -> None:
        if request.url.startswith("http"):
            hosts.add(urlsplit(request.url).netloc)

    page.on("request", note)
    open_exchanges(page, url)
    page.locator(".st-key-chart [role=img]").first.wait_for()

    assert hosts == {urlsplit(url).netloc}


def test_hostile_cells_are_shown_as_text_and_run_nothing(
    page: Page, serve: Callable[[Path], Server], tmp_path: Path
) -> None:
    texts = [name for name in PARTNER if name.startswith(("name_", "summary_"))]
    folder = write_folder(
        tmp_path / "tables",
        [PARTNER | dict.fromkeys(texts, HOSTILE)],
        [EVENT | {"title_pl": HOSTILE, "title_en": HOSTILE}],
    )
    server = serve(folder)
    foreign: list[str] = []

    def note(request: Request) -> None:
        if "foreign.example" in request.url:
            foreign.append(request.url)

    page.on("request", note)
    open_exchanges(page, server.url)
    page.get_by_role("button", name="Miasto").first.click()

    for text in ("</script><script>", "![x](https://", ":smile:"):
        assert text in page.inner_text("body").replace("\u2060", "")
    assert page.evaluate("window.stolen") is None
    assert foreign == []
    assert not STOLEN.exists()


def test_many_cities_come_in_pages_and_only_those_selected_are_on_the_map(
    page: Page, serve: Callable[[Path], Server], tmp_path: Path
) -> None:
    events = [
        EVENT | {"partners": f"city-{number}", "title_pl": f"Wymiana {number}", "title_en": "E"}
        for number in range(30)
    ]
    server = serve(write_folder(tmp_path / "tables", many_partners(30), events))
    open_exchanges(page, server.url)
    expect(page.locator("[class*='st-key-card-']")).to_have_count(12)

    page.get_by_role("textbox", name="Szukaj w tekstach").fill("wymiana 29")

    count(page, "1 miasto · 1 wydarzenie")
    drawn(page, "data-agreements", "city-29")


def test_a_calendar_program_can_follow_the_anniversaries(page: Page, url: str) -> None:
    open_exchanges(page, url, "?lang=en")
    page.get_by_role("button", name="Download").click()

    link = page.get_by_role("link", name="Subscribe to the anniversaries")

    address = url.removeprefix("http://")
    expect(link).to_have_attribute("href", f"webcal://{address}/anniversaries.ics?lang=en")


def test_a_kiosk_leads_to_no_calendar(page: Page, url: str) -> None:
    open_exchanges(page, url, "?mode=kiosk")

    expect(page.locator("a[href^=webcal]")).to_have_count(0)
