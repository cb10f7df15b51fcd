"""Every page stands with any first year of the timeline, were it the only one."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from partner_map.settings import PROJECT_FOLDER
from tests.support.folders import FROZEN, PARTNER, write_folder
from tests.support.forms import EVENT

SHELL = PROJECT_FOLDER / "partner_map" / "ui" / "shell.py"
TODAY = datetime.date.today().year
NEWEST = 2008
"""The year of the newest event."""
NO_CELLS: dict[str, str] = {}


def words(app: AppTest) -> str:
    elements = (*app.header, *app.markdown)
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


def began(
    folder: Path,
    first_year: int,
    monkeypatch: pytest.MonkeyPatch,
    events: bool,
    cells: dict[str, str] = NO_CELLS,
) -> AppTest:
    write_folder(folder, [PARTNER | cells], [EVENT] if events else [])
    town = (FROZEN / "town.toml").read_text(encoding="utf-8")
    assert "first_year = 1990" in town
    (folder / "town.toml").write_text(
        town.replace("first_year = 1990", f"first_year = {first_year}"), encoding="utf-8"
    )
    monkeypatch.setenv("PARTNER_MAP_DATA", str(folder))
    return AppTest.from_file(str(SHELL), default_timeout=60).run()


@pytest.mark.parametrize("first_year", [1830, NEWEST + 1, TODAY - 1, TODAY])
@pytest.mark.parametrize("events", [True, False])
def test_the_pages_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first_year: int, events: bool
) -> None:
    app = began(tmp_path / "tables", first_year, monkeypatch, events)

    assert not app.exception
    assert [slider.min for slider in app.slider] == [first_year] * (first_year < TODAY)
    next(button for button in app.button if button.key == "play").click().run()
    assert not app.exception
    for page in ("exchanges", "presentation", "data"):
        app.switch_page(str(PROJECT_FOLDER / "pages" / f"{page}.py")).run()
        assert not app.exception, page


def test_an_agreement_of_before_1900_is_told_on_every_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {"first_contacts": "182X", "agreement": "1836-07-01"}
    app = began(tmp_path / "tables", 1830, monkeypatch, events=True, cells=old)

    app.slider[0].set_value(1836).run()

    assert not app.exception
    assert "1836 · umowa: Hranice" in words(app)
    assert "5 lat, Hranice, 1 lipca 1841" in words(app)
    for page, told in (("exchanges", "umowa od 1836"), ("data", "lata od 1820 do 2008")):
        app.switch_page(str(PROJECT_FOLDER / "pages" / f"{page}.py")).run()
        assert not app.exception, page
        assert told in words(app)
