"""The floor: a bare Streamlit app with a slider that changes one line of text."""

from __future__ import annotations

import streamlit as st

year = st.slider("Year", 1990, 2026, 2003)
with st.container(key="answer"):
    st.text(f"year {year}")
