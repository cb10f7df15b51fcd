"""The chosen city's sheet: its links, what hands it on, and its page of paper."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.pages import open_page, until

SHARED = "navigator.share = async (what) => { window.handedOn = what; };"
NOT_SHARED = "navigator.share = undefined;"
NO_CLIPBOARD = NOT_SHARED + "Object.defineProperty(navigator, 'clipboard', { value: undefined });"


def share(page: Page, words: str) -> Locator:
    """What the button of that name opens."""
    page.locator(".st-key-share-panel").get_by_role("button", name=words).click()
    opened = page.get_by_test_id("stPopoverBody")
    opened.wait_for()
    return opened


def test_a_type_leads_to_its_exchanges_with_the_city_and_back(page: Page, url: str) -> None:
    open_page(page, f"{url}/?city=denzlingen")
    chip = page.locator(".st-key-sheet").get_by_role("link", name="szkoły")
    href = chip.get_attribute("href")
    page.evaluate("window.kept = true")

    chip.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Wymiany z miastami partnerskimi")
    expect(page).to_have_url(f"{url}/{href}")
    expect(page).to_have_url(re.compile("partner=denzlingen&type=school"))
    page.go_back()
    expect(page.get_by_role("heading", name="Denzlingen")).to_be_visible()
    assert page.evaluate("window.kept")


def test_the_sources_come_when_they_are_unfolded(page: Page, url: str) -> None:
    open_page(page, f"{url}/?city=denzlingen")
    source = page.get_by_role("link", name="konstancinjeziorna.pl").first
    expect(source).to_be_hidden()

    page.get_by_text(re.compile(r"Źródła \(\d\)")).click()

    expect(source).to_be_visible()


def test_share_hands_the_address_to_the_device(page: Page, url: str) -> None:
    page.add_init_script(SHARED)
    open_page(page, f"{url}/?city=denzlingen&year=2015")

    share(page, "Udostępnij").get_by_role("button", name="Przekaż odnośnik").click()

    until(page, "() => window.handedOn !== undefined")
    told = page.evaluate("window.handedOn")
    assert told["url"] == f"{url}/?city=denzlingen&year=2015"
    assert "Denzlingen" in told["title"]


def test_share_copies_the_address_where_the_device_shares_nothing(page: Page, url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(NOT_SHARED)
    open_page(page, f"{url}/?city=denzlingen&lang=en")

    share(page, "Share").get_by_role("button", name="Hand on the link").click()

    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_share_shows_the_address_where_it_cannot_be_copied(page: Page, url: str) -> None:
    page.add_init_script(NO_CLIPBOARD)
    open_page(page, f"{url}/?city=denzlingen")

    share(page, "Udostępnij").get_by_role("button", name="Przekaż odnośnik").click()

    link = page.get_by_role("textbox", name="Skopiuj ten odnośnik")
    expect(link).to_be_focused()
    expect(link).to_have_value(page.url)
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()


@pytest.mark.parametrize("query", ["city=denzlingen&year=2015&lang=en", "year=2015&lang=en"])
def test_the_poster_to_take_along_is_of_what_is_shown(page: Page, url: str, query: str) -> None:
    open_page(page, f"{url}/?{query}")

    poster = share(page, "Share").get_by_role("link", name="Poster A3 (PDF)")

    shown = parse_qs(urlsplit(str(poster.get_attribute("href"))).query)
    assert shown == parse_qs(f"{query}&size=A3")
    answer = page.request.get(urljoin(page.url, str(poster.get_attribute("href"))))
    assert answer.headers["content-type"] == "application/pdf"


def test_without_a_published_site_there_is_no_map_to_embed(page: Page, url: str) -> None:
    open_page(page, f"{url}/?city=denzlingen")

    expect(share(page, "Udostępnij").get_by_role("textbox")).to_have_count(0)


def test_a_kiosk_has_nothing_to_share(page: Page, url: str) -> None:
    open_page(page, f"{url}/?city=denzlingen&mode=kiosk")

    expect(page.get_by_role("heading", name="Denzlingen")).to_be_visible()
    expect(page.get_by_role("button", name="Udostępnij")).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?city=denzlingen", ["Umowę podpisano", "Co się działo", "i jeszcze", "Źródła"]),
        ("?city=leidschendam&lang=en", ["Accord signed", "What has happened", "Sources"]),
    ],
)
def test_on_paper_a_city_is_one_page(page: Page, url: str, query: str, said: list[str]) -> None:
    open_page(page, f"{url}/{query}")
    sheet = page.locator(".st-key-sheet")
    paper = sheet.locator(".paper")
    expect(paper).to_contain_text(page.url)
    expect(paper).to_be_hidden()

    page.emulate_media(media="print")

    for words in said:
        expect(sheet).to_contain_text(words)
    expect(paper.get_by_role("img")).to_be_visible()
    expect(page.locator(".st-key-explorer iframe")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    assert paper.get_by_role("img").evaluate("(code) => code.naturalWidth") > 0
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
