"""The timeline: the strip of agreements and exchanges, play and pause, the slider."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from partner_map.i18n import Translator
from partner_map.model import Dataset, Partner, View
from partner_map.timeline import TimelineYear, timeline_years
from partner_map.ui import state

_STRIP_HEIGHT = 36
_YEAR_WIDTH = 10
_KEY = "year-slider"


def show(dataset: Dataset, chosen: Sequence[Partner], view: View, say: Translator) -> None:
    """The strip above the slider, with play and pause beside it."""
    first, last = dataset.town.first_year, state.last_year()
    years = timeline_years(dataset, chosen, first, last)
    with st.container(key="timeline", horizontal=True, vertical_alignment="bottom"):
        st.button(
            say.gettext("Pause") if state.playing() else say.gettext("Play"),
            key="play",
            on_click=_play_or_pause,
            args=(dataset,),
        )
        with st.container(key="years"):
            st.html(strip_svg(years, view.year, say))
            state.set_widget(_KEY, view.year)
            st.slider(
                say.gettext("Year"),
                min_value=first,
                max_value=last,
                key=_KEY,
                on_change=_move,
                label_visibility="collapsed",
            )


def strip_svg(years: Sequence[TimelineYear], year: int, say: Translator) -> str:
    """A drawing a year wide a column: exchanges as bars, agreements as marks, the year marked.

    It holds numbers and words of the catalogue only, none of the tables'.
    """
    most = max((item.exchanges for item in years), default=0) or 1
    bars, marks = [], []
    for index, item in enumerate(years):
        x = index * _YEAR_WIDTH
        if item.exchanges:
            height = max(2, round(item.exchanges / most * (_STRIP_HEIGHT - 14)))
            bars.append(f"M{x + 2} {_STRIP_HEIGHT}v-{height}h6v{height}z")
        for count in range(item.agreements):
            marks.append(f"M{x + 1} {2 + 5 * count}h8v4h-8z")
    now = (year - years[0].year) * _YEAR_WIDTH
    width = len(years) * _YEAR_WIDTH
    label = _strip_words(years, say).replace("&", "&amp;").replace('"', "&quot;")
    return (
        f'<svg class="strip" role="img" aria-label="{label}" viewBox="0 0 {width} {_STRIP_HEIGHT}" '
        f'preserveAspectRatio="none"><rect class="now" x="{now}" y="0" width="{_YEAR_WIDTH}" '
        f'height="{_STRIP_HEIGHT}"/><path class="exchanges" d="{"".join(bars)}"/>'
        f'<path class="agreements" d="{"".join(marks)}"/></svg>'
    )


def _strip_words(years: Sequence[TimelineYear], say: Translator) -> str:
    agreements = [str(item.year) for item in years if item.agreements]
    exchanges = sum(item.exchanges for item in years)
    busiest = max(years, key=lambda item: item.exchanges)
    return say.ngettext(
        "Agreements signed: {years}. {number} dated exchange, most in {busiest}.",
        "Agreements signed: {years}. {number} dated exchanges, most in {busiest}.",
        exchanges,
        years=", ".join(agreements) or "–",
        busiest=busiest.year,
    )


def _move() -> None:
    state.pause()
    state.change(year=int(st.session_state[_KEY]))


def _play_or_pause(dataset: Dataset) -> None:
    state.toggle_playing(dataset)
    st.rerun()
