"""Where the map, the places and the history come from, and under which licences."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.model import Dataset
from partner_map.plain.licences import licence_lines
from partner_map.ui.markdown import link


def show(dataset: Dataset, translator: Translator) -> None:
    """The sources of the data and the licences of what the program is made of."""
    st.header(translator.gettext("Sources and licences"), anchor=False)
    lines = licence_lines(dataset, translator, link)
    st.markdown("\n".join(f"- {line}" for line in lines))
