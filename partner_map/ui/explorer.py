"""The explorer page: header and filters, then map, timeline, panel and list in one fragment."""

from __future__ import annotations

import streamlit as st

from partner_map import store
from partner_map.filters import chosen_partners, shown_partners
from partner_map.i18n import Translator, translator
from partner_map.mapview.component import show_map
from partner_map.model import LANGUAGES, Dataset
from partner_map.ui import (
    city_list,
    detail_panel,
    filter_panel,
    state,
    summary_panel,
    timeline_panel,
)

_LANGUAGE_NAMES = {"pl": "Polski", "en": "English"}


def show() -> None:
    """Draw the whole page."""
    dataset = store.current().dataset
    if dataset is None:
        return
    say = translator(state.current().language)
    _header(dataset, say)
    interval = state.STEP_SECONDS if state.playing() else None
    st.fragment(_explore, run_every=interval)(dataset, say, timer_runs=interval is not None)
    state.write_address()


def _header(dataset: Dataset, say: Translator) -> None:
    with st.container(key="header", horizontal=True, vertical_alignment="center"):
        st.title(
            say.gettext("Partner cities of {town}", town=dataset.town.genitive[say.language]),
            anchor=False,
        )
        filter_panel.show(dataset, say)
        for code in LANGUAGES:
            if code != say.language:
                st.button(
                    _LANGUAGE_NAMES[code],
                    key=f"language-{code}",
                    type="tertiary",
                    on_click=state.change,
                    kwargs={"language": code},
                )


def _explore(dataset: Dataset, say: Translator, timer_runs: bool) -> None:
    """One run of this is one step of the timeline, or one choice of a city."""
    state.play_on()
    view = state.current()
    chosen = chosen_partners(dataset, view)
    with st.container(key="explorer"):
        show_map(dataset, view, say, key="map", on_choice=_choose_on_map)
        timeline_panel.show(dataset, chosen, view, say)
        with st.container(key="aside"):
            if view.city is None:
                summary_panel.show(dataset, chosen, view, say)
            else:
                detail_panel.show(dataset, dataset.by_id[view.city], view, say)
            city_list.show(shown_partners(dataset, view), view, say, filtered=not chosen)
    state.write_address()
    if timer_runs and not state.playing():
        st.rerun(scope="app")


def _choose_on_map() -> None:
    """Take over what a visitor chose on the map, if it is one of the cities."""
    dataset = store.current().dataset
    choice = st.session_state.get("map")
    if dataset is None or not isinstance(choice, dict):
        return
    city = choice.get("city")
    state.change(city=city if isinstance(city, str) and city in dataset.by_id else None)
