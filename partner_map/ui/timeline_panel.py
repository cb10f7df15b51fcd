"""The timeline: the strip of agreements and exchanges, play and pause, the slider."""

from __future__ import annotations

import html
from collections.abc import Sequence

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.model import Dataset, View
from partner_map.overview import Overview
from partner_map.timeline import TimelineYear
from partner_map.ui import session

_KEY = "year-slider"


def show(dataset: Dataset, seen: Overview, view: View, translator: Translator) -> None:
    """The strip above the slider, with play and pause beside it."""
    first, last = dataset.town.first_year, session.last_year()
    years = seen.strip(first, last)
    with st.container(key="timeline"):
        st.button(
            translator.gettext("Pause") if session.is_playing() else translator.gettext("Play"),
            key="play",
            on_click=_play_or_pause,
        )
        st.html(strip_html(years, view.year, translator))
        session.set_widget(_KEY, view.year)
        st.slider(
            translator.gettext("Year"),
            min_value=first,
            max_value=last,
            key=_KEY,
            on_change=_move,
            label_visibility="collapsed",
        )


def strip_html(years: Sequence[TimelineYear], year: int, translator: Translator) -> str:
    """A column a year: exchanges as a bar, agreements as a mark, the View's year as a band.

    It holds numbers and words of the catalogue only, none of the tables'; it has no quotes
    where HTML needs none, as it is sent with every step.
    """
    most = max((item.exchanges for item in years), default=0) or 1
    columns = []
    for item in years:
        names = [
            name
            for name, applies in (("now", item.year == year), ("agreement", item.agreements > 0))
            if applies
        ]
        quote = '"' if len(names) > 1 else ""
        shown = f" class={quote}{' '.join(names)}{quote}" if names else ""
        share = max(8, round(100 * item.exchanges / most))
        bar = f" style=--bar:{share}%" if item.exchanges else ""
        columns.append(f"<i{shown}{bar}></i>")
    label = html.escape(_strip_words(years, translator))
    return f'<div class="strip" role="img" aria-label="{label}">{"".join(columns)}</div>'


def _strip_words(years: Sequence[TimelineYear], translator: Translator) -> str:
    agreements = [str(item.year) for item in years if item.agreements]
    return translator.gettext(
        "Agreements signed: {years}. Dated exchanges: {number}.",
        years=", ".join(agreements) or "–",
        number=sum(item.exchanges for item in years),
    )


def _move() -> None:
    session.move_to_year(int(st.session_state[_KEY]))


def _play_or_pause() -> None:
    session.play_or_pause()
    st.rerun()
