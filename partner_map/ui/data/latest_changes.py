"""What the latest saves of the tables have changed."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from partner_map.history.saves import History, Save, intro_words, moment_words, save_words
from partner_map.i18n.translator import Translator
from partner_map.ui.markdown import escape

MAX_OPEN = 3
"""So many saves are seen at once; the others are unfolded."""


def show(history: History, translator: Translator) -> None:
    """The saves, the newest first; nothing where none is known."""
    if not history.saves:
        return
    st.header(translator.gettext("Latest changes"), anchor=False)
    with st.container(key="changes"):
        st.markdown(intro_words(translator))
        st.markdown(_listed(history.newest[:MAX_OPEN], translator))
        if earlier := history.newest[MAX_OPEN:]:
            with st.expander(translator.gettext("Earlier changes")):
                st.markdown(_listed(earlier, translator))


def _listed(saves: Iterable[Save], translator: Translator) -> str:
    """Each save by its moment, with its changes below it."""
    lines = []
    for save in saves:
        lines.append(f"- **{escape(moment_words(save, translator))}**")
        lines += [f"    - {escape(line)}" for line in save_words(save, translator)]
    return "\n".join(lines)
