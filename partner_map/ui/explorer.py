"""The explorer page: header and filters, then map, timeline, panel and list in one fragment."""

from __future__ import annotations

import datetime

import streamlit as st

from partner_map.i18n.translator import Translator, translator
from partner_map.mapview.component import show_map
from partner_map.model import Dataset
from partner_map.overview import overview
from partner_map.ui import (
    city_list,
    detail_panel,
    filter_panel,
    header,
    session,
    summary_panel,
    timeline_panel,
)


def show() -> None:
    """Draw the whole page."""
    dataset = session.dataset()
    say = translator(session.current().language)
    header.show(
        say.gettext("Partner cities of {town}", town=dataset.town.genitive[say.language]),
        say,
        controls=lambda: filter_panel.show(dataset, say),
    )
    interval = session.STEP_SECONDS if session.playing() else None
    st.fragment(_explore, run_every=interval)(dataset, say, timer_runs=interval is not None)
    session.write_address()


def _explore(dataset: Dataset, say: Translator, timer_runs: bool) -> None:
    """One run of this is one step of the timeline, or one choice of a city."""
    session.play_on()
    view = session.current()
    seen = overview(dataset, view)
    standing = seen.at(view.year, datetime.date.today())
    with st.container(key="explorer"):
        show_map(dataset, view, say, key="map", on_choice=_choose_on_map)
        timeline_panel.show(dataset, seen, view, say)
        with st.container(key="aside"):
            if view.city is None:
                summary_panel.show(dataset.town, standing, view, say)
            else:
                detail_panel.show(dataset, dataset.by_id[view.city], view, say)
            city_list.show(standing.shown, view, say, filtered=not seen.partners)
    session.write_address()
    if timer_runs and not session.playing():
        st.rerun(scope="app")


def _choose_on_map() -> None:
    """Take over what a visitor chose on the map, if it is one of the cities."""
    choice = st.session_state.get("map")
    if not isinstance(choice, dict):
        return
    city = choice.get("city")
    known = isinstance(city, str) and city in session.dataset().by_id
    session.change(city=city if known else None)
