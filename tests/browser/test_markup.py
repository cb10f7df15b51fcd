"""Roles, names and languages of what Streamlit's elements leave without."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.pages import new_context, open_page


@pytest.fixture(scope="module")
def exchanges(browser: Browser, url: str) -> Iterator[Page]:
    """The exchanges page, for tests that only look."""
    context = new_context(browser)
    page = context.new_page()
    open_page(page, f"{url}/wymiany")
    page.locator(".st-key-chart svg.marks").wait_for()
    yield page
    context.close()


@pytest.fixture(scope="module")
def explorer(used: BrowserContext, url: str) -> Iterator[Page]:
    """The explorer in the colours of the visitor's system, for tests that only look."""
    page = used.new_page()
    page.emulate_media(forced_colors="active")
    open_page(page, url)
    yield page
    page.close()


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


def test_an_own_name_says_its_language_on_a_card(exchanges: Page) -> None:
    own_name = exchanges.locator(".st-key-card-krzemieniec em").filter(has_text="Кременець")

    expect(own_name).to_have_text(re.compile("^Кременець$"))  # and no more that is unseen
    expect(own_name).to_have_attribute("lang", "uk")


def test_an_own_name_says_its_language_in_the_sheet_and_follows_the_city(
    page: Page, url: str
) -> None:
    open_page(page, f"{url}/?lang=de&city=krzemieniec")
    own_name = page.locator(".st-key-sheet em[lang]").first
    expect(own_name).to_have_text("Кременець")
    expect(own_name).to_have_attribute("lang", "uk")

    page.get_by_role("button", name="Alle Städte").click()
    page.get_by_role("radio", name=re.compile("^Denzlingen")).click()

    expect(page.get_by_role("heading", name="Denzlingen")).to_be_visible()
    expect(page.locator(".st-key-sheet em[lang]").filter(has_text="Кременець")).to_have_count(0)


def test_an_office_and_a_place_say_the_language_that_they_had_to_be_told_in(
    page: Page, url: str
) -> None:
    open_page(page, f"{url}/?lang=nl&city=nowa-wilejka")

    facts = page.locator(".st-key-sheet li em[lang=en]")
    expect(facts).to_have_text(["Vilnius (en)", "head of the district (en)", "mayor (en)"])
    around = page.locator(".st-key-sheet li em:has(> em)")
    expect(around.first).to_have_text(re.compile(", Naujoji Vilnia$"))
    expect(around.first).not_to_have_attribute("lang", re.compile(""))


def test_the_data_page_says_the_language_of_what_is_not_in_its_own(page: Page, url: str) -> None:
    page.goto(f"{url}/o-danych?lang=nl")
    page.locator("summary").filter(has_text="Oekraïne").click()
    names = page.get_by_role("cell").filter(has_text="Кременець")

    expect(names.locator("em", has_text="Кременець")).to_have_attribute("lang", "uk")
    expect(names.locator("em", has_text="Krzemieniec")).to_have_attribute("lang", "pl")
    office = page.get_by_role("cell").locator("em", has_text=re.compile("^mayor"))
    expect(office.first).to_have_attribute("lang", "en")

    page.locator("summary").last.click()
    clerks = page.locator("[lang=en]")
    example = clerks.get_by_role("row").filter(has_text="summary_pl").locator("td code")
    expect(clerks.get_by_role("heading", name="The last check")).to_be_visible()
    expect(example).to_have_attribute("lang", "pl")


@pytest.mark.parametrize(
    ("selector", "part"),
    [
        (".timeline-chart .bar", None),
        (".timeline-chart .mark", "::before"),
        (".st-key-play button p", "::before"),
        (".st-key-year-slider div:has(> div > input)", "::after"),
    ],
)
def test_the_colours_of_the_visitors_system_hide_nothing(
    explorer: Page, selector: str, part: str | None
) -> None:
    seen, around = explorer.locator(selector).first.evaluate(
        """(element, part) => {
          const { backgroundColor } = getComputedStyle(element, part);
          const canvas = getComputedStyle(document.body).backgroundColor;
          return [backgroundColor, canvas];
        }""",
        part,
    )

    assert seen != around
