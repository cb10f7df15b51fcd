"""The explorer without a browser: widgets, session and address."""

from __future__ import annotations

import gc
import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from partner_map.settings import PROJECT_FOLDER
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN, PARTNER, write_folder
from tests.support.globe import vincenty_km

SHELL = PROJECT_FOLDER / "partner_map" / "ui" / "shell.py"


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(str(SHELL), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def rows(app: AppTest) -> Any:
    """The list of cities."""
    return app.get_by_key("cities-pl")


def page_text(app: AppTest) -> str:
    return "\n".join(str(element.value) for element in (*app.header, *app.markdown, *app.title))


def plain_text(app: AppTest) -> str:
    """What the page says, without the signs of Markdown."""
    return page_text(app).replace("\\", "")


def test_the_page_opens_in_polish_at_the_last_year() -> None:
    app = opened()

    assert not app.exception
    assert app.title[0].value == "Miasta partnerskie Konstancina-Jeziorny"
    assert app.slider[0].value == app.slider[0].max
    assert "7 miast partnerskich w 7 krajach" in page_text(app)


def test_a_link_opens_what_it_names() -> None:
    app = opened(city="cesis", year="2010", lang="en")

    assert app.slider[0].value == 2010
    assert app.header[0].value == "Cēsis"
    assert "Protocol" in page_text(app)
    assert "27 January 2009" in page_text(app)


def test_an_address_without_sense_is_dropped() -> None:
    app = opened(city="atlantis", year="99999", type="dancing", country="XX", lang="tlh")

    assert not app.exception
    assert app.slider[0].value == app.slider[0].max
    assert app.query_params == {}


def test_moving_the_slider_writes_the_address() -> None:
    app = opened()

    app.slider[0].set_value(1995).run()

    assert app.query_params["year"] == "1995"
    assert "w 2 krajach" in page_text(app)


def test_the_words_of_the_year_are_of_what_the_filter_leaves() -> None:
    assert "1994 · pierwsze kontakty: Nowa Wilejka" in plain_text(opened(year="1994"))
    assert "2016 · 6 wydarzeń" in plain_text(opened(year="2016"))
    assert "2016 · 1 wydarzenie" in plain_text(opened(year="2016", type="school"))


def test_a_hand_that_goes_on_at_once_leaves_the_address_until_it_rests() -> None:
    app = opened()

    app.slider[0].set_value(1995).run()
    app.slider[0].set_value(1996).run()

    assert app.slider[0].value == 1996
    assert app.query_params["year"] == "1995"


def test_choosing_a_row_shows_the_city_and_the_way_back_leads_to_all() -> None:
    app = opened()

    rows(app).set_value("pisogne").run()
    assert app.query_params["city"] == "pisogne"
    assert "koniec lat 90" in page_text(app)

    app.button(key="close").click().run()
    assert "city" not in app.query_params
    assert rows(app).value is None


def test_a_filter_is_told_in_a_line_with_its_way_out() -> None:
    app = opened(type="school")

    assert "Pokazano: szkoły (7)" in plain_text(app)
    assert "6 miast partnerskich w 6 krajach" in plain_text(app)

    app.button(key="clear").click().run()
    assert "type" not in app.query_params
    assert "Pokazano" not in page_text(app)


def test_the_current_year_is_today_and_any_other_its_end() -> None:
    assert "Dziś" in page_text(opened())
    assert "Na koniec 2008 r." in plain_text(opened(year="2008"))


def test_a_filter_that_leaves_nothing_says_so_and_offers_to_clear() -> None:
    app = opened(type="sport", country="FR")

    assert "Żadne miasto nie pasuje do filtrów" in page_text(app)

    app.button(key="clear").click().run()
    assert "type" not in app.query_params
    assert rows(app).value is None


def test_broken_tables_are_told_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER | {"country": "nowhere"}])
    monkeypatch.setenv("PARTNER_MAP_DATA", str(folder))

    app = opened()

    assert not app.exception
    assert "Danych nie można teraz pokazać" in app.error[0].value
    assert str(tmp_path) not in page_text(app) + app.error[0].value


def test_the_collector_passes_over_what_the_first_page_loaded() -> None:
    opened()

    assert gc.get_freeze_count() > 100_000


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("city", ["pisogne", "leidschendam", "nowa-wilejka"])
def test_the_panel_tells_the_distance_in_kilometres(city: str, language: str) -> None:
    dataset = read_dataset(FROZEN)
    there = dataset.by_id[city].coordinate
    assert there is not None
    expected = round(vincenty_km(dataset.town.coordinate, there))

    text = page_text(opened(city=city, lang=language))

    (told,) = re.findall(r"([\d,\s\\]*\d) km\b", text)
    assert int(re.sub(r"\D", "", told)) == expected


LATE_CALLBACK = """
import streamlit as st
from partner_map.ui import session

st.session_state["still-there"] = 2007
for key in ("still-there", "gone"):
    session.with_value(key, lambda value: st.write(f"{key} {value}"))()
"""


def test_a_touch_that_was_on_its_way_when_its_widget_went_does_nothing() -> None:
    app = AppTest.from_string(LATE_CALLBACK).run()

    assert not app.exception
    assert [element.value for element in app.markdown] == ["still-there 2007"]
