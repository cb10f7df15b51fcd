"""A page that has lost its server, or whose network holds back the websocket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, WebSocketRoute, expect

from tests.support.folders import FROZEN
from tests.support.pages import Wire, choose_language, map_of, open_page, until
from tests.support.server import Server
from tests.support.slow_line import SlowLine

SHORT_MEMORY = Path(__file__).parents[1] / "support" / "short_memory"
"""What makes a server forget soon."""
WITHIN = 8_000
"""Milliseconds after which a visitor is told."""
SOCKET = re.compile("/_stcore/stream")
LOST = {
    "pl": "Chwilowo brak połączenia",
    "en": "No connection at the moment",
}
BLOCKED = {
    "pl": "Ta sieć zatrzymuje połączenie",
    "en": "This network holds back the connection",
}
WAYS = {
    "pl": ("miasta partnerskie i wymiany jako tekst", "Co się działo"),
    "en": ("the partners and exchanges as text", "What has happened"),
}
"""The link to what can be read without a websocket, and words that stand there."""
FILES = {
    "pl": "prezentację w pliku do zapisania",
    "en": "the presentation, as a file to keep",
}
TELLS = """
    window.told = [];
    new MutationObserver(() => {
      const box = document.querySelector(".connection-notice");
      if (box?.textContent) window.told.push(box.textContent);
    }).observe(document, { childList: true, subtree: true });
"""
"""Keeps what a page has said of its connection, however shortly."""


@dataclass(frozen=True)
class Words:
    """Words that a choice shows, in each language."""

    polish: str
    english: str


CHOSEN = {
    "?year=2012&city=hranice&type=sport": Words(
        "Hranice na Moravě, powiat Přerov", "as of the end of 2012"
    ),
    "wymiany?type=school&country=DE": Words("1 miasto · 3 wydarzenia", "1 city · 3 events"),
}
"""What a visitor has chosen, as an address."""
DELAY = 0.8  # seconds each way
ONE_LOST_OF = 50
SLOW = 90_000
"""Milliseconds in which a page comes over the slow line."""


def told(page: Page, words: str) -> None:
    """Wait until the page says this by itself."""
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible(timeout=WITHIN)


def test_a_lost_server_is_told_in_the_visitors_language_until_it_is_back(
    page: Page, mortal: Server
) -> None:
    open_page(page, f"{mortal.url}/?lang=pl")

    mortal.stop()
    told(page, LOST["pl"])
    # Streamlit's own dialogue comes later, after some vain attempts.
    until(page, "() => document.querySelector('[data-testid=stDialog]') !== null")
    expect(page.get_by_role("dialog")).to_be_hidden()
    mortal.begin()
    mortal.wait()

    expect(page.get_by_text(LOST["pl"])).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_websocket_that_is_blocked_from_the_start_is_told(
    page: Page, url: str, language: str
) -> None:
    page.route_web_socket(SOCKET, lambda socket: socket.close())

    page.goto(f"{url}/?lang={language}")

    told(page, BLOCKED[language])


def test_a_websocket_that_is_cut_is_told_until_it_is_let_through(page: Page, url: str) -> None:
    sockets: list[WebSocketRoute] = []
    blocked = False

    def connect(socket: WebSocketRoute) -> None:
        if blocked:
            socket.close()
        else:
            socket.connect_to_server()
            sockets.append(socket)

    page.route_web_socket(SOCKET, connect)
    open_page(page, f"{url}/?lang=en")

    blocked = True
    sockets[-1].close()
    told(page, BLOCKED["en"])
    blocked = False

    expect(page.get_by_text(BLOCKED["en"])).to_have_count(0)


@pytest.mark.parametrize("language", ["pl", "en"])
def test_without_a_websocket_the_exchanges_can_be_read_all_the_same(
    page: Page, url: str, language: str
) -> None:
    page.route_web_socket(SOCKET, lambda socket: socket.close())
    page.goto(f"{url}/wymiany?lang={language}")
    told(page, BLOCKED[language])
    words, heading = WAYS[language]

    with page.expect_download() as saved:
        page.get_by_role("link", name=FILES[language]).click()
    page.get_by_role("link", name=words).click()

    assert saved.value.suggested_filename == "presentation.html"
    expect(page.get_by_role("heading", name=heading).first).to_be_visible()
    expect(page).to_have_title(re.compile("Konstancin"))


@pytest.mark.parametrize("language", ["pl", "en"])
def test_without_scripts_the_page_leads_to_what_can_be_read(
    browser: Browser, url: str, language: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}/o-danych?lang={language}")

    page.get_by_role("link").click()

    expect(page.get_by_role("heading", name=WAYS[language][1]).first).to_be_visible()
    context.close()


def test_a_slow_line_gives_no_false_alarm(first_visit: Page, frozen_server: Server) -> None:
    page = first_visit
    line = SlowLine(frozen_server.port, DELAY, ONE_LOST_OF)
    page.set_default_timeout(SLOW)
    page.add_init_script(TELLS)

    page.goto(f"{line.url}/?year=2010")
    map_of(page).locator("[data-ready=true]").wait_for()
    page.get_by_role("slider").press("ArrowRight")
    map_of(page).locator("[data-year='2011']").wait_for()

    assert page.evaluate("window.told") == []
    line.close()


@pytest.fixture
def forgetful() -> Iterator[Server]:
    """A server for which two minutes without a connection, after which it forgets, are over."""
    server = Server(FROZEN, environment={"PYTHONPATH": str(SHORT_MEMORY)})
    server.wait()
    yield server
    server.stop()


def test_what_was_chosen_is_still_there_after_three_minutes_without_a_network(
    timed_page: Page, forgetful: Server
) -> None:
    sockets: list[WebSocketRoute] = []
    is_offline = False

    def connect(socket: WebSocketRoute) -> None:
        if is_offline:
            socket.close()
        else:
            socket.connect_to_server()
            sockets.append(socket)

    timed_page.set_viewport_size({"width": 390, "height": 844})
    timed_page.route_web_socket(SOCKET, connect)
    chosen = ["year=2012", "city=hranice", "type=sport", "country=CZ"]
    open_page(timed_page, f"{forgetful.url}/?{'&'.join(chosen)}")
    main = timed_page.get_by_role("main")
    expect(main).to_contain_text("Hranice na Moravě, powiat Přerov")

    is_offline = True
    timed_page.context.set_offline(True)
    sockets[-1].close()
    until(
        timed_page,
        "() => document.querySelector('[data-test-connection-state=CONNECTED]') === null",
    )
    timed_page.clock.run_for("03:00")
    told(timed_page, LOST["pl"])
    expect(main).to_contain_text("Hranice na Moravě, powiat Přerov")
    is_offline = False
    timed_page.context.set_offline(False)
    timed_page.clock.run_for("01:00")

    expect(timed_page.get_by_text(LOST["pl"])).to_have_count(0)
    choose_language(timed_page, "English")
    expect(main).to_contain_text("as of the end of 2012")
    expect(main).to_contain_text("Hranice na Moravě, Přerov district")
    for part in chosen:
        expect(timed_page).to_have_url(re.compile(part))


def test_what_was_chosen_is_still_there_when_the_server_has_forgotten_the_visit(
    used: BrowserContext, mortal: Server
) -> None:
    """As after minutes without a network: the server keeps a visit for two minutes."""
    pages = {path: used.new_page() for path in CHOSEN}
    wires = {path: Wire(page) for path, page in pages.items()}
    for path, page in pages.items():
        page.set_viewport_size({"width": 390, "height": 844})
        open_page(page, f"{mortal.url}/{path}")
        expect(page.get_by_role("main")).to_contain_text(CHOSEN[path].polish)

    mortal.stop()
    for path, page in pages.items():
        told(page, LOST["pl"])
        expect(page.get_by_role("main")).to_contain_text(CHOSEN[path].polish)
    before = {path: wire.runs for path, wire in wires.items()}
    mortal.begin()
    mortal.wait()

    for path, page in pages.items():
        expect(page.get_by_text(LOST["pl"])).to_have_count(0)
        wire = wires[path]
        while wire.runs == before[path]:
            wire.socket.wait_for_event("framereceived")
        wire.rest()
        choose_language(page, "English")
        expect(page.get_by_role("main")).to_contain_text(CHOSEN[path].english)
        for part in path.partition("?")[2].split("&"):
            expect(page).to_have_url(re.compile(part))
        page.close()
