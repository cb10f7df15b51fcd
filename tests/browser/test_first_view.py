"""The first view of the map's page, until the live map gives it its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from partner_map.picture.sizes import Size
from partner_map.server.pictures import BARE_SIZES
from tests.support.folders import PARTNER, write_folder
from tests.support.pages import HOSTILE, STOLEN, map_of, open_page, until
from tests.support.server import Server

SOCKET = re.compile("/_stcore/stream")
PICTURE = re.compile(r"/map\.webp\?")
SIZES = [(1400, 900), (390, 844)]
TITLE = {
    "pl": "Miasta partnerskie Konstancina-Jeziorny",
    "en": "Partner cities of Konstancin-Jeziorna",
}
BLOCKED = {"pl": "Ta sieć zatrzymuje połączenie", "en": "This network holds back the connection"}
MOST_MOVED = 3
"""Pixels between a part of the first view and the same part of the live page."""
MOST_SHIFT = 0.02
"""Of the cumulative layout shift."""
PARTS = {
    ".first-header h1": ".st-key-header h1",
    ".first-map": ".st-key-explorer iframe",
    ".first-timeline > p": ".st-key-year-words p",
    ".first-play": ".st-key-play button",
    ".first-timeline .legend": ".st-key-timeline .legend",
    ".first-aside": ".st-key-aside",
    "#summary h2": ".st-key-summary h2",
    "#cities li:first-child": "[class*=st-key-cities-] button:first-child",
    "#cities li:last-child": "[class*=st-key-cities-] button:last-child",
    ".first-footer li:first-child": ".st-key-footer li:first-child",
}
"""Parts of the first view, and where the live page has them."""
PLACES = """(parts) => parts.map((part) => {
  const { left, top } = document.querySelector(part).getBoundingClientRect();
  return [left, top];
})"""
SHIFTS = """
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
"""
GONE = "() => document.getElementById('first-view') === null"


class Gate:
    """What holds back the page's websocket until it is opened."""

    def __init__(self, page: Page) -> None:
        self.is_open = False
        page.route_web_socket(SOCKET, self._connect)

    def _connect(self, socket: WebSocketRoute) -> None:
        if self.is_open:
            socket.connect_to_server()
        else:
            socket.close()


@pytest.mark.parametrize("language", ["pl", "en"])
def test_without_a_websocket_it_stays_and_leads_on(page: Page, url: str, language: str) -> None:
    page.route_web_socket(SOCKET, lambda socket: socket.close())

    page.goto(f"{url}/?lang={language}")

    expect(page.get_by_role("status").filter(has_text=BLOCKED[language])).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE[language])
    picture = page.get_by_role("img").first
    expect(picture).to_be_visible()
    until(page, "() => document.querySelector('#first-view img').naturalWidth > 0")
    page.get_by_role("link", name="Denzlingen").click()
    expect(page.get_by_role("heading", name="Denzlingen")).to_be_visible()


def test_while_it_stands_the_page_below_is_there_for_nobody(page: Page, url: str) -> None:
    page.route_web_socket(SOCKET, lambda socket: socket.close())

    page.goto(f"{url}/?lang=en")
    until(page, "() => document.querySelector('[data-test-connection-state]') !== null")

    expect(page.get_by_role("main")).to_have_count(1)
    until(
        page,
        """() => [...document.querySelectorAll('#root, #root *')]
          .every((one) => getComputedStyle(one).visibility === 'hidden')""",
    )


def test_the_live_page_is_loaded_after_the_picture(page: Page, url: str) -> None:
    came: list[str] = []
    page.on("requestfinished", lambda request: came.append(request.url))

    open_page(page, f"{url}/?lang=en")

    first, *_ = [one for one in came if PICTURE.search(one) or one.endswith(".js")]
    assert PICTURE.search(first)
    assert any(one.endswith("/page.js") for one in came)


def test_a_picture_that_is_long_in_coming_holds_the_live_page_up_for_a_while_only(
    page: Page, url: str
) -> None:
    page.route(PICTURE, lambda _: None)

    page.goto(f"{url}/?lang=en", wait_until="commit")

    map_of(page).locator("[data-ready=true]").wait_for()


def test_then_there_is_the_live_page_alone(page: Page, url: str) -> None:
    open_page(page, f"{url}/?lang=en")

    until(page, GONE)

    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("slider")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_it_gives_way_without_a_jump(page: Page, url: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, f"{url}/?lang=en")  # the font is in the cache from here on
    page.add_init_script(SHIFTS)
    gate = Gate(page)

    page.goto(f"{url}/?lang=en")
    page.get_by_role("heading", level=1).wait_for()
    before = page.evaluate(PLACES, list(PARTS))
    until(page, "() => document.querySelector('[data-test-connection-state]') !== null")
    gate.is_open = True
    until(page, GONE)
    after = page.evaluate(PLACES, list(PARTS.values()))

    moved = {
        part: (was, now)
        for part, was, now in zip(PARTS, before, after, strict=True)
        if max(abs(a - b) for a, b in zip(was, now, strict=True)) > MOST_MOVED
    }
    assert moved == {}
    assert page.evaluate("window.shift") <= MOST_SHIFT


def test_who_has_read_on_is_still_there_when_it_gives_way(page: Page, url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    gate = Gate(page)
    page.goto(f"{url}/?lang=en")
    until(page, "() => document.querySelector('[data-test-connection-state]') !== null")

    page.get_by_role("link", name="Denzlingen").focus()
    page.evaluate("window.scrollTo(0, 300)")
    gate.is_open = True
    until(page, GONE)

    expect(page.get_by_role("radio", name="Denzlingen")).to_be_focused()
    until(page, "() => document.querySelector('[data-testid=stMain]').scrollTop === 300")


def test_where_the_map_does_not_come_the_page_comes_all_the_same(page: Page, url: str) -> None:
    page.route("**/data/partners.geojson*", lambda route: route.abort())

    page.goto(f"{url}/?lang=en")
    until(page, GONE)

    expect(page.get_by_role("slider")).to_be_visible()


def test_no_cell_runs_in_it(page: Page, tmp_path: Path, serve: Callable[[Path], Server]) -> None:
    names = {f"name_{code}": HOSTILE for code in ("pl", "en")}
    server = serve(write_folder(tmp_path / "tables", [PARTNER | names]))
    page.route_web_socket(SOCKET, lambda socket: socket.close())

    page.goto(f"{server.url}/?lang=en")

    expect(page.locator("#cities .name").first).to_contain_text("<script>window.stolen=1</script>")
    assert page.evaluate("window.stolen") is None
    assert not STOLEN.exists()


@pytest.mark.parametrize(("window", "size"), list(zip(SIZES, BARE_SIZES[::2], strict=True)))
def test_its_picture_is_as_large_as_the_map(
    page: Page, url: str, window: tuple[int, int], size: Size
) -> None:
    page.set_viewport_size({"width": window[0], "height": window[1]})
    open_page(page, f"{url}/?lang=en")

    width, height = (
        map_of(page)
        .locator("[data-ready]")
        .evaluate("(map) => [map.clientWidth, map.clientHeight]")
    )

    assert (width, height) == (size.width, size.height)
