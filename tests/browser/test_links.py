"""Links as addresses: opened in another tab, or sent to somebody, each leads where it says."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.pages import drawn, map_of

HEADINGS = {"/": "Partner cities of", "/o-danych": "About the data", "/wymiany": "Exchanges with"}
PATHS = {
    "Map": "/",
    "Exchanges": "/wymiany",
    "Presentation": "/rada",
    "About the data": "/o-danych",
}
LAST_CARD = "st-key-card-leidschendam"


def test_every_link_is_the_address_of_what_it_names(used: BrowserContext, url: str) -> None:
    for path, heading in HEADINGS.items():
        page = used.new_page()  # with a session of its own, as whoever is sent an address has
        page.goto(f"{url}{path}?lang=en")
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
        links = page.get_by_role("link", name=re.compile(f"^({'|'.join(PATHS)})$"))
        expect(links.nth(len(PATHS) - 2)).to_be_attached()

        for link in links.all():
            address = f"{url}{PATHS[link.inner_text().strip()]}?lang=en"
            expect(link).to_have_js_property("href", address)
        current = page.locator(".st-key-pages [aria-current=page]")
        expect(current).to_have_js_property("href", f"{url}{path}?lang=en")
        if path != "/wymiany":
            page.close()

    story = page.locator(f".{LAST_CARD}").get_by_role("link", name="Story and place on the map")
    with page.context.expect_page() as opened:
        story.click(modifiers=["Control"])
    drawn(opened.value, "data-selected", "leidschendam")
    drawn(page, "data-selected", "")
    page.close()
    opened.value.close()

    alone = used.new_page()
    alone.goto(opened.value.url)
    map_of(alone).locator("[data-selected=leidschendam]").wait_for()
    alone.close()


@pytest.mark.parametrize(
    ("path", "link", "leads_to"),
    [
        ("?lang=en&city=denzlingen", "schools", "wymiany?partner=denzlingen&type=school&lang=en"),
        ("wymiany?lang=en&mode=kiosk", "‹ Back to the map", "?lang=en&mode=kiosk"),
        ("rada?lang=en", "Save as a file", "presentation.html?lang=en"),
    ],
    ids=["a type", "the kiosk's bar", "the presentation's file"],
)
def test_other_links_are_addresses_too(
    page: Page, url: str, path: str, link: str, leads_to: str
) -> None:
    page.goto(f"{url}/{path}")

    named = page.get_by_role("link", name=link).first
    expect(named).to_have_js_property("href", f"{url}/{leads_to}")
