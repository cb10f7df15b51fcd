"""The tour in the session: what it shows, and that its end undoes no choice of a visitor."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

STEPS = """
import streamlit as st
from partner_map.model import Mode, View
from partner_map.ui import state

if "view" not in st.session_state:
    st.session_state.view = View(state.last_year(), language="en", mode=Mode.KIOSK)
{steps}
st.write(f"{{state.current().year}} {{state.current().city}} {{state.current().language}}")
st.write(f"{{state.current().mode}} {{state.tour_stop_number()}}")
"""


def after(*steps: str) -> list[str]:
    app = AppTest.from_string(STEPS.format(steps="\n".join(steps)), default_timeout=60).run()
    assert not app.exception
    return [str(element.value) for element in app.markdown]


def test_the_end_of_the_tour_is_the_start_in_the_language_that_is_set() -> None:
    view, mode = after("state.stand_at_tour_stop(3, 1993, 'cesis')", "state.end_tour()")

    assert view.endswith("None en")
    assert not view.startswith("1993")
    assert mode == "kiosk None"


def test_a_choice_made_while_the_tour_ends_stays() -> None:
    view, mode = after(
        "state.stand_at_tour_stop(3, 1993, None)",
        "state.change(city='pisogne')",
        "state.end_tour()",
    )

    assert view == "1993 pisogne en"
    assert mode == "kiosk None"
