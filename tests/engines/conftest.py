"""One warm browser of each engine beside Chromium, and one server on the frozen tables."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import firefox, webkit
from tests.support.engine import Engine
from tests.support.folders import FROZEN
from tests.support.server import Server


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    """The URL of the program on the frozen tables."""
    server = Server(FROZEN)
    server.wait()
    yield server.url
    server.stop()


@pytest.fixture(
    scope="session", params=["Firefox", pytest.param("WebKit", marks=pytest.mark.thorough)]
)
def browser(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """A browser that has the program's files in its cache, as of a visitor who comes again."""
    folder = tmp_path_factory.mktemp("home")
    browser = _firefox(folder) if request.param == "Firefox" else _webkit(folder)
    if browser is None:
        pytest.skip(f"{request.param} is not installed here; make browsers installs it")
    with browser:
        yield browser


def _firefox(folder: Path) -> Engine | None:
    program = next(filter(None, map(shutil.which, firefox.PROGRAMS)), None)
    return firefox.Firefox(program, folder) if program else None


def _webkit(folder: Path) -> Engine | None:
    program = next(iter(webkit.browsers()), None)
    has_all = program and all(map(shutil.which, (webkit.DRIVER, webkit.SCREEN)))
    return webkit.WebKit(program, folder) if program and has_all else None


@pytest.fixture
def engine(browser: Engine) -> Engine:
    """The browser with a desk's window, and with nothing noted of another test."""
    browser.resize(1400, 900)
    browser.errors()
    return browser
