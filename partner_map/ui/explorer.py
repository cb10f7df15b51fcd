"""The explorer page: header and filters, then map, timeline, panel and list in one fragment."""

from __future__ import annotations

import datetime

import streamlit as st

from partner_map.i18n.translator import Translator, translator_for
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
    translator = translator_for(session.current().language)
    header.show(
        translator.gettext(
            "Partner cities of {town}", town=dataset.town.genitive[translator.language]
        ),
        translator,
        controls=lambda: filter_panel.show(dataset, translator),
    )
    interval = session.STEP_SECONDS if session.playing() else None
    st.fragment(_explore, run_every=interval)(dataset, translator, timer_runs=interval is not None)
    session.write_url()


def _explore(dataset: Dataset, translator: Translator, timer_runs: bool) -> None:
    """One run of this is one step of the timeline, or one choice of a city."""
    session.play_on()
    view = session.current()
    seen = overview(dataset, view)
    standing = seen.at(view.year, datetime.date.today())
    with st.container(key="explorer"):
        show_map(dataset, view, translator, key="map", on_choice=_choose_on_map)
        timeline_panel.show(dataset, seen, view, translator)
        with st.container(key="aside"):
            if view.city is None:
                summary_panel.show(dataset.town, standing, view, translator)
            else:
                detail_panel.show(dataset, dataset.by_id[view.city], view, translator)
            city_list.show(standing.shown, view, translator, filtered=not seen.partners)
    session.write_url()
    if timer_runs and not session.playing():
        st.rerun(scope="app")


def _choose_on_map() -> None:
    """Take over what a visitor chose on the map, if it is one of the cities."""
    choice = st.session_state.get("map")
    if not isinstance(choice, dict):
        return
    city = choice.get("city")
    known = isinstance(city, str) and city in session.dataset().by_id
    session.update_view(city=city if known else None)
