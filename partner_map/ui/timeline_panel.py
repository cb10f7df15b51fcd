"""The timeline: the words of the year, play and pause, the chart and the slider under it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from partner_map.assets import OWN_ASSETS, component_script
from partner_map.chart import timeline_chart
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import year_words
from partner_map.model import Dataset, View
from partner_map.timeline import TimelineYear
from partner_map.ui import session
from partner_map.ui.markdown import escape
from partner_map.visit import EMPTY_SECONDS, EVENTFUL_SECONDS, WRITE_SECONDS

_SLIDER, _CHART, _CLOCK, _REST = "year-slider", "timeline-chart", "timeline-clock", "timeline-rest"


def show(dataset: Dataset, seen: TimelineYear, view: View, translator: Translator) -> None:
    """What happened in the year, play and pause, and the slider under the chart."""
    last_year = session.last_year()
    with st.container(key="timeline"):
        with st.container(key="year-words"):
            st.markdown(escape(year_words(seen, translator)))
        # Before the button, which shows by it whether the timeline plays.
        if session.is_playing():
            _wait(_CLOCK, view.year, EVENTFUL_SECONDS if seen.is_eventful else EMPTY_SECONDS)
        elif session.url_waits():
            _wait(_REST, view.year, WRITE_SECONDS)
        else:
            st.empty()
        st.button(
            translator.gettext("Pause") if session.is_playing() else translator.gettext("Play"),
            key="play",
            type="primary",
            on_click=session.play_or_pause,
        )
        if dataset.town.first_year < last_year:  # a slider has two ends
            session.set_widget(_SLIDER, view.year, (dataset.town.first_year, last_year))
            st.slider(
                translator.gettext("Year"),
                min_value=dataset.town.first_year,
                max_value=last_year,
                # A slider of other ends may come to the page with a later run than the one that
                # gave it the year.
                value=view.year,
                key=_SLIDER,
                on_change=session.with_value(_SLIDER, session.move_to_year),
                label_visibility="collapsed",
            )
        # The same at each step: Streamlit then sends a reference to what the page has.
        _chart()(
            key=_CHART,
            data=timeline_chart(dataset, view.filters, view.city, translator.language, last_year),
        )


def _wait(key: str, year: int, seconds: float) -> None:
    """Have the page tell when the year has stood for so long."""
    _component(_CLOCK)(
        key=key,
        data={"year": year, "seconds": seconds},
        on_over_change=session.with_value(key, lambda clock: session.play_on(clock.over)),
    )


@st.cache_resource
def _chart() -> Any:
    """The component of the chart, registered once a process."""
    text = component_script("timeline_chart.js", "showChart")
    return st.components.v2.component(_CHART, js=text, isolate_styles=False)


@st.cache_resource
def _component(name: str) -> Any:
    """A component of the timeline, registered once a process."""
    script = OWN_ASSETS["page"] / f"{name}.js"
    text = script.read_text(encoding="utf-8")
    return st.components.v2.component(name, js=text, isolate_styles=False)
