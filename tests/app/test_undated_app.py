"""A town of whose partnerships no date is known: its cities stand on every page."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from partner_map.settings import PROJECT_FOLDER
from tests.support.folders import PARTNER, write_folder

SHELL = PROJECT_FOLDER / "partner_map" / "ui" / "shell.py"
LAST_YEAR = datetime.date.today().year - 1


@pytest.fixture(autouse=True)
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = PARTNER | {"agreement": "", "agreement_kind": ""}
    monkeypatch.setenv("PARTNER_MAP_DATA", str(write_folder(tmp_path / "tables", [row])))


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(str(SHELL), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def plain(markdown: str) -> str:
    return markdown.replace("\\", "")


def words(app: AppTest) -> str:
    return plain("\n".join(str(element.value) for element in (*app.header, *app.markdown)))


def test_the_list_of_today_has_the_city_and_says_that_nobody_knows_since_when() -> None:
    app = opened()

    cities: Any = app.get_by_key("cities-pl")
    (row,) = cities.options
    assert "Hranice" in plain(row)
    assert "od kiedy, nie wiadomo" in plain(row)
    assert "1 miasto partnerskie w 1 kraju" in words(app)


def test_a_year_that_is_over_does_not_have_the_city() -> None:
    app = opened(year=str(LAST_YEAR))

    assert "Nie znamy jeszcze dat." in words(app)
    assert "miasto partnerskie w" not in words(app)


def test_the_sheet_says_that_nobody_knows_since_when() -> None:
    assert "Od kiedy, nie wiadomo" in words(opened(city="hranice"))


def test_the_other_pages_have_the_city() -> None:
    app = opened()
    for page in ("exchanges", "presentation", "data"):
        app.switch_page(str(PROJECT_FOLDER / "pages" / f"{page}.py")).run()
        assert not app.exception
        if page == "exchanges":
            assert "od kiedy, nie wiadomo" in words(app)
        if page == "data":
            assert "nie mają żadnej daty" in words(app)
