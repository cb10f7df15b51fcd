"""The published pages in each engine: a step, a city, back, and from a disk."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from partner_map.server.streamlit_host import text_font
from partner_map.site.publish import publish
from partner_map.tables import read_dataset
from tests.support.engine import Engine
from tests.support.folders import FROZEN
from tests.support.static_files import served

TODAY = datetime.date(2026, 11, 26)
DRAWN = "() => document.querySelector(`.leaflet-container[data-ready='true']`)?.dataset.{name}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("web")
    publish(read_dataset(FROZEN), root / "site", "https://example.pl/site/", TODAY, text_font())
    return root


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    with served(folder) as root:
        yield f"{root}site/"


def test_the_explorer_stands_and_a_city_comes_in(engine: Engine, site: str) -> None:
    engine.open(f"{site}?year=2008")
    engine.wait(DRAWN.format(name="year") + " === '2008'")
    assert "2008" in engine.evaluate("() => document.querySelector('#year-words').textContent")

    engine.evaluate("() => document.querySelector('#cities a[data-city=hranice]').click()")
    engine.wait("() => document.activeElement?.id === 'city'")
    assert engine.evaluate("() => location.pathname") == "/site/hranice/"

    engine.back()
    engine.wait("() => document.querySelector('#cities a[data-city=hranice]') !== null")
    assert engine.errors() == []


def test_it_opens_from_a_disk(engine: Engine, folder: Path) -> None:
    engine.open((folder / "site" / "index.html").as_uri())

    engine.wait(DRAWN.format(name="year") + " === '2026'")
