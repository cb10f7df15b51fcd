"""A page that is left open over the town's New Year moves on."""

from __future__ import annotations

import datetime

import pytest
from streamlit.testing.v1 import AppTest

from partner_map import clock
from partner_map.settings import PROJECT_FOLDER

SHELL = PROJECT_FOLDER / "partner_map" / "ui" / "shell.py"
EVE = datetime.datetime(2027, 12, 31, 22, 59, tzinfo=datetime.UTC)
NEW_YEAR = EVE + datetime.timedelta(minutes=1)


def opened(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setattr(clock, "machine_now", lambda: EVE)
    return AppTest.from_file(str(SHELL), default_timeout=60).run()


def test_the_timeline_ends_with_the_new_year_and_who_stood_at_its_end_still_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = opened(monkeypatch)
    (slider,) = app.slider
    assert (slider.max, slider.value) == (2027, 2027)

    monkeypatch.setattr(clock, "machine_now", lambda: NEW_YEAR)
    (slider,) = app.run().slider

    assert not app.exception
    assert (slider.max, slider.value) == (2028, 2028)


def test_every_run_gives_a_new_slider_the_year(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(monkeypatch)
    monkeypatch.setattr(clock, "machine_now", lambda: NEW_YEAR)
    app.run()

    # A page that missed that run is given the slider by this one.
    (slider,) = app.run().slider

    assert list(slider.proto.default) == [2028]


def test_who_stood_at_another_year_stays_there(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(monkeypatch)
    app.slider[0].set_value(2008).run()

    monkeypatch.setattr(clock, "machine_now", lambda: NEW_YEAR)
    (slider,) = app.run().slider

    assert (slider.max, slider.value) == (2028, 2008)
