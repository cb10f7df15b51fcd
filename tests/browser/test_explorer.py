"""The explorer as a resident uses it."""

from __future__ import annotations

import datetime
import re
import signal
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from tests.support.barriers import barriers
from tests.support.folders import PARTNER, write_folder
from tests.support.pages import (
    HOSTILE,
    STOLEN,
    choose_language,
    drawn,
    language_menu,
    map_of,
    open_page,
)
from tests.support.server import Server

FROM_2002 = re.compile(r"200[2-9]|201\d")
"""A year that passes is not always met."""


def test_the_slider_moves_the_map_a_year(page: Page, url: str) -> None:
    open_page(page, f"{url}/?year=2018")
    drawn(page, "data-ended", "")

    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")

    drawn(page, "data-year", "2019")
    drawn(page, "data-ended", "leidschendam")
    expect(page).to_have_url(re.compile(r"year=2019"))


def test_the_map_follows_the_slider_before_the_server_answers(
    page: Page, frozen_server: Server
) -> None:
    open_page(page, f"{frozen_server.url}/?year=2009")
    summary = page.get_by_text("Na koniec 2009 r.", exact=True)
    frozen_server.process.send_signal(signal.SIGSTOP)
    try:
        page.get_by_role("slider").focus()
        page.keyboard.press("ArrowLeft")

        drawn(page, "data-year", "2008")
        expect(summary).to_be_visible()
    finally:
        frozen_server.process.send_signal(signal.SIGCONT)
    expect(page.get_by_text("Na koniec 2008 r.", exact=True)).to_be_visible()


def test_the_map_marks_a_choice_before_the_server_answers(
    page: Page, frozen_server: Server
) -> None:
    open_page(page, f"{frozen_server.url}/?year=2009")
    frozen_server.process.send_signal(signal.SIGSTOP)
    try:
        map_of(page).get_by_role("button", name="Hranice").click()

        drawn(page, "data-selected", "hranice")
        expect(page.get_by_role("heading", name="Hranice")).to_have_count(0)
    finally:
        frozen_server.process.send_signal(signal.SIGCONT)
    expect(page.get_by_role("heading", name="Hranice")).to_be_visible()
    drawn(page, "data-selected", "hranice")


def test_only_the_charts_axis_is_styled_by_the_sliders_year(page: Page, url: str) -> None:
    open_page(page, f"{url}/?year=2009")
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    drawn(page, "data-year", "2010")

    chart = page.locator(".timeline-chart")
    expect(chart.locator(".axis")).to_have_css("--year", "2010")
    expect(chart).to_have_css("--year", "")


def test_the_timeline_shows_contacts_before_agreements(page: Page, url: str) -> None:
    open_page(page, f"{url}/?year=1995")

    drawn(page, "data-contacts", "nowa-wilejka")
    drawn(page, "data-agreements", "leidschendam saint-germain-en-laye")


def test_a_name_on_the_map_opens_the_panel_and_again_closes_it(page: Page, url: str) -> None:
    open_page(page, url)
    name = map_of(page).get_by_role("button", name=re.compile("^Hranice"))

    name.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Hranice")).to_be_visible()
    drawn(page, "data-selected", "hranice")

    name.click()
    drawn(page, "data-selected", "")
    expect(page.get_by_role("radio", name=re.compile("^Hranice"))).to_be_visible()


def test_a_row_of_the_list_chooses_on_the_map(page: Page, url: str) -> None:
    open_page(page, url)

    page.get_by_role("radio", name=re.compile("^Pisogne")).click()

    drawn(page, "data-selected", "pisogne")
    expect(page.get_by_role("heading", name="Pisogne")).to_be_visible()


def test_back_and_reload_restore_the_view(page: Page, url: str) -> None:
    open_page(page, url)
    page.get_by_role("radio", name=re.compile("^Pisogne")).click()
    drawn(page, "data-selected", "pisogne")
    map_of(page).get_by_role("button", name=re.compile("^Denzlingen")).click()
    drawn(page, "data-selected", "denzlingen")
    expect(page).to_have_url(re.compile("city=denzlingen"))

    page.go_back()
    drawn(page, "data-selected", "pisogne")

    page.reload()
    drawn(page, "data-selected", "pisogne")


def test_one_way_through_the_years_is_one_step_back(page: Page, url: str) -> None:
    open_page(page, f"{url}/?year=2018")
    page.get_by_role("radio", name=re.compile("^Pisogne")).click()
    expect(page).to_have_url(re.compile("city=pisogne"))
    length = page.evaluate("history.length")

    page.get_by_role("slider").focus()
    for _ in range(8):
        page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile("year=2010"))
    drawn(page, "data-year", "2010")

    assert page.evaluate("history.length") == length + 1
    page.go_back()
    drawn(page, "data-year", "2018")
    drawn(page, "data-selected", "pisogne")


def test_play_goes_on_by_itself_and_pause_stops(page: Page, url: str) -> None:
    open_page(page, f"{url}/?year=2000")

    page.get_by_role("button", name="Odtwórz").click()
    drawn(page, "data-year", FROM_2002)
    page.get_by_role("button", name="Pauza").click()
    expect(page.get_by_role("button", name="Odtwórz")).to_be_visible()

    expect(page).to_have_url(re.compile(rf"year={FROM_2002.pattern}"))


def test_while_it_plays_the_words_of_the_year_are_told(page: Page, url: str) -> None:
    open_page(page, f"{url}/?year=1993")

    page.get_by_role("button", name="Odtwórz").click()

    expect(page.get_by_text("1994 · pierwsze kontakty: Nowa Wilejka")).to_be_visible()
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Odtwórz")).to_be_visible()


def test_play_stops_at_the_end(page: Page, url: str) -> None:
    last = datetime.date.today().year
    open_page(page, f"{url}/?year={last - 2}")

    page.get_by_role("button", name="Odtwórz").click()

    drawn(page, "data-year", str(last))
    expect(page.get_by_role("button", name="Odtwórz")).to_be_visible()
    expect(page.get_by_role("slider")).to_have_attribute("max", str(last))


@pytest.mark.parametrize(
    ("query", "language", "title"),
    [
        ("", "pl", "Miasta partnerskie Konstancina-Jeziorny"),
        ("?lang=en", "en", "Partner cities of Konstancin-Jeziorna"),
    ],
)
def test_the_language_of_page_and_frame(
    page: Page, url: str, query: str, language: str, title: str
) -> None:
    open_page(page, f"{url}/{query}")

    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(map_of(page).locator("html")).to_have_attribute("lang", language)


def test_the_menu_changes_the_language(page: Page, url: str) -> None:
    open_page(page, f"{url}/?city=cesis&year=2010")

    choose_language(page, "English")

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_url(re.compile("lang=en"))
    drawn(page, "data-selected", "cesis")


def test_no_third_party_host_is_asked_and_no_cookie_set(page: Page, url: str) -> None:
    hosts: set[str] = set()

    def note(request: Request) -> None:
        if request.url.startswith("http"):
            hosts.add(urlsplit(request.url).netloc)

    page.on("request", note)
    open_page(page, f"{url}/?city=denzlingen")

    assert hosts == {urlsplit(url).netloc}
    assert {cookie["name"] for cookie in page.context.cookies()} <= {"_streamlit_xsrf"}


@pytest.mark.parametrize(
    "query", ["", "?city=leidschendam", "?lang=en&city=denzlingen", "?mode=kiosk&city=cesis"]
)
def test_axe_finds_no_violation_and_a_narrow_screen_scrolls_not_sideways(
    page: Page, url: str, query: str
) -> None:
    open_page(page, f"{url}/{query}")

    assert len(page.frames) > 1
    for frame in page.frames:
        assert barriers(frame) == ""
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ["", "wymiany", "o-danych"])
def test_the_header_stays_low(page: Page, url: str, path: str) -> None:
    page.goto(f"{url}/{path}")
    title, button = page.get_by_role("heading", level=1), language_menu(page)

    for width in (320, 390, 768, 1024):
        page.set_viewport_size({"width": width, "height": 800})
        expect(button).to_be_visible()
        title_box, button_box = title.bounding_box(), button.bounding_box()

        assert title_box is not None
        assert button_box is not None
        assert title_box["height"] < 70
        assert button_box["y"] + button_box["height"] < 200
        assert button_box["x"] + button_box["width"] <= width


def test_the_list_works_when_the_data_of_the_map_do_not_come(page: Page, url: str) -> None:
    page.route("**/data/partners.geojson*", lambda route: route.abort())
    page.goto(url)

    expect(map_of(page).get_by_role("alert")).to_contain_text("Lista nadal działa")
    page.get_by_role("radio", name=re.compile("^Pisogne")).click()
    expect(page.get_by_role("heading", name="Pisogne")).to_be_visible()


def test_hostile_cells_are_shown_as_text_and_run_nothing(
    page: Page, serve: Callable[[Path], Server], tmp_path: Path
) -> None:
    texts = [name for name in PARTNER if name.startswith(("name_", "summary_"))]
    texts += ["note_pl", "note_en", "partner_signatory", "partner_office_pl"]
    event = {
        "partners": "hranice",
        "start": "2010",
        "type": "school",
        "source": "https://a.example/",
    }
    folder = write_folder(
        tmp_path / "tables",
        [PARTNER | dict.fromkeys(texts, HOSTILE)],
        [event | {"title_pl": HOSTILE, "title_en": HOSTILE}],
    )
    server = serve(folder)
    foreign: list[str] = []

    def note(request: Request) -> None:
        if "foreign.example" in request.url:
            foreign.append(request.url)

    page.on("request", note)
    open_page(page, f"{server.url}/?city=hranice")

    drawn(page, "data-agreements", "hranice")
    # The letter about a missing exchange names the city; its text goes nowhere by itself.
    leading = "a[href*='foreign.example']:not([href^='mailto:'])"
    expect(page.locator(leading)).to_have_count(0)
    expect(page.get_by_role("heading", level=2).first).to_contain_text("</script><script>")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("![x](")
    assert page.evaluate("window.stolen") is None
    assert map_of(page).locator("body").evaluate("window.stolen ?? null") is None
    assert foreign == []
    assert not STOLEN.exists()


def test_a_click_in_the_column_of_a_year_goes_there(page: Page, url: str) -> None:
    open_page(page, f"{url}/?year=2018")
    chart = page.get_by_role("img", name=re.compile("^Umowy: Leidschendam"))

    for width, height, figures in ((1400, 900, 8), (390, 844, 4)):
        page.set_viewport_size({"width": width, "height": height})
        expect(chart.get_by_text(re.compile("^[0-9]{4}$"))).to_have_count(figures)
        for year in ("1990", "2010", "2000"):
            figure = chart.get_by_text(year, exact=True)
            column, plot = figure.bounding_box(), chart.bounding_box()
            assert column is not None
            assert plot is not None
            page.mouse.click(column["x"] + column["width"] / 2, plot["y"] + 10)

            drawn(page, "data-year", year)
            expect(page.get_by_role("slider")).to_have_value(year)
            expect(page).to_have_url(re.compile(f"year={year}"))
