"""No barrier in any state of the map and the presentation: axe in every frame, three widths."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.barriers import barriers
from tests.support.pages import language_menu, map_of, open_page

WIDTHS = (1400, 768, 320, 1000)
DARK, FORCED = 768, 1000
"""The widths at which the visitor's system asks for dark colours, or for its own."""


def keep_the_rules(page: Page, state: str) -> None:
    """Let axe look at every frame of the page at each width."""
    for width in WIDTHS:
        page.emulate_media(
            color_scheme="dark" if width == DARK else "light",
            forced_colors="active" if width == FORCED else "none",
        )
        page.set_viewport_size({"width": width, "height": 900})
        for frame in page.frames:
            assert barriers(frame) == "", f"{state} {width}"
    page.emulate_media(color_scheme="light", forced_colors="none")
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})


def open_filter(page: Page) -> None:
    button = page.get_by_role("button", name=re.compile("^Filt(r|er)")).first
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")


def open_languages(page: Page) -> None:
    language_menu(page).click()
    expect(language_menu(page)).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("button", name="Italiano")).to_be_visible()


def share_a_city(page: Page) -> None:
    page.locator(".st-key-share-panel button").click()
    page.locator(".st-key-share button").click()


def play(page: Page) -> None:
    page.locator(".st-key-play button").click()
    expect(page.locator(".st-key-timeline-clock")).to_be_attached()


def look(page: Page) -> None:
    expect(page.get_by_role("heading", level=2).first).to_be_attached()


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize(
    ("query", "act"),
    [
        ("", open_filter),
        ("&city=denzlingen", share_a_city),
        ("&year=1991", play),
        ("&type=school&country=LV&year=1990", look),
    ],
)
def test_a_state_of_the_map_has_no_barrier(
    page: Page, url: str, language: str, query: str, act: Callable[[Page], None]
) -> None:
    open_page(page, f"{url}/?lang={language}{query}")

    act(page)

    keep_the_rules(page, f"{query} {act.__name__}")


@pytest.mark.parametrize("query", ["lang=uk", "lang=lt&mode=kiosk"])
def test_the_open_menu_of_languages_has_no_barrier(page: Page, url: str, query: str) -> None:
    open_page(page, f"{url}/?year=2010&{query}")

    open_languages(page)

    keep_the_rules(page, query)


def test_the_data_page_unfolded_has_no_barrier(page: Page, url: str) -> None:
    page.goto(f"{url}/o-danych?lang=fr")
    expect(page.locator("summary")).to_have_count(9)

    for part in (page.locator("summary").first, page.locator("summary").last):
        part.click()
    expect(page.get_by_role("heading", name="The columns explained")).to_be_visible()

    keep_the_rules(page, "data")


def test_the_presentation_and_its_keys_have_no_barrier(page: Page, url: str) -> None:
    page.goto(f"{url}/rada?step=hranice")
    page.locator(".presentation [data-ready=true]").wait_for()

    keep_the_rules(page, "step")
    page.keyboard.press("?")
    keep_the_rules(page, "keys")


def test_the_names_of_the_map_are_as_large_as_the_browsers_text(page: Page, url: str) -> None:
    open_page(page, url)
    sizes = """() => ['.partner-label', '.town-label', '.map-legend']
      .map((one) => parseFloat(getComputedStyle(document.querySelector(one)).fontSize))"""
    usual = map_of(page).locator("body").evaluate(sizes)

    map_of(page).locator("html").evaluate("(root) => { root.style.fontSize = '200%'; }")

    assert map_of(page).locator("body").evaluate(sizes) == [2 * size for size in usual]
