"""No barrier in any state of the map and the presentation: axe in every frame, three widths."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.support.pages import WCAG, map_of, open_page

WIDTHS = [1400, 768, 320]
FORCED = 1000  # the width at which the colours are the visitor's


def keep_the_rules(page: Page, state: str) -> None:
    """Let axe look at every frame of the page at each width, and in the visitor's own colours."""
    for width in (*WIDTHS, FORCED):
        page.emulate_media(forced_colors="active" if width == FORCED else "none")
        page.set_viewport_size({"width": width, "height": 900})
        for frame in page.frames:
            options = {"runOnly": {"type": "tag", "values": WCAG}}
            found = Axe().run(cast(Page, frame), options=options)
            assert found.violations_count == 0, f"{state} {width}\n{found.generate_report()}"
    page.emulate_media(forced_colors="none")
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})


def open_filter(page: Page) -> None:
    button = page.get_by_role("button", name=re.compile("^Filt(r|er)")).first
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")


def share_a_city(page: Page) -> None:
    page.get_by_role("button", name="↗").click()


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
