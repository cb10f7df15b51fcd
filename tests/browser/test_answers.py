"""What the server answers to a visit: nothing is asked for in vain, under a base path neither."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Response, expect

from partner_map.permalink import PAGE_PATHS
from partner_map.server.streamlit_host import text_font
from tests.support.folders import FROZEN
from tests.support.pages import open_page
from tests.support.server import Server


@pytest.fixture(scope="module")
def under_a_path() -> Iterator[str]:
    """The URL of the program under a base path."""
    server = Server(FROZEN, base="town/map")
    server.wait()
    yield server.url
    server.stop()


def faults(page: Page, url: str) -> list[str]:
    """What is refused and what the console tells of errors while a page is opened."""
    found: list[str] = []

    def follow_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            found.append(message.text)

    def follow_answer(answer: Response) -> None:
        if answer.status >= 400:
            found.append(f"{answer.status} {answer.url}")

    page.on("console", follow_console)
    page.on("response", follow_answer)
    page.goto(url)
    page.get_by_role("heading", level=1).first.wait_for()
    page.wait_for_load_state("networkidle")
    return found


@pytest.mark.parametrize("path", [*PAGE_PATHS, "?city=denzlingen"])
def test_nothing_is_asked_for_in_vain_and_no_font_but_that_of_the_text(
    page: Page, url: str, path: str
) -> None:
    fonts: set[str] = set()
    page.on(
        "request",
        lambda asked: fonts.add(asked.url) if asked.resource_type == "font" else None,
    )

    assert faults(page, f"{url}/{path}") == []
    assert [urlsplit(font).path for font in fonts] == [f"/{text_font().url}"]


@pytest.mark.parametrize("path", PAGE_PATHS)
def test_nothing_is_asked_for_in_vain_under_a_base_path(
    page: Page, under_a_path: str, path: str
) -> None:
    assert faults(page, f"{under_a_path}/{path}?lang=en") == []


def test_under_a_base_path_the_map_is_drawn_and_an_unknown_path_leads_to_it(
    page: Page, under_a_path: str
) -> None:
    answer = page.goto(f"{under_a_path}/none?lang=en")
    assert answer is not None
    assert answer.status == 404

    page.get_by_role("link").click()

    expect(page).to_have_url(f"{under_a_path}/?lang=en")
    open_page(page, page.url)
    expect(page).to_have_title("Partner cities of Konstancin-Jeziorna")


def test_without_scripts_a_visitor_reads_our_words_alone(page: Page, url: str) -> None:
    assert page.context.browser is not None
    context = page.context.browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{url}/rada")

    words = "Ta strona wymaga JavaScriptu. Przeczytaj wersję tekstową."
    assert plain.locator("noscript p").all_inner_texts() == [words]
    picture = plain.get_by_role("img", name="Miasta partnerskie Konstancina-Jeziorny")
    assert picture.evaluate("image => image.naturalWidth") == 800
    context.close()
