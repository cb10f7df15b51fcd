"""The kiosk without a browser: the tour in the session, the way back, nothing to type in."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from partner_map.settings import PROJECT_FOLDER

SHELL = PROJECT_FOLDER / "partner_map" / "ui" / "shell.py"
STEPS = """
import streamlit as st
from partner_map.model import Mode, View
from partner_map.runtime import store
from partner_map.ui import session
from partner_map.visit import Visit

if "visit" not in st.session_state:
    session.sync_from_url(store.current(), store.current().dataset, "")
    start = View(session.last_year(), language="en", mode=Mode.KIOSK)
    st.session_state.visit = Visit(start, {{}}, "")
{steps}
st.write(f"{{session.current().year}} {{session.current().city}} {{session.current().language}}")
st.write(f"{{session.current().mode}} {{session.tour_stop_number()}}")
"""


def after(*steps: str) -> list[str]:
    app = AppTest.from_string(STEPS.format(steps="\n".join(steps)), default_timeout=60).run()
    assert not app.exception
    return [str(element.value) for element in app.markdown]


def test_the_end_of_the_tour_is_the_start_in_the_language_that_is_set() -> None:
    view, mode = after("session.stand_at_tour_stop(3, 1993, 'cesis')", "session.end_tour()")

    assert view.endswith("None en")
    assert not view.startswith("1993")
    assert mode == "kiosk None"


def test_what_the_page_echoes_does_not_disturb_the_tour() -> None:
    view, mode = after(
        "session.stand_at_tour_stop(3, 1993, 'cesis')", "session.update_view(city=None)"
    )

    assert view == "1993 cesis en"
    assert mode == "kiosk 3"


def test_an_end_without_a_tour_leaves_what_the_visitor_chose() -> None:
    view, _ = after("session.update_view(city='pisogne', year=1993)", "session.end_tour()")

    assert view == "1993 pisogne en"


def opened(page: str, **query: str) -> AppTest:
    app = AppTest.from_file(str(SHELL), default_timeout=60)
    app.query_params["mode"] = "kiosk"
    app.run()
    app.switch_page(str(PROJECT_FOLDER / "pages" / f"{page}.py"))
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def test_one_touch_leads_back_to_all_cities_as_of_today() -> None:
    app = opened("explorer", mode="kiosk", city="pisogne", country="IT", year="2015")
    back = app.button(key="kiosk-back")
    assert back.label == "‹ Wszystkie miasta"

    back.click().run()

    assert dict(app.query_params) == {"mode": "kiosk"}


@pytest.mark.parametrize("page", ["explorer", "exchanges"])
def test_there_is_no_text_box_where_nothing_can_be_typed(page: str) -> None:
    app = opened(page, mode="kiosk")

    assert not app.exception
    assert not app.text_input
    assert not app.selectbox
