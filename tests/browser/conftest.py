"""A real server on a port of its own, and a real Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, WebSocket, expect, sync_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from partner_map.settings import PROJECT_FOLDER
from tests.support.folders import FROZEN

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
START = 60  # seconds


class Server:
    """The program as ``make run`` starts it, on a folder of tables."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.folder = folder
        self.url = f"http://127.0.0.1:{self.port}"
        self.begin()

    def begin(self) -> None:
        """Start, or start again at the same address."""
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "streamlit",
                "run",
                "app.py",
                "--server.port",
                str(self.port),
                "--server.address",
                "127.0.0.1",
            ],
            cwd=PROJECT_FOLDER,
            env=os.environ | {"PARTNER_MAP_DATA": str(self.folder)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def wait(self) -> None:
        deadline = time.monotonic() + START
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1).close()
            except OSError:
                if self.process.poll() is not None:
                    break
            else:
                return
        output = self.stop()
        raise AssertionError(f"the server did not start:\n{output}")

    def stop(self) -> str:
        self.process.terminate()
        output, _ = self.process.communicate(timeout=20)
        return output.decode(errors="replace")


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], Server]]:
    servers: dict[Path, Server] = {}

    def started(folder: Path) -> Server:
        if folder not in servers:
            servers[folder] = Server(folder)
            servers[folder].wait()
        return servers[folder]

    yield started
    for server in servers.values():
        server.stop()


@pytest.fixture(scope="session")
def url(serve: Callable[[Path], Server]) -> str:
    """The address of the program with its own data."""
    return serve(PROJECT_FOLDER / "data").url


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Server]:
    """A server for a test to end and to begin again, on tables of its own."""
    folder = tmp_path / "tables"
    shutil.copytree(FROZEN, folder)
    server = Server(folder)
    server.wait()
    yield server
    server.stop()


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
            ],
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1400, "height": 900}, locale="pl-PL", timezone_id="Europe/Warsaw"
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.on("pageerror", lambda error: print("page error:", error))
    yield page
    context.close()


expect.set_options(timeout=20_000)


def map_of(page: Page) -> FrameLocator:
    return page.frame_locator("iframe")


def open_page(page: Page, url: str) -> None:
    """Open the page and wait until the map is drawn."""
    page.goto(url)
    map_of(page).locator("[data-ready=true]").wait_for()


class Wire:
    """Counts the bytes that come over the page's websocket, and the script runs they tell of."""

    def __init__(self, page: Page) -> None:
        self.bytes = 0
        self.runs = 0
        self.finished = 0
        page.on("websocket", self._follow)

    def rest(self) -> None:
        """Wait until every run of the script has told that it is over."""
        while self.finished < self.runs:
            self.socket.wait_for_event("framereceived")

    def _follow(self, socket: WebSocket) -> None:
        self.socket = socket
        socket.on("framereceived", self._count)

    def _count(self, payload: str | bytes) -> None:
        self.bytes += len(payload)
        message = ForwardMsg()
        message.ParseFromString(payload if isinstance(payload, bytes) else payload.encode())
        self.runs += message.WhichOneof("type") == "new_session"
        self.finished += message.WhichOneof("type") == "script_finished"
