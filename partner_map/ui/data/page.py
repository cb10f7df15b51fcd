"""The data page: what the tables hold, each fact with its source, and the tables themselves."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.translator import translator
from partner_map.ui import header, session
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
    dataset = session.dataset()
    say = translator(session.current().language)
    header.show(say.gettext("About the data"), say)
    with st.container(key="data"):
        contents.show(dataset, say)
        check_report.show(session.loaded(), say)
        st.fragment(partners.show)(dataset, say)
        st.fragment(events.show)(dataset, say)
        downloads.show(dataset, say)
        columns.show(say)
        licences.show(dataset, say)
    session.write_address(session.KEPT_BY_LINKS)
