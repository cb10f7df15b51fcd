"""The keyboard's focus stays where the visitor is, and each page says what it is."""

from __future__ import annotations

import re
import signal

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.pages import drawn, hold_back, map_of, open_page
from tests.support.server import Server

BLINK = """(button) => new Promise((done) => {
  button.addEventListener("blur", () => done(button.disabled = false), { once: true });
  button.disabled = true;
})"""
"""Disables a button, and enables it as soon as the browser has taken the focus from it."""


@pytest.fixture
def explorer(page: Page, url: str) -> Page:
    """The explorer, by keyboard."""
    open_page(page, url)
    return page


def press(button: Locator) -> None:
    """Press a button by the keyboard."""
    button.focus()
    button.press("Enter")


def test_a_popover_opened_by_a_key_takes_the_focus_and_gives_it_back(explorer: Page) -> None:
    button = explorer.get_by_role("button", name="Filtr")
    popover = explorer.get_by_role("dialog")
    first = popover.get_by_role("button").first

    press(button)
    expect(first).to_be_focused()
    explorer.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(popover).to_have_count(0)

    press(button)
    expect(first).to_be_focused()
    explorer.keyboard.press("Shift+Tab")
    expect(button).to_be_focused()
    expect(popover).to_have_count(0)

    press(button)
    expect(first).to_be_focused()
    explorer.keyboard.press("Tab")
    expect(popover.get_by_role("button", name="Czechy")).to_be_focused()
    explorer.keyboard.press("Tab")
    expect(button).to_be_focused()
    expect(popover).to_have_count(0)


def test_a_popover_opened_by_a_pointer_leaves_the_focus_alone(explorer: Page) -> None:
    button = explorer.get_by_role("button", name="Filtr")

    button.click()

    expect(explorer.get_by_role("dialog").get_by_role("button").first).to_be_visible()
    expect(button).to_be_focused()


def test_the_focus_goes_on_beside_what_has_gone(page: Page, url: str) -> None:
    open_page(page, f"{url}/?type=school")

    press(page.get_by_role("button", name="Wyczyść"))
    expect(page).to_have_url(re.compile("/$"))
    expect(page.get_by_role("radio").first).to_be_focused()

    press(page.get_by_role("button", name="Języki: Polski"))
    press(page.get_by_role("button", name="English"))
    expect(page.get_by_role("button", name="Languages: English")).to_be_focused()


def test_the_last_page_of_a_list_keeps_the_focus(page: Page, url: str) -> None:
    open_page(page, f"{url}/wymiany")
    pager = page.get_by_role("navigation", name="Stronicowanie")
    forward = pager.get_by_role("button", name="Następna strona")

    pager.get_by_role("button", name="Strona 4").click()
    expect(pager.get_by_role("button", name="Strona 4")).to_have_attribute("aria-current", "page")
    press(forward)

    expect(forward).to_be_disabled()
    expect(pager.get_by_role("button", name="Poprzednia strona")).to_be_focused()


def test_a_link_to_a_page_leads_to_its_heading(explorer: Page) -> None:
    press(explorer.get_by_role("link", name="Wymiany"))
    expect(explorer.get_by_role("heading", name="Wymiany z miastami partnerskimi")).to_be_focused()

    press(explorer.get_by_role("link", name="Prezentacja"))
    expect(explorer.locator(".presentation-text")).to_be_focused()

    press(explorer.get_by_role("navigation").get_by_role("button", name="Mapa"))
    expect(explorer.get_by_role("heading", level=1)).to_be_focused()


def test_a_popover_whose_first_part_comes_late_is_entered_at_it(page: Page, url: str) -> None:
    let_come = hold_back(page, "**/DownloadButton*.js")
    open_page(page, f"{url}/wymiany")
    press(page.get_by_role("button", name="Pobierz"))
    expect(page.get_by_role("link", name="Subskrybuj kalendarz")).to_be_focused()

    let_come()

    expect(page.get_by_role("button", name="Wymiany (CSV)")).to_be_focused()


def test_a_download_keeps_the_focus(page: Page, url: str) -> None:
    open_page(page, f"{url}/wymiany")
    press(page.get_by_role("button", name="Pobierz"))
    button = page.get_by_role("button", name="Wymiany (CSV)")
    expect(button).to_be_focused()

    with page.expect_download():
        page.keyboard.press("Enter")

    expect(button).to_be_focused()


def test_a_download_that_takes_its_time_keeps_the_focus_too(
    timed_page: Page, frozen_server: Server
) -> None:
    open_page(timed_page, f"{frozen_server.url}/wymiany")
    press(timed_page.get_by_role("button", name="Pobierz"))
    button = timed_page.get_by_role("button", name="Wymiany (CSV)")
    expect(button).to_be_focused()
    frozen_server.process.send_signal(signal.SIGSTOP)
    try:
        timed_page.keyboard.press("Enter")
        expect(button).to_be_disabled()
        timed_page.clock.run_for(10_000)
    finally:
        frozen_server.process.send_signal(signal.SIGCONT)

    expect(button).to_be_enabled()
    expect(button).to_be_focused()


def test_a_button_that_is_disabled_for_a_moment_keeps_the_focus(explorer: Page) -> None:
    button = explorer.get_by_role("button", name="Filtr")
    button.focus()

    button.evaluate(BLINK)

    expect(button).to_be_focused()


def test_every_arrow_goes_through_the_list(explorer: Page) -> None:
    rows = explorer.get_by_role("radio")
    rows.first.focus()

    for key, place in (
        ("ArrowDown", 1),
        ("ArrowRight", 2),
        ("ArrowUp", 1),
        ("End", 7),
        ("Home", 0),
    ):
        explorer.keyboard.press(key)
        expect(rows.nth(place)).to_be_focused()
    explorer.keyboard.press("ArrowUp")
    expect(rows.nth(7)).to_be_focused()


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("", "Miasta partnerskie Konstancina-Jeziorny"),
        ("?lang=en", "Partner cities of Konstancin-Jeziorna"),
        ("wymiany", "Wymiany · Miasta partnerskie Konstancina-Jeziorny"),
        ("rada", "Prezentacja · Miasta partnerskie Konstancina-Jeziorny"),
        ("o-danych?lang=en", "About the data · Partner cities of Konstancin-Jeziorna"),
    ],
)
def test_each_page_has_its_title(page: Page, url: str, path: str, title: str) -> None:
    page.goto(f"{url}/{path}")

    expect(page).to_have_title(title)


def test_each_chosen_city_has_its_title(explorer: Page) -> None:
    map_of(explorer).get_by_role("button", name=re.compile("^Cēsis")).press("Enter")
    drawn(explorer, "data-selected", "cesis")
    expect(explorer).to_have_title("Cēsis · Miasta partnerskie Konstancina-Jeziorny")

    explorer.get_by_role("button", name="Wszystkie miasta").click()
    expect(explorer).to_have_title("Miasta partnerskie Konstancina-Jeziorny")
