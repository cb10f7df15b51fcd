"""The data page: what the tables hold, each fact with its source, and the tables themselves."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n import translator
from partner_map.ui import header, state
from partner_map.ui.data import (
    check_report,
    columns,
    contents,
    downloads,
    events,
    licences,
    partners,
)


def show() -> None:
    """Draw the whole page."""
    dataset = state.dataset()
    say = translator(state.current().language)
    header.show(say.gettext("About the data"), say)
    with st.container(key="data"):
        contents.show(dataset, say)
        check_report.show(state.loaded(), say)
        st.fragment(partners.show)(dataset, say)
        st.fragment(events.show)(dataset, say)
        downloads.show(dataset, say)
        columns.show(say)
        licences.show(dataset, say)
    state.write_address(state.KEPT_BY_LINKS)
