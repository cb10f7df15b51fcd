"""A live page whose site is published: its light version, and the map for a page of one's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support.folders import FROZEN
from tests.support.pages import drawn, open_page
from tests.support.server import Server

SITE = "https://www.example.pl/miasta/"


@pytest.fixture(scope="module")
def published() -> Iterator[str]:
    """The URL of a live application whose site is published."""
    server = Server(FROZEN, environment={"PARTNER_MAP_SITE_URL": SITE})
    server.wait()
    yield server.url
    server.stop()


def test_the_link_at_the_foot_follows_what_is_looked_at(page: Page, published: str) -> None:
    open_page(page, f"{published}/?year=2014&lang=en")
    page.get_by_role("slider").press("ArrowRight")
    drawn(page, "data-year", "2015")
    expect(page).to_have_url(f"{published}/?year=2015&lang=en")

    link = page.get_by_role("link", name="Light version")
    link.hover()

    expect(link).to_have_attribute("href", f"{published}/wersja-lekka?year=2015&lang=en")
    expect(link).not_to_have_attribute("target", "_blank")
    answer = page.request.get(f"{published}/wersja-lekka?year=2015&lang=en", max_redirects=0)
    assert answer.headers["location"] == f"{SITE}en/?year=2015"


def test_the_map_can_be_put_into_a_page_of_ones_own(page: Page, published: str) -> None:
    open_page(page, f"{published}/?city=hranice&lang=en")

    page.locator(".st-key-share-panel").get_by_role("button", name="Share").click()

    snippet = page.get_by_role("textbox", name="The map in a page of your own").input_value()
    assert snippet.startswith(f'<iframe src="{SITE}en/embed/" title="Partner cities of ')
