"""A browser that refuses to write its history, as WebKit does after 100 writes in 30 s."""

from __future__ import annotations

import pytest

from tests.support.engine import Engine

pytestmark = pytest.mark.thorough

WRITE_OFTEN = """() => {
  for (let number = 0; number < 150; number += 1) history.replaceState(history.state, '', '');
}"""


def test_the_presentation_goes_on_and_its_address_follows(engine: Engine, url: str) -> None:
    engine.open(f"{url}/rada?step=cesis")
    engine.shows("heading", "Cēsis")
    engine.evaluate(WRITE_OFTEN)

    for key, city in (("PageUp", "Pisogne"), ("PageUp", "Krzemieniec"), ("PageDown", "Pisogne")):
        engine.press(key)
        engine.shows("heading", city)

    engine.address("step=pisogne")
    assert engine.errors() == []


def test_slider_and_list_go_on_and_their_address_follows(engine: Engine, url: str) -> None:
    engine.open(f"{url}/?year=2018")
    engine.drawn("data-ready", "true")
    engine.evaluate(WRITE_OFTEN)

    engine.focus("slider", "")
    engine.press("ArrowLeft")
    engine.drawn("data-year", "2017")
    engine.click("radio", "Pisogne")

    engine.shows("heading", "Pisogne")
    engine.drawn("data-selected", "pisogne")
    engine.address("?year=2017&city=pisogne")
    assert engine.errors() == []
