"""What is said when no city is chosen: the town's ties on the day that is looked at."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.overview import Standing
from partner_map.summary import summary_of
from partner_map.ui import session
from partner_map.ui.markdown import escape


def show(standing: Standing, translator: Translator) -> None:
    """How many partners, in how many countries, since when, and the next round anniversary."""
    told = summary_of(standing, standing.day.year == session.last_year(), translator)
    with st.container(key="summary"):
        st.markdown(escape(told.day))
        st.header(escape(told.heading), anchor=False)
        st.markdown("  \n".join(map(escape, told.lines)))
