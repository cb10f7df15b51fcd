"""The data page: what the tables hold, each fact with its source, and the tables themselves."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.translator import translator_for
from partner_map.runtime.recording import current_history
from partner_map.ui import header, session
from partner_map.ui.data import (
    clerk,
    contents,
    downloads,
    events,
    latest_changes,
    licences,
    open_data,
    partners,
    posters,
)


def show() -> None:
    """Draw the whole page."""
    dataset = session.dataset()
    translator = translator_for(session.current().language)
    header.show(translator.gettext("About the data"), translator)
    with st.container(key="data"):
        contents.show(dataset, translator)
        latest_changes.show(current_history(), translator)
        session.fragment(partners.show)(dataset, translator)
        session.fragment(events.show)(dataset, translator)
        downloads.show(dataset, translator)
        if not session.in_kiosk():
            open_data.show(dataset, translator)
            posters.show(translator)
        licences.show(dataset, translator)
        clerk.show(session.loaded(), translator)
