"""A filter that is cleared stays cleared, wherever its own widgets are hidden by then."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.support.pages import drawn, open_page, rest


def test_a_filter_cleared_on_the_explorer_does_not_come_back(page: Page, url: str) -> None:
    open_page(page, url)
    page.get_by_role("button", name="Filtr").click()
    page.get_by_role("dialog").get_by_role("button", name="szkoły").click()
    expect(page.get_by_text("Pokazano: szkoły").first).to_be_visible()
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Wyczyść").click()
    expect(page).to_have_url(re.compile("/$"))
    page.get_by_role("radio", name=re.compile("^Pisogne")).click()

    drawn(page, "data-selected", "pisogne")
    expect(page).to_have_url(re.compile(r"/\?city=pisogne$"))


def test_a_filter_cleared_on_the_exchanges_page_does_not_come_back(page: Page, url: str) -> None:
    open_page(page, f"{url}/wymiany")
    page.get_by_role("button", name="Rodzaj").first.click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^szkoły")).click()
    expect(page).to_have_url(re.compile("type=school"))
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Lata").click()
    page.get_by_role("dialog").get_by_role("slider").first.press("End")
    expect(page).to_have_url(re.compile("from="))
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Wyczyść").click()
    expect(page).to_have_url(re.compile("/wymiany$"))
    page.get_by_role("radio", name="rosnąco").click()
    rest(page)
    page.get_by_role("button", name="Strona 2").last.click()
    expect(page.get_by_role("button", name="Strona 2").last).to_have_attribute(
        "aria-current", "page"
    )

    expect(page).to_have_url(re.compile("/wymiany$"))
