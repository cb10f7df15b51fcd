"""A chosen city brings its story to who chose it, and the way back leads to where one was."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support.pages import drawn, map_of, new_context, open_page, put_story, rest

HEADING_GOES = "() => document.querySelector('.st-key-sheet h2').remove()"
STORY_GOES = """() => {
    for (const row of document.querySelectorAll(".st-key-aside [role=radio]")) {
        row.role = "none";
    }
    document.querySelector(".st-key-sheet").remove();
}"""
"""Takes the story away, with the list still to come."""
LIST_COMES = """() => {
    for (const row of document.querySelectorAll(".st-key-aside [role=none]")) row.role = "radio";
    document.querySelector(".st-key-aside").append(document.createElement("p"));
}"""


@pytest.fixture(scope="module")
def phone(browser: Browser, url: str) -> Iterator[Page]:
    """The explorer on a phone."""
    context = new_context(browser, viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page = context.new_page()
    open_page(page, url)
    yield page
    context.close()


def row_of(page: Page, city: str) -> Locator:
    return page.get_by_role("radio", name=re.compile(f"^{city}"))


def top_of(found: Locator) -> float:
    """Where an element begins below the window's upper edge, in pixels."""
    return float(found.evaluate("(element) => element.getBoundingClientRect().top"))


def test_the_list_leads_to_the_story_and_the_way_back_to_its_row(phone: Page) -> None:
    rest(phone)
    row = row_of(phone, "Nowa Wilejka")
    row.scroll_into_view_if_needed()
    left_at = top_of(row)
    row.press("Space")

    heading = phone.get_by_role("heading", name="Nowa Wilejka")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()

    phone.get_by_role("button", name="Wszystkie miasta").press("Enter")
    expect(row).to_be_focused()
    assert abs(top_of(row) - left_at) < 2


def told(page: Page, url: str) -> None:
    """Open a page whose story has the focus."""
    open_page(page, url)
    rest(page)
    back = page.get_by_role("button", name="Back")
    put_story(page)
    back.focus()
    expect(back).to_be_focused()


def test_the_row_has_the_focus_though_the_storys_button_still_stands(page: Page, url: str) -> None:
    told(page, url)

    page.evaluate(HEADING_GOES)

    expect(row_of(page, "Cēsis")).to_be_focused()


def test_a_row_that_comes_after_the_story_has_gone_has_the_focus(page: Page, url: str) -> None:
    told(page, url)
    page.evaluate(STORY_GOES)
    expect(page.locator("body")).not_to_be_focused()

    page.evaluate(LIST_COMES)

    expect(row_of(page, "Cēsis")).to_be_focused()


def test_who_goes_on_before_the_row_comes_is_not_led_back(page: Page, url: str) -> None:
    told(page, url)
    page.evaluate(STORY_GOES)
    link = page.get_by_role("link", name="Wymiany").first
    link.focus()
    page.keyboard.press("Shift")

    page.evaluate(LIST_COMES)

    rest(page)
    expect(link).to_be_focused()


def test_a_tap_on_the_map_leads_to_the_story(phone: Page) -> None:
    map_of(phone).get_by_role("button", name=re.compile("^Cēsis")).click()

    drawn(phone, "data-selected", "cesis")
    heading = phone.get_by_role("heading", name="Cēsis")
    expect(heading).to_be_in_viewport()
    assert top_of(heading) < 200

    phone.get_by_role("button", name="Wszystkie miasta").click()
    expect(row_of(phone, "Cēsis")).to_be_visible()


def test_a_link_to_a_city_opens_at_the_top(page: Page, url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"{url}/?city=cesis")

    drawn(page, "data-selected", "cesis")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
