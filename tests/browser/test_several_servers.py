"""Several processes behind nginx, as deploy/ has it: one that is killed costs its visitors one
reconnect, and nothing of what they looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.nginx import Front, in_front_of, is_there
from tests.support.folders import FROZEN
from tests.support.pages import PATIENCE, Wire, drawn, open_page
from tests.support.server import Server

pytestmark = pytest.mark.skipif(not is_there(), reason="nginx is not installed here")
START = "/mapa/?year=2011&type=school&lang=en"
EXCHANGES = "/mapa/wymiany?lang=en"


@pytest.fixture(scope="module")
def processes() -> Iterator[dict[str, Server]]:
    """Two processes of the program, by the address at which nginx finds them."""
    both = [Server(FROZEN, base="mapa") for _ in range(2)]
    yield {f"127.0.0.1:{one.port}": one for one in both}
    for one in both:
        one.stop()


@pytest.fixture
def front(processes: dict[str, Server], tmp_path: Path) -> Iterator[Front]:
    """nginx in front of both, which now serve."""
    for one in processes.values():
        if one.process.poll() is not None:
            one.begin()
    for one in processes.values():
        one.wait()
    ports = [one.port for one in processes.values()]
    with in_front_of(ports, tmp_path, tmp_path) as front:
        yield front


@pytest.fixture(autouse=True)
def _patience(page: Page) -> None:
    """Two servers that start share the machine with the page."""
    page.set_default_timeout(PATIENCE)


def kill_and_reconnect(page: Page, wire: Wire, server: Server) -> None:
    """End a process as a fault would, and wait until another one has run its visitor's page."""
    wire.rest()
    finished = wire.finished
    with page.expect_event("websocket"):
        server.process.kill()
        server.process.wait()
    # The page asks twice; the first of these runs gives way to the second and tells no end.
    while wire.finished == finished:
        wire.socket.wait_for_event("framereceived")


def test_a_visitor_of_a_killed_process_goes_on_where_they_were(
    page: Page, front: Front, processes: dict[str, Server]
) -> None:
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    wire = Wire(page)
    open_page(page, f"{front.root}{START}")
    page.get_by_role("radio", name=re.compile("^Denzlingen")).click()
    drawn(page, "data-selected", "denzlingen")
    page.get_by_role("slider").press("ArrowRight")
    expect(page).to_have_url(re.compile("year=2012"))
    wire.rest()
    address = page.url

    kill_and_reconnect(page, wire, processes[front.answered_by(START)])

    assert page.url == address
    drawn(page, "data-year", "2012")
    drawn(page, "data-selected", "denzlingen")
    expect(page.get_by_role("button", name="Filter (1)")).to_be_visible()
    page.get_by_role("slider").press("ArrowRight")
    drawn(page, "data-year", "2013")
    expect(page).to_have_url(re.compile("year=2013"))
    assert len(sockets) == 2


def test_a_visitor_who_has_moved_gets_downloads_when_the_process_is_back(
    page: Page, front: Front, processes: dict[str, Server]
) -> None:
    wire = Wire(page)
    open_page(page, f"{front.root}{EXCHANGES}")
    first = processes[front.answered_by(EXCHANGES)]
    kill_and_reconnect(page, wire, first)
    first.begin()
    first.wait()

    page.get_by_role("button", name="Download").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Exchanges (CSV)").click()

    assert waiting.value.path().read_bytes()
    assert waiting.value.failure() is None
