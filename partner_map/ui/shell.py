"""The script that Streamlit runs for every visitor: language, navigation, the page."""

from __future__ import annotations

import gc

import streamlit as st

from partner_map import store
from partner_map.i18n import translator
from partner_map.ui import kiosk, live, state
from partner_map.ui.navigation import pages


@st.cache_resource
def settle_memory() -> None:
    """Once a process, after the imports: what is loaded now is not collected again.

    Streamlit collects garbage after every run; with pandas and Folium among it
    that costs most of a run.
    """
    gc.collect()
    gc.freeze()


def main() -> None:
    """Show the page that the address names, in the visitor's language."""
    language = state.language()
    say = translator(language)
    st.set_page_config(
        page_title=say.gettext("Partner cities on the map"),
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    page = st.navigation(pages(say), position="hidden")
    loaded = store.current()
    live.follow(loaded.revision)
    if loaded.dataset is None:
        st.title(say.gettext("Partner cities on the map"))
        st.error(
            say.gettext("The data cannot be shown at the moment. Please try again later."),
        )
        return
    state.adopt(loaded.dataset, page.url_path, stale=bool(loaded.faults))
    if state.in_kiosk():
        kiosk.attend()
    page.run()


main()
