"""The kiosk's tour and its reset, in each engine."""

from __future__ import annotations

import pytest

from partner_map import settings
from tests.support.engine import Engine

pytestmark = pytest.mark.thorough

COUNTDOWN = 20  # seconds
GO_ON = """(seconds) => {
  const now = Date.now;
  Date.now = () => now() + (seconds + 1) * 1000;
}"""
"""Lets a little more than so many seconds pass for the page's script."""

SHIELD = "document.querySelector('.kiosk-shield').checkVisibility()"
"""Whether the page invites to touch it, during the tour."""


def open_kiosk(engine: Engine, url: str, query: str = "") -> None:
    engine.open(f"{url}/?mode=kiosk{query}")
    engine.drawn("data-ready", "true")
    engine.wait("() => window.partnerMapTour !== undefined")


def test_the_tour_begins_by_itself_and_ends_with_a_touch(engine: Engine, url: str) -> None:
    open_kiosk(engine, url)
    engine.evaluate(GO_ON, settings.kiosk_tour_seconds())

    engine.wait(f"() => {SHIELD}")
    engine.click_at((500, 400))

    engine.wait(f"() => !{SHIELD}")
    engine.click("radio", "Pisogne")
    engine.drawn("data-selected", "pisogne")
    assert engine.errors() == []


def test_what_a_visitor_left_is_gone_after_the_countdown(engine: Engine, url: str) -> None:
    open_kiosk(engine, url, "&city=denzlingen&year=2015&lang=en")
    engine.drawn("data-selected", "denzlingen")

    engine.evaluate(GO_ON, settings.kiosk_reset_seconds())
    engine.shows("alertdialog", "")
    engine.evaluate(GO_ON, COUNTDOWN)

    engine.address("/?mode=kiosk")
    engine.drawn("data-selected", "")
    engine.shows("heading", "Miasta partnerskie")
