"""What the visitor's own touch or key has changed is told to a screen reader, once, in a line."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.support.pages import drawn, map_of, open_page, put_story, rest, until

RECORD = """() => {
    const line = document.querySelector(".unseen[role=status]");
    window.said = [];
    new MutationObserver(() => window.said.push(line.textContent)).observe(line, {childList: true});
}"""


def listen(page: Page, url: str) -> None:
    """Open a page and note what is told from then on."""
    open_page(page, url)
    rest(page)  # what comes with the page is no change of it
    page.evaluate(RECORD)


def said(page: Page, *expected: str) -> None:
    """Wait until just this has been told since it was last asked."""
    until(page, "(number) => window.said.length >= number", len(expected))
    assert page.evaluate("window.said.splice(0)") == list(expected)


def test_the_year_in_words_by_hand(page: Page, url: str) -> None:
    listen(page, f"{url}/?year=2010")

    page.get_by_role("slider").press("ArrowRight")

    said(page, "2011 · umowa: Denzlingen · 1 wydarzenie")


def test_a_city_chosen_on_the_map(page: Page, url: str) -> None:
    listen(page, url)

    map_of(page).get_by_role("button", name=re.compile("^Cēsis")).click()

    said(page, "Cēsis")


def test_a_city_chosen_in_the_list_is_told_by_its_heading_alone(page: Page, url: str) -> None:
    listen(page, url)

    page.get_by_role("radio", name=re.compile("^Cēsis")).press("Space")
    expect(page.get_by_role("heading", name="Cēsis")).to_be_focused()
    page.get_by_role("slider").press("ArrowLeft")

    said(page, "2025")


def test_a_story_that_comes_before_the_list_has_gone_has_the_focus(page: Page, url: str) -> None:
    listen(page, url)
    page.get_by_role("radio", name=re.compile("^Cēsis")).focus()

    put_story(page)

    expect(page.get_by_role("heading", name="Cēsis")).to_be_focused()


def test_playing_is_told_and_the_years_that_pass_are_not(page: Page, url: str) -> None:
    listen(page, f"{url}/?year=1996")
    page.get_by_role("button", name="Odtwórz").click()
    drawn(page, "data-year", re.compile("199[89]|200."))

    page.get_by_role("button", name="Pauza").click()
    until(page, "() => window.said.length >= 2")

    playing, paused = page.evaluate("window.said")
    assert playing == "Oś czasu jest odtwarzana"
    assert re.match(r"Zatrzymano\. (199\d|200\d)", paused)


def test_a_filter_and_what_clearing_it_leaves(page: Page, url: str) -> None:
    listen(page, url)
    page.get_by_role("button", name="Filtr").click()
    page.get_by_role("dialog").get_by_role("button", name="szkoły").click()
    said(page, "Pokazano: szkoły (7)")
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Wyczyść").click()
    said(page, "7 miast partnerskich w 7 krajach")


def test_a_filter_that_leaves_nothing(page: Page, url: str) -> None:
    listen(page, f"{url}/?type=school")
    page.get_by_role("button", name="Filtr").click()

    page.get_by_role("dialog").get_by_role("button", name="Łotwa").click()

    said(page, "Pokazano: szkoły, Łotwa (0). Żadne miasto nie pasuje do filtrów.")


def test_pager_and_order_of_the_exchanges(page: Page, url: str) -> None:
    listen(page, f"{url}/wymiany")

    page.get_by_role("button", name="Następna strona").click()
    said(page, "Strona 2")

    page.get_by_role("radio", name="rosnąco").click()
    said(page, "Data, rosnąco")
