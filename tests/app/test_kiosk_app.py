"""The tour in the session: what it shows, and that the start comes back after it."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

STEPS = """
import streamlit as st
from partner_map.model import Mode, View
from partner_map.ui import session
from partner_map.visit import Visit

if "visit" not in st.session_state:
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
