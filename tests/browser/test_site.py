"""The published pages in a browser: the explorer with scripts, the whole story without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.barriers import BEST, WCAG, barriers
from tests.support.pages import open_page, until
from tests.support.photos import DESCRIBED
from tests.support.published import PATH, site_with_photo
from tests.support.server import Server
from tests.support.static_files import served

MAP = "#map .leaflet-container[data-ready='true']"


@pytest.fixture(scope="module")
def url(web: Path) -> Iterator[str]:
    with served(web) as root:
        yield f"{root}{PATH}/"


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a site with photos, some folders below the root."""
    path = "gmina/wspolpraca/miasta"
    with served(site_with_photo(tmp_path_factory.mktemp("deep"), DESCRIBED, path)) as root:
        yield f"{root}{path}/"


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has the site's files in its cache."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    yield page
    page.close()
    assert errors == []


@pytest.fixture(scope="module")
def live(used: BrowserContext) -> Iterator[Page]:
    """A page for what the server shows."""
    page = used.new_page()
    yield page
    page.close()


def test_the_map_comes_in_the_place_of_its_picture(page: Page, url: str) -> None:
    page.goto(url)

    expect(page.locator(MAP)).to_have_attribute("data-year", "2026")
    expect(page.locator("#map picture")).to_be_hidden()


def test_a_key_on_the_slider_tells_another_year(page: Page, url: str) -> None:
    page.goto(f"{url}?year=2009")
    expect(page.locator(MAP)).to_have_attribute("data-year", "2009")

    page.get_by_role("slider", name="Rok").press("ArrowLeft")

    expect(page.locator(MAP)).to_have_attribute("data-year", "2008")
    expect(page.locator("#year-words")).to_contain_text("2008")
    expect(page.locator("#day")).to_have_text("Na koniec 2008 r.")
    expect(page).to_have_url(f"{url}?year=2008")


def test_the_full_version_is_that_of_what_is_looked_at(page: Page, url: str) -> None:
    page.goto(f"{url}en/?year=2009&type=school")
    expect(page.locator(MAP)).to_have_attribute("data-year", "2009")
    full = page.get_by_role("link", name="Full version")
    expect(full).to_have_attribute("href", "https://live.example.pl/?year=2009&type=school&lang=en")

    page.get_by_role("link", name="Denzlingen").click()

    expect(full).to_have_attribute(
        "href", "https://live.example.pl/?year=2009&type=school&city=denzlingen&lang=en"
    )


def test_a_city_comes_in_with_one_request_and_back_takes_it_away(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.locator(MAP)).to_be_visible()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.get_by_role("link", name="Hranice").click()

    heading = page.get_by_role("heading", name="Hranice", level=1)
    expect(heading).to_be_focused()
    expect(page).to_have_url(f"{url}hranice/")
    expect(page.locator(MAP)).to_have_attribute("data-selected", "hranice")
    expect(page).to_have_title("Hranice – Miasta partnerskie Konstancina-Jeziorny")
    assert asked == [f"{url}hranice/"]

    page.go_back()

    expect(heading).to_be_hidden()
    expect(page.locator(MAP)).to_have_attribute("data-selected", "")
    expect(page).to_have_url(url)
    expect(page.get_by_role("link", name="Hranice")).to_be_visible()


def test_a_name_on_the_map_opens_the_city(page: Page, url: str) -> None:
    page.goto(url)

    page.locator("#map").get_by_role("button", name="Denzlingen").click()

    expect(page.get_by_role("heading", name="Denzlingen", level=1)).to_be_focused()
    expect(page).to_have_url(f"{url}denzlingen/")


@pytest.mark.parametrize("start", ["", "en/"])
def test_a_city_that_is_opened_from_the_map_shows_its_photos(
    page: Page, deep: str, start: str
) -> None:
    page.goto(f"{deep}{start}")

    page.locator("#map").get_by_role("button", name="Hranice").click()

    expect(page).to_have_url(f"{deep}{start}hranice/")
    photos = page.locator("#sheet figure.photo img")
    expect(photos).to_have_count(2)
    for image in photos.all():
        image.scroll_into_view_if_needed()
        expect(image).to_have_js_property("complete", value=True)
        assert image.evaluate("image => image.naturalWidth") > 0
        assert image.evaluate("image => image.currentSrc").startswith(f"{deep}assets/choir-")


def test_a_city_is_told_as_of_the_year_that_is_looked_at(page: Page, url: str) -> None:
    page.goto(f"{url}denzlingen/?year=2008")

    expect(page.locator("#standing")).to_contain_text("W 2008 r.: kontakty.")
    expect(page.locator("#facts")).not_to_contain_text("2011")
    expect(page.locator("#story-until-today")).to_be_visible()


def test_an_office_in_another_language_says_which_today_and_in_the_year_that_is_looked_at(
    page: Page, url: str
) -> None:
    for year in ("", "?year=2015"):
        page.goto(f"{url}nl/hranice/{year}")
        expect(page.locator(MAP)).to_have_attribute("data-year", year[-4:] or "2026")

        offices = page.locator("#facts [lang=en]")
        expect(offices).to_have_text(["mayor (en)", "mayor (en)"])


def test_filters_are_in_the_address_and_in_what_is_told(page: Page, url: str) -> None:
    page.goto(url)
    page.get_by_text("Filtr", exact=True).click()

    page.get_by_text("szkoły", exact=True).click()

    expect(page.locator("#chosen")).to_contain_text("szkoły")
    expect(page).to_have_url(f"{url}?type=school")

    page.locator("#chosen").get_by_role("button").click()

    expect(page.locator("#chosen")).to_be_hidden()
    expect(page.get_by_role("checkbox", name="szkoły")).not_to_be_checked()
    expect(page).to_have_url(url)


def test_the_timeline_plays_to_its_end(page: Page, url: str) -> None:
    page.goto(f"{url}?year=2025")
    expect(page.locator(MAP)).to_be_visible()

    page.get_by_role("button", name="Odtwórz").click()

    expect(page.locator(MAP)).to_have_attribute("data-year", "2026")
    expect(page.get_by_role("button", name="Odtwórz")).to_be_visible()


def test_a_city_of_the_list_keeps_the_focus_while_the_years_pass(page: Page, url: str) -> None:
    page.goto(f"{url}?year=2024")
    city = page.locator("#aside").get_by_role("link", name="Hranice")
    page.get_by_role("button", name="Odtwórz").click()
    city.focus()

    expect(page.locator(MAP)).to_have_attribute("data-year", "2026")

    expect(city).to_contain_text("20 lat")
    expect(city).to_be_focused()


def test_it_opens_from_a_disk(page: Page, web: Path) -> None:
    start = (web / PATH / "index.html").as_uri()
    page.goto(start)
    expect(page.locator(MAP)).to_be_visible()

    page.get_by_role("link", name="Hranice").click()

    expect(page).to_have_url(start.replace("index.html", "hranice/index.html"))
    expect(page.locator(MAP)).to_have_attribute("data-selected", "hranice")


def test_without_scripts_each_page_has_its_picture_and_its_story(
    browser: Browser, url: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(url)

    picture = page.get_by_role("img", name="Mapa miast partnerskich")
    expect(picture).to_be_visible()
    expect(page.get_by_role("slider")).to_have_count(0)
    page.get_by_role("link", name="Hranice").click()
    expect(page.get_by_role("heading", name="Hranice", level=1)).to_be_visible()
    expect(picture).to_be_visible()
    page.get_by_role("link", name="szkoły").click()
    expect(page.get_by_role("heading", name="Wymiany: szkoły")).to_be_visible()
    context.close()


@pytest.mark.parametrize("sandbox", [None, "allow-scripts allow-popups"])
def test_the_map_stands_in_a_frame_of_another_page(
    page: Page, url: str, web: Path, sandbox: str | None
) -> None:
    attribute = "" if sandbox is None else f'sandbox="{sandbox}"'
    (web / "around.html").write_text(
        "<!DOCTYPE html><title>around</title><link rel='icon' href='data:,'>"
        f'<iframe src="{url}embed/" {attribute} title="map" width="600" height="640"></iframe>'
        "<script>addEventListener('message', ({ data }) => document.body.dataset.height ="
        " data.partnerMapHeight)</script>",
        encoding="utf-8",
    )
    page.goto(f"{url.replace('127.0.0.1', 'localhost').removesuffix(f'{PATH}/')}around.html")
    frame = page.frame_locator("iframe")

    expect(frame.locator(MAP)).to_have_attribute("data-year", "2026")
    expect(frame.get_by_role("link", name="Otwórz całą mapę")).to_be_visible()
    expect(page.locator("body")).to_have_attribute("data-height", re.compile("^[1-9][0-9]{2}$"))


@pytest.mark.parametrize("path", ["", "denzlingen/", "wymiany/", "en/", "deklaracja-dostepnosci/"])
def test_axe_finds_nothing(page: Page, url: str, path: str) -> None:
    page.goto(f"{url}{path}")
    if path in ("", "denzlingen/", "en/"):
        expect(page.locator(MAP)).to_be_visible()

    for width in (320, 768, 1400):
        page.set_viewport_size({"width": width, "height": 800})
        until(page, "(width) => innerWidth === width", width)
        assert barriers(page, [*WCAG, BEST]) == "", width
        overflowing = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not overflowing, width


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("year", [1990, 2008, 2019, 2026])
def test_what_it_says_is_what_the_live_page_says(
    page: Page, live: Page, url: str, frozen_server: Server, year: int, language: str
) -> None:
    """At the same state: the line of the year, the summary, the rows, and a city's sheet."""
    home = "" if language == "pl" else "en/"
    page.goto(f"{url}{home}?year={year}")
    expect(page.locator(MAP)).to_have_attribute("data-year", str(year))
    words = page.locator("#year-words").inner_text()
    heading = page.locator("#heading").inner_text()
    lines = page.locator("#lines span").all_inner_texts()
    names = page.locator("#cities .name").all_inner_texts()

    open_page(live, f"{frozen_server.url}/?year={year}&lang={language}")
    expect(live.get_by_text(words, exact=True).first).to_be_visible()
    expect(live.get_by_role("heading", name=heading, level=2)).to_be_visible()
    for line in lines:
        expect(live.get_by_text(line).first).to_be_visible()
    shown = live.locator(".st-key-aside").inner_text()
    places = [shown.index(f"\n{name}") for name in names]
    assert places == sorted(places)

    page.goto(f"{url}{home}denzlingen/?year={year}")
    expect(page.locator(MAP)).to_have_attribute("data-year", str(year))
    standing = page.locator("#standing span").inner_text()
    facts = page.locator("#facts dt").all_inner_texts()
    open_page(live, f"{frozen_server.url}/?year={year}&lang={language}&city=denzlingen")
    sheet = live.locator(".st-key-sheet")
    expect(sheet).to_contain_text(standing)
    for fact in facts:
        expect(sheet).to_contain_text(fact)
