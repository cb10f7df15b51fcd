"""What every test has: frozen tables, and a state folder of its own worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.folders import FROZEN
from tests.support.published import published


def pytest_addoption(parser: pytest.Parser) -> None:
    """An option for walks through pages that were meant to change."""
    told = "write down the walks of tests/browser/test_walks.py anew, for a person to review"
    parser.addoption("--write-walks", action="store_true", help=told)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test in a browser has a second try on a busy machine; the summary tells of each."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session", autouse=True)
def _folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads the town's own tables, and none leaves anything in the project."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARTNER_MAP_DATA", str(FROZEN))
        patch.setenv("PARTNER_MAP_STATE", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session")
def web(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A web server's root, with the published site below it; tests only read the site."""
    return published(tmp_path_factory)
