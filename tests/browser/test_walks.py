"""Each page as a screen reader and the Tab key go through it, held against a reviewed walk.

After a change that is meant: ``pytest tests/browser/test_walks.py --write-walks``, and read what
has changed in ``walks/`` before it is committed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.pages import map_of
from tests.support.walk import walk_of

WALKS = Path(__file__).parent / "walks"
PAGES = {
    "map": "?year=2010",
    "city": "?year=2010&city=hranice",
    "filtered": "?year=2010&type=school",
    "kiosk": "?year=2010&mode=kiosk",
    "exchanges": "wymiany",
    "no-results": "wymiany?words=nothing-of-that-name",
    "data": "o-danych",
    "presentation": "rada?step=hranice",
    "declaration": "deklaracja-dostepnosci",
    "text-version": "wersja-tekstowa",
    "not-found": "nowhere",
}
"""What is the same on every day of the year, by a name."""
LAST = {
    "kiosk": "[role=radio]",
    "exchanges": ".st-key-page-of-exchanges [aria-current]",
    "data": ".st-key-page-of-events [aria-current]",
    "presentation": ".presentation-text h1",
    "not-found": "main a",
}
"""What comes last to a page whose foot does not."""
PAGERS = {"exchanges": "exchanges", "data": "events"}
PAGER = {"pl": "Stronicowanie", "en": "Pagination"}
"""What a pager is called once the page's script has come to it."""
WITH_LINKS = ("map", "city", "filtered", "exchanges", "no-results", "data")
WITH_MAP = ("map", "city", "filtered", "kiosk", "exchanges")


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_the_walk_is_the_one_that_was_reviewed(
    page: Page, url: str, name: str, language: str, request: pytest.FixtureRequest
) -> None:
    path = PAGES[name]
    page.goto(f"{url}/{path}{'&' if '?' in path else '?'}lang={language}")
    page.get_by_role("heading", level=1).first.wait_for()
    if name in WITH_LINKS:
        page.locator(".st-key-pages [aria-current]").wait_for()
    if name in WITH_MAP:
        map_of(page).locator("[data-ready=true]").wait_for()
    page.locator(LAST.get(name, "[role=contentinfo], footer")).last.wait_for()
    if name in PAGERS:
        page.locator(f".st-key-page-of-{PAGERS[name]} [aria-label^={PAGER[language]}]").wait_for()

    walk = walk_of(page)

    kept = WALKS / f"{name}-{language}.txt"
    if request.config.getoption("write_walks"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(walk, encoding="utf-8")
    assert walk == kept.read_text(encoding="utf-8")
