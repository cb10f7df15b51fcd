"""In every language the words find room, on a phone and on a desk, and a menu leads there."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from partner_map.i18n.translator import language_names
from partner_map.model import LANGUAGES
from tests.support.pages import choose_language, language_menu, open_page, until

WIDTHS = (320, 390, 1280)
PATHS = (
    "",
    "?city=leidschendam",
    "wymiany",
    "o-danych",
    "wersja-tekstowa",
    "deklaracja-dostepnosci",
)
CLIPPED = """() => [...document.querySelectorAll(
    "h1, h2, h3, button, summary, label, main a, header a, [role=banner] a, [role=contentinfo] a"
)].filter((element) => element.checkVisibility({ visibilityProperty: true }) &&
    element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1
).map((element) => `${element.tagName} ${element.textContent}`)"""
BROKEN = """() => [...document.querySelectorAll(
    "[role=banner] :is(button, a), .st-key-play button")].filter((control) => {
    if (!control.checkVisibility({ visibilityProperty: true })) return false;
    const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        for (const { index, 0: word } of walker.currentNode.data.matchAll(/[^\\s-]+/g)) {
            const range = document.createRange();
            range.setStart(walker.currentNode, index);
            range.setEnd(walker.currentNode, index + word.length);
            if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
                return true;
        }
    }
    return false;
}).map((control) => control.textContent)"""
"""Controls in which a word is broken over two lines."""
LINES = """() => {
    const title = document.querySelector("h1");
    return Math.round(title.clientHeight / parseFloat(getComputedStyle(title).lineHeight));
}"""


def found(page: Page, width: int) -> list[str]:
    """What has no room in a window of this width."""
    page.set_viewport_size({"width": width, "height": 800})
    until(page, "(width) => innerWidth === width", width)
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [
        *([f"the page is {wide} wide"] if wide > width else []),
        *(f"clipped: {text}" for text in page.evaluate(CLIPPED)),
        *(f"broken: {text}" for text in page.evaluate(BROKEN)),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_page_finds_room(page: Page, url: str, language: str) -> None:
    wanting = []
    for path in PATHS:
        page.goto(f"{url}/{path}{'&' if '?' in path else '?'}lang={language}")
        page.get_by_role("contentinfo").get_by_role("listitem").last.wait_for()
        for width in WIDTHS:
            wanting += [f"{path} {width}: {what}" for what in found(page, width)]
            lines = page.evaluate(LINES)
            wanting += (
                [f"{path} {width}: a title of {lines} lines"] if path == "" and lines > 2 else []
            )

    assert wanting == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_presentation_finds_room(page: Page, url: str, language: str) -> None:
    page.goto(f"{url}/rada?lang={language}&step=nowa-wilejka")
    page.locator(".presentation [data-ready=true]").wait_for()

    wanting = [f"{width}: {what}" for width in WIDTHS for what in found(page, width)]

    assert wanting == []


@pytest.fixture(scope="module")
def shared(used: BrowserContext, url: str) -> Iterator[Page]:
    """A chosen city, on a page that goes from language to language."""
    page = used.new_page()
    open_page(page, f"{url}/?city=cesis")
    yield page
    page.close()


@pytest.mark.parametrize("language", [*(code for code in LANGUAGES if code != "pl"), "pl"])
def test_the_menu_leads_to_each_language_by_its_own_name(shared: Page, language: str) -> None:
    page = shared

    language_menu(page).click()
    expect(
        page.get_by_role("button", name=language_names()[language], exact=True)
    ).to_have_attribute("lang", language)
    page.keyboard.press("Escape")
    choose_language(page, language_names()[language])

    expect(page.locator("html")).to_have_attribute("lang", language)
    address = re.compile("city=cesis$" if language == "pl" else f"lang={language}")
    expect(page).to_have_url(address)
    own = language_names()[language]
    expect(language_menu(page)).to_have_accessible_name(re.compile(rf": {own} \({language}\)$"))


def test_a_page_brings_the_words_of_a_language_when_it_is_chosen(page: Page, url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_page(page, url)
    assert not [address for address in asked if "page-words" in address]

    choose_language(page, "Українська")

    expect(page.get_by_role("navigation", name="Сторінки").first).to_be_visible()
    assert [address for address in asked if "page-words" in address] == [
        f"{url}/data/page-words.json?lang=uk"
    ]


def test_a_text_in_another_language_carries_it_and_a_sign(page: Page, url: str) -> None:
    open_page(page, f"{url}/?city=hranice&lang=uk")

    story = page.locator("em[lang=en]").filter(has_text="(en)").first
    expect(story).to_have_attribute("title", "англійська")


def test_the_menu_is_named_as_the_language_sets_it(page: Page, url: str) -> None:
    open_page(page, f"{url}/?lang=fr")

    expect(language_menu(page)).to_have_accessible_name("Langues\u00a0: Français (fr)")
