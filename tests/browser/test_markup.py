"""Roles, names and languages of what Streamlit's elements leave without."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.pages import open_page


@pytest.fixture(scope="module")
def exchanges(browser: Browser, url: str) -> Iterator[Page]:
    """The exchanges page, for tests that only look."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="pl-PL")
    page = context.new_page()
    page.set_default_timeout(20_000)
    open_page(page, f"{url}/wymiany")
    page.locator(".st-key-chart svg.marks").wait_for()
    yield page
    context.close()


def test_the_first_cell_of_a_row_is_its_head(exchanges: Page) -> None:
    matrix = exchanges.get_by_role("region", name="Co robimy z którym miastem")
    expect(matrix.get_by_role("rowheader", name="Denzlingen")).to_be_visible()
    expect(exchanges.get_by_role("rowheader", name="7 czerwca 2024", exact=True)).to_be_visible()

    exchanges.emulate_media(media="print")
    sheet = exchanges.locator(".st-key-print-sheet")
    expect(sheet.get_by_role("rowheader", name="Denzlingen, Niemcy")).to_be_visible()
    exchanges.emulate_media(media="screen")


def test_what_scrolls_sideways_has_a_name_and_takes_the_focus(exchanges: Page) -> None:
    matrix = exchanges.get_by_role("region", name="Co robimy z którym miastem")

    matrix.focus()

    expect(matrix).to_be_focused()


def test_headings_leave_out_no_level(exchanges: Page) -> None:
    levels = exchanges.get_by_role("heading").evaluate_all(
        "(headings) => headings.map(({ tagName }) => Number(tagName[1]))"
    )

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_chart_says_nothing_in_english(exchanges: Page) -> None:
    chart = exchanges.get_by_role("img", name=re.compile("^Wydarzenia według lat i rodzajów"))
    expect(chart).to_be_visible()

    values = chart.evaluate(
        """(chart) => [chart, ...chart.querySelectorAll("*")]
            .flatMap(({ attributes }) => [...attributes])
            .filter(({ name }) => name.startsWith("aria-")).map(({ value }) => value)"""
    )
    assert {value for value in values if value != "true"} == {chart.get_attribute("aria-label")}


def test_escape_takes_the_tooltip_of_the_chart_away(exchanges: Page) -> None:
    tooltip = exchanges.locator("#vg-tooltip-element")
    exchanges.locator(".st-key-chart .mark-symbol path").first.hover()
    expect(tooltip).to_be_visible()

    exchanges.keyboard.press("Escape")

    expect(tooltip).to_be_hidden()


def test_the_search_is_called_what_is_read_beside_it(exchanges: Page) -> None:
    expect(exchanges.get_by_text("Szukaj w tekstach", exact=True)).to_be_visible()
    expect(exchanges.get_by_role("textbox", name="Szukaj w tekstach")).to_be_visible()


def test_an_example_in_another_language_says_which(page: Page, url: str) -> None:
    page.goto(f"{url}/o-danych")
    page.get_by_text(re.compile("^Partnerzy [0-9]+ kolumn")).click()

    example = page.get_by_role("row").filter(has_text="summary_en").locator("td code")

    expect(example).to_have_attribute("lang", "en")


@pytest.mark.parametrize(
    ("selector", "part"),
    [
        (".timeline-chart .bar", None),
        (".timeline-chart .mark", "::before"),
        (".st-key-play button :has(> p)", "::before"),
        (".st-key-year-slider div:has(> div > input)", "::after"),
    ],
)
def test_the_colours_of_the_visitors_system_hide_nothing(
    browser: Browser, url: str, selector: str, part: str | None
) -> None:
    context = browser.new_context(locale="pl-PL", forced_colors="active")
    page = context.new_page()
    open_page(page, url)

    seen, around = page.locator(selector).first.evaluate(
        """(element, part) => {
          const { backgroundColor } = getComputedStyle(element, part);
          const canvas = getComputedStyle(document.body).backgroundColor;
          return [backgroundColor, canvas];
        }""",
        part,
    )

    assert seen != around
    context.close()
