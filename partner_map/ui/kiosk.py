"""The server's side of the kiosk: it shows the stops of the tour that the page's script plays."""

from __future__ import annotations

from typing import Any

import streamlit as st

from partner_map.assets import OWN_ASSETS
from partner_map.tour import TourStop, tour_stop
from partner_map.ui import session

_SCRIPT = OWN_ASSETS["page"] / "kiosk-bridge.js"
_KEY = "kiosk-bridge"
_ANSWERED = "kiosk-answered"


def attend() -> None:
    """Tell the page's script which stop stands and what wish it answers, and take the next."""
    number = session.tour_stop_number()
    seconds = 0.0 if number is None else _stop(number).seconds
    with st.container(key="kiosk"):
        _component()(
            key=_KEY,
            data={
                "stop": number,
                "seconds": seconds,
                "answered": st.session_state.get(_ANSWERED),
            },
            on_tour_change=_take_over,
        )


def _stop(number: int) -> TourStop:
    return tour_stop(session.dataset(), number, session.last_year())


def _take_over() -> None:
    """Show the stop that is asked for; any other wish ends the tour."""
    wish = st.session_state[_KEY].tour
    st.session_state[_ANSWERED] = wish
    match wish:
        case {"stop": int(number)} if number >= 0:
            stop = _stop(number)
            session.stand_at_tour_stop(number, stop.year, stop.city)
        case _:
            session.end_tour()


@st.cache_resource
def _component() -> Any:
    """The component, registered once a process."""
    return st.components.v2.component("kiosk", js=_SCRIPT.read_text(encoding="utf-8"))
