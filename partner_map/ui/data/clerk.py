"""What only a clerk needs to read: the last check, and the columns explained.

The key of each container says its language, of which the page's script makes ``lang``, see
markup.js.
"""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.translator import Translator, clerks_translator
from partner_map.runtime.store import Loaded
from partner_map.ui.data import check_report, columns


def show(loaded: Loaded, translator: Translator) -> None:
    """Folded, as most readers are residents; how many faults there are is told all the same."""
    whom = translator.gettext("For those who keep the tables")
    label = f"**{whom}**"
    if number := len(loaded.faults):
        label += " " + translator.ngettext("{number} fault", "{number} faults", number)
    with st.expander(label, key="clerk"):
        show_report(loaded, translator)
        clerks = clerks_translator(translator.language)
        with st.container(key=f"columns-in-{clerks.language}"):
            columns.show(clerks)


def show_report(loaded: Loaded, translator: Translator) -> None:
    """The last check alone, for when there is nothing else to show."""
    clerks = clerks_translator(translator.language)
    with st.container(key=f"report-in-{clerks.language}"):
        check_report.show(loaded, clerks)
