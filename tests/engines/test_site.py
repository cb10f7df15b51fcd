"""The published pages in each engine: a step, a city, back, and from a disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.engine import Engine
from tests.support.published import PATH
from tests.support.static_files import served

DRAWN = "() => document.querySelector(`.leaflet-container[data-ready='true']`)?.dataset.{name}"


@pytest.fixture(scope="module")
def site(web: Path) -> Iterator[str]:
    with served(web) as root:
        yield f"{root}{PATH}/"


def test_the_explorer_stands_and_a_city_comes_in(engine: Engine, site: str) -> None:
    engine.open(f"{site}?year=2008")
    engine.wait(DRAWN.format(name="year") + " === '2008'")
    assert "2008" in engine.evaluate("() => document.querySelector('#year-words').textContent")

    engine.click("link", "2006 Hranice")
    engine.wait("() => document.activeElement?.id === 'city'")
    assert engine.evaluate("() => location.pathname") == f"/{PATH}/hranice/"

    engine.back()
    engine.wait("() => document.querySelector('#cities a[data-city=hranice]') !== null")
    assert engine.errors() == []


def test_it_opens_from_a_disk(engine: Engine, web: Path) -> None:
    engine.open((web / PATH / "index.html").as_uri())

    engine.wait(DRAWN.format(name="year") + " === '2026'")
