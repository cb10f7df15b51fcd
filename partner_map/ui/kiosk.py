"""The server's side of the kiosk: the bar with the way back, and the stops of the tour.

The page's script plays the tour; the server shows its stops.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from partner_map.assets import OWN_ASSETS
from partner_map.i18n.translator import Translator, translator_for
from partner_map.model import NO_FILTERS
from partner_map.permalink import MAP_PATH
from partner_map.tour import TourStop, tour_stop
from partner_map.ui import pager, session
from partner_map.ui.navigation import pages

_SCRIPT = OWN_ASSETS["page"] / "kiosk-bridge.js"
_KEY = "kiosk-bridge"
_ANSWERED = "kiosk-answered"


def attend() -> None:
    """Show the bar; tell the page's script which stop stands and what wish it answers."""
    _bar(translator_for(session.current().language))
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
            on_tour_change=session.with_value(_KEY, lambda bridge: _take_over(bridge.tour)),
        )


def _bar(translator: Translator) -> None:
    """The way back, on every page in the same place at the foot of the screen."""
    with st.container(key="kiosk-bar", horizontal=True, vertical_alignment="center"):
        if session.page() == MAP_PATH:
            all_cities = translator.gettext("All cities")
            st.button(f"‹ {all_cities}", key="kiosk-back", on_click=_return_to_all)
            st.markdown(translator.gettext("Touch a city on the map or in the list"))
        else:
            to_map = translator.gettext("Back to the map")
            with st.container(key="kiosk-back", width="content"):
                st.page_link(
                    pages(translator)[0],
                    label=f"‹ {to_map}",
                    query_params=session.link_parameters(),
                )


def _return_to_all() -> None:
    """Show every city as of today."""
    pager.rewind()
    session.move_to_year(session.last_year())
    session.update_view(city=None, filters=NO_FILTERS)


def _stop(number: int) -> TourStop:
    return tour_stop(session.dataset(), number, session.last_year())


def _take_over(wish: object) -> None:
    """Show the stop that is asked for; any other wish ends the tour."""
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
