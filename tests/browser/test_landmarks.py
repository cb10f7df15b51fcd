"""What a page is made of for a screen reader, and its footer: on every page, in both languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from partner_map import __version__
from tests.support.barriers import BEST, WCAG, barriers
from tests.support.pages import open_page, until

PAGES = ["", "wymiany", "o-danych"]
LANDMARK_RULES = [
    "landmark-banner-is-top-level",
    "landmark-contentinfo-is-top-level",
    "landmark-main-is-top-level",
    "landmark-no-duplicate-banner",
    "landmark-no-duplicate-contentinfo",
    "landmark-no-duplicate-main",
    "landmark-one-main",
    "landmark-unique",
]
FOOTER = {
    "pl": [
        "Prowadzi: Urząd Wzorcowy",
        "Kontakt",
        "Deklaracja dostępności",
        "Dane i licencje",
        "Wersja tekstowa",
        f"wersja {__version__}",
    ],
    "en": [
        "Run by: Example Office",
        "Contact",
        "Declaration of accessibility",
        "Data and licences",
        "Text version",
        f"version {__version__}",
    ],
}
INSIDE_MAIN = """() => {
    const main = document.querySelector("[role=main]");
    return main !== document.activeElement && main.contains(document.activeElement);
}"""
PAGES_NAME = {"pl": "Strony", "en": "Pages"}


def open_whole(page: Page, url: str) -> None:
    """Open a page and wait for its foot, which comes last; the first view has one of its own."""
    page.goto(url)
    expect(page.locator("#first-view")).to_have_count(0)
    expect(page.get_by_role("contentinfo")).to_be_attached()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_page_has_its_landmarks_and_its_footer(
    page: Page, url: str, path: str, language: str
) -> None:
    open_whole(page, f"{url}/{path}?lang={language}")

    banner = page.get_by_role("banner")
    expect(banner.get_by_role("heading", level=1)).to_be_visible()
    expect(banner.get_by_role("navigation", name=PAGES_NAME[language])).to_be_visible()
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("main").get_by_role("heading", level=2).first).to_be_attached()
    expect(page.get_by_role("contentinfo").get_by_role("listitem")).to_have_text(FOOTER[language])
    assert barriers(page, rules=LANDMARK_RULES) == ""


def test_on_a_phone_the_menu_is_the_navigation(page: Page, url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_whole(page, f"{url}/o-danych")

    (navigation,) = page.get_by_role("banner").get_by_role("navigation").all()
    expect(navigation.get_by_role("button", name="Menu")).to_be_visible()


@pytest.mark.parametrize("path", ["", "wymiany"])
def test_the_skip_link_passes_the_header(page: Page, url: str, path: str) -> None:
    open_page(page, f"{url}/{path}")
    expect(page.get_by_role("contentinfo")).to_be_attached()

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Przejdź do treści")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    until(page, INSIDE_MAIN)


def test_the_presentation_lies_over_a_page_that_cannot_be_reached(page: Page, url: str) -> None:
    page.goto(f"{url}/rada")
    expect(page.get_by_role("navigation", name="Prezentacja")).to_be_visible()

    expect(page.get_by_role("main")).to_have_count(1)
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('#root')")


def test_a_hall_has_no_footer_and_its_way_back_is_a_navigation(page: Page, url: str) -> None:
    page.goto(f"{url}/wymiany?mode=kiosk")
    expect(page.get_by_role("navigation", name="Powrót")).to_be_visible()

    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("contentinfo")).to_have_count(0)
    expect(page.get_by_text("Urząd Wzorcowy")).to_have_count(0)


def test_the_footer_leads_to_the_declaration_in_the_same_tab(page: Page, url: str) -> None:
    open_whole(page, f"{url}/o-danych?lang=en")

    page.get_by_role("contentinfo").get_by_role("link", name="Declaration").click()

    expect(page).to_have_url(f"{url}/deklaracja-dostepnosci?lang=en")
    page.get_by_role("link", name="To the map of the partner cities").click()
    expect(page).to_have_url(re.compile(rf"{url}/\?lang=en"))


def test_a_page_of_the_footer_is_shown_without_a_new_load(page: Page, url: str) -> None:
    open_whole(page, f"{url}/wymiany")
    expect(page.get_by_role("banner").get_by_role("link", name="O danych")).to_be_visible()
    page.evaluate("window.kept = true")

    page.get_by_role("contentinfo").get_by_role("link", name="Dane i licencje").click()

    expect(page.get_by_role("heading", level=1, name="O danych")).to_be_visible()
    assert page.evaluate("window.kept")


@pytest.mark.parametrize("width", [320, 1400])
def test_the_map_and_its_footer_fit_the_screen(page: Page, url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_whole(page, url)
    footer = page.get_by_role("contentinfo")

    footer.scroll_into_view_if_needed()

    box = footer.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["deklaracja-dostepnosci", "wersja-tekstowa", "none"])
@pytest.mark.parametrize("language", ["pl", "en"])
def test_axe_finds_no_violation_on_plain_pages(
    page: Page, url: str, path: str, language: str
) -> None:
    page.goto(f"{url}/{path}?lang={language}")

    for width in (1400, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert barriers(page, [*WCAG, BEST]) == ""
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_skip_link_of_a_plain_page_passes_its_header(page: Page, url: str) -> None:
    page.goto(f"{url}/wersja-tekstowa")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_be_focused()
