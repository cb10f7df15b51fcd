"""One real browser a worker, and as few real servers as tests allow.

``url`` is a server on the frozen tables, which no test changes; ``serve`` lends one server
to each test with tables of its own; ``mortal`` and ``start`` are for tests that end a
server or need one that never had good tables.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.support.folders import FROZEN
from tests.support.pages import new_context
from tests.support.server import LentServer, Server

BROWSERS = (
    "chromium-headless-shell",  # without windows and menus a page costs a third less
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)

expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def frozen_server() -> Iterator[Server]:
    """The program on the frozen tables; a test that halts it lets it go on."""
    server = Server(FROZEN)
    server.wait()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def url(frozen_server: Server) -> str:
    """The URL of the program on the frozen tables."""
    return frozen_server.url


@pytest.fixture(scope="session")
def lent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LentServer]:
    """The server that is lent to one test after another."""
    lent = LentServer(tmp_path_factory.mktemp("lent") / "tables", FROZEN)
    yield lent
    lent.server.stop()


@pytest.fixture
def serve(lent: LentServer) -> Callable[[Path], Server]:
    """Serves a folder of good tables, which the test may change."""
    return lent.lend


@pytest.fixture
def start() -> Iterator[Callable[[Path], Server]]:
    """Starts a server that no other test has used."""
    servers: list[Server] = []

    def started(folder: Path) -> Server:
        servers.append(Server(folder))
        servers[-1].wait()
        return servers[-1]

    yield started
    for server in servers:
        server.stop()


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """The frozen tables, for a test to change."""
    copy = tmp_path / "tables"
    shutil.copytree(FROZEN, copy)
    return copy


@pytest.fixture(scope="session")
def mortal_server() -> Iterator[Server]:
    """The server that tests end and begin again."""
    server = Server(FROZEN)
    yield server
    server.stop()


@pytest.fixture
def mortal(mortal_server: Server) -> Server:
    """A server for a test to end and to begin again, which now serves."""
    if mortal_server.process.poll() is not None:
        mortal_server.begin()
    mortal_server.wait()
    return mortal_server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--renderer-process-limit=1",  # a warm process opens a page a third cheaper
            ],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def used(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has the program's files in its cache, as of a visitor who comes again."""
    context = new_context(browser)
    context.new_page()  # keeps the process of the pages warm
    yield context
    context.close()


@pytest.fixture(scope="session")
def timed(browser: Browser) -> Iterator[BrowserContext]:
    """A browser like `used` whose clock the tests set: a clock is one for all its pages."""
    context = new_context(browser)
    context.clock.install()
    yield context
    context.close()


@pytest.fixture
def page(used: BrowserContext) -> Iterator[Page]:
    """A page of its own, of a browser that remembers no other test."""
    with _visit(used) as page:
        yield page


@pytest.fixture
def timed_page(timed: BrowserContext) -> Iterator[Page]:
    """A page like `page` whose clock the test sets."""
    with _visit(timed) as page:
        yield page


@pytest.fixture
def first_visit(browser: Browser) -> Iterator[Page]:
    """A page of a browser that was never here."""
    context = new_context(browser)
    yield _page(context)
    context.close()


@contextmanager
def _visit(context: BrowserContext) -> Iterator[Page]:
    page = _page(context)
    yield page
    origin = page.evaluate("origin")
    if origin.startswith("http"):
        devtools = context.new_cdp_session(page)
        devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    context.clear_cookies()
    context.clear_permissions()
    page.close()


def _page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.on("pageerror", lambda error: print("page error:", error))
    return page
