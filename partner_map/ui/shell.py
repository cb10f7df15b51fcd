"""The script that Streamlit runs for every visitor: language, navigation, the page."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.translator import translator_for
from partner_map.permalink import DATA_PATH
from partner_map.presentation import choices
from partner_map.runtime import memory, store
from partner_map.ui import footer, kiosk, live, session
from partner_map.ui.data import clerk
from partner_map.ui.navigation import pages, title_words


@st.cache_resource
def freeze_imports() -> None:
    """Once a process, after the imports of the first run."""
    memory.freeze()


def main() -> None:
    """Show the page that the URL names, in the visitor's language."""
    language = session.language()
    translator = translator_for(language)
    page = st.navigation(pages(translator), position="hidden")
    loaded = store.current()
    st.set_page_config(
        page_title=title_words(page.url_path, loaded.dataset, translator),
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    live.follow(choices.revision())
    if loaded.dataset is None:
        with st.container(key="unavailable"):
            st.title(translator.gettext("Partner cities on the map"))
            st.error(
                translator.gettext(
                    "The data cannot be shown at the moment. Please try again later."
                ),
            )
            if page.url_path == DATA_PATH:
                clerk.show_report(loaded, translator)
        return
    session.sync_from_url(loaded, loaded.dataset, page.url_path)
    if session.in_kiosk():
        kiosk.attend()
    page.run()
    if not session.in_kiosk():
        translator = translator_for(session.current().language)
        footer.show(loaded.dataset.town, session.page(), translator)
    session.write_url()
    freeze_imports()


main()
