"""What comes late moves nothing that a visitor reads or reaches for."""

from __future__ import annotations

import re
from re import Pattern

import pytest
from playwright.sync_api import Page, expect

from tests.support.pages import hold_back, map_of, until

SIZES = [(1400, 900), (390, 844)]
ELEMENTS = re.compile(r"/(TextInput|ComponentInstance)\.[\w-]+\.js$")
FRAME = re.compile(r"/component/.*\bindex\.html")
FONT = re.compile(r"\.woff2$")
PARTS = [".st-key-filter-types", ".st-key-answer-count", ".st-key-place-cards"]
PLACES = """(parts) => parts.map((part) => {
  const { left, top } = document.querySelector(part).getBoundingClientRect();
  return [Math.round(left), Math.round(top)];
})"""
PAINTED = """() => performance.getEntriesByName("first-contentful-paint").length > 0"""
LOADED = """() => document.fonts.ready.then(() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => done()))))"""


@pytest.mark.parametrize("late", [ELEMENTS, FRAME], ids=["elements", "frame"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_exchanges_stay_where_they_are(
    page: Page, url: str, width: int, height: int, late: Pattern[str]
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    let_come = hold_back(page, late)
    page.goto(f"{url}/wymiany?lang=en", wait_until="commit")
    page.get_by_role("heading", name="Hranice").wait_for()
    parts = [*PARTS, "iframe"] if late is FRAME else PARTS
    for part in parts:
        page.locator(part).wait_for()
    before = page.evaluate(PLACES, parts)

    let_come()
    expect(page.get_by_role("textbox")).to_be_visible()
    map_of(page).locator("[data-ready=true]").wait_for()

    assert page.evaluate(PLACES, parts) == before


def test_a_font_that_comes_late_moves_no_word_of_a_plain_page(page: Page, url: str) -> None:
    let_come = hold_back(page, FONT)
    page.goto(f"{url}/deklaracja-dostepnosci", wait_until="commit")
    until(page, PAINTED)
    before = page.evaluate(PLACES, ["h1", "nav a:last-child"])

    with page.expect_request_finished(lambda request: request.url.endswith(".woff2")):
        let_come()
    page.evaluate(LOADED)

    assert page.evaluate(PLACES, ["h1", "nav a:last-child"]) == before
