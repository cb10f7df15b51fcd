"""Photos in the sheet and on the cards: seen, described, and never sent with a step."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.folders import PARTNER, write_folder
from tests.support.pages import Wire, drawn, open_page, until
from tests.support.photos import DESCRIBED, SUNG, photo, write_photo
from tests.support.server import Server

MAX_STEP_BYTES = 8192
PHOTO = DESCRIBED | {"photo_alt_pl": "Chór przed <ratuszem>.", "photo_author": "Projekt <b>"}
SOURCE = "źródło zdjęcia: example.org"
HAS_COME = """() => document.querySelector("figure img")?.naturalWidth > 0"""


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of the program with a photo of a partner and one of an exchange."""
    folder = tmp_path_factory.mktemp("pictured")
    write_photo(folder, "choir.jpg", photo(width=1200, height=900))
    write_photo(folder, "2010/hall.png", photo("PNG", width=900, height=600))
    event = SUNG | PHOTO | {"photo": "2010/hall.png", "photo_alt_pl": "Sala."}
    server = Server(write_folder(folder, [PARTNER | PHOTO], [event]))
    server.wait()
    yield server.url
    server.stop()


def shown(page: Page, image: Locator) -> None:
    """Wait until a photo has come."""
    image.scroll_into_view_if_needed()
    until(page, HAS_COME)


def test_the_sheet_shows_the_photo_with_its_caption(page: Page, pictured: str) -> None:
    open_page(page, f"{pictured}/?city=hranice")
    image = page.locator(".st-key-sheet figure img")

    shown(page, image)

    width, height = image.evaluate("image => [image.width, image.height]")
    assert abs(width / height - 4 / 3) < 0.02
    expect(image).to_have_attribute("alt", "Chór przed <ratuszem>.")
    expect(page.locator(".st-key-sheet figcaption")).to_have_text(
        "Autor: Projekt <b> · licencja: CC0 1.0 · źródło: example.org"
    )
    assert image.evaluate("image => image.currentSrc").endswith(".webp")


def test_the_source_of_the_photo_opens_beside_the_page(page: Page, pictured: str) -> None:
    open_page(page, f"{pictured}/?city=hranice")

    source = page.locator(".st-key-sheet").get_by_role("link", name=SOURCE)

    expect(source).to_have_text("example.org")
    expect(source).to_have_attribute("href", "https://example.org/choir")
    expect(source).to_have_attribute("target", "_blank")
    expect(source).to_have_attribute("rel", "noopener noreferrer")


def test_in_a_kiosk_the_photo_leads_nowhere(page: Page, pictured: str) -> None:
    open_page(page, f"{pictured}/?city=hranice&mode=kiosk")

    caption = page.locator(".st-key-sheet figcaption")

    expect(caption).to_contain_text("źródło: example.org")
    expect(caption.get_by_role("link")).to_have_count(0)


def test_in_the_presentation_too_the_source_of_the_photo_opens_beside_it(
    page: Page, pictured: str
) -> None:
    page.goto(f"{pictured}/rada?step=hranice")

    source = page.locator(".step-photo").get_by_role("link", name=SOURCE)

    expect(source).to_have_attribute("href", "https://example.org/choir")
    expect(source).to_have_attribute("target", "_blank")
    expect(source).to_have_attribute("rel", "noopener noreferrer")


def test_a_step_with_the_same_city_sends_no_photo(page: Page, pictured: str) -> None:
    wire = Wire(page)
    open_page(page, f"{pictured}/?city=hranice&year=2024")
    image = page.locator(".st-key-sheet figure img")
    shown(page, image)
    image.evaluate("image => { image.dataset.kept = 'yes'; }")
    wire.rest()
    bytes_before, photos_before = wire.bytes, wire.elements["html"]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    drawn(page, "data-year", "2025")
    expect(page).to_have_url(re.compile("year=2025"))
    wire.rest()

    assert 0 < wire.bytes - bytes_before <= MAX_STEP_BYTES
    assert wire.elements["html"] == photos_before > 0
    assert not [url for url in asked if "/photos/" in url]
    expect(image).to_have_attribute("data-kept", "yes")


def test_a_card_shows_the_photo_of_the_newest_exchange(page: Page, pictured: str) -> None:
    page.goto(f"{pictured}/wymiany")
    image = page.locator(".st-key-card-hranice figure img")

    shown(page, image)

    expect(image).to_have_attribute("alt", "Sala.")
