"""A page that has lost its server, or whose network holds back the websocket."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.support.pages import open_page
from tests.support.server import Server

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
    page.wait_for_function("document.querySelector('[data-testid=stDialog]') !== null")
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
