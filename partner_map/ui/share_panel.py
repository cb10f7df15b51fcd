"""What is shown to hand on: its address, a poster, and the map for a page of one's own."""

from __future__ import annotations

import streamlit as st

from partner_map import settings
from partner_map.i18n.translator import Translator
from partner_map.model import Dataset, View
from partner_map.server.pictures import picture_url
from partner_map.site.embedding import embedding_snippet
from partner_map.ui import session

_SIZE = "A3"


def show(dataset: Dataset, view: View, translator: Translator) -> None:
    """A button that opens it; nothing in a kiosk. What it holds comes when it is opened."""
    if session.in_kiosk():
        return
    panel = st.popover(
        translator.gettext("Share"),
        key="share-panel",
        type="tertiary",
        width="content",
        on_change="rerun",
    )
    if not panel.open:
        return
    with panel:
        # page.js answers its press by itself.
        st.button(translator.gettext("Hand on the link"), key="share", width="stretch")
        poster = picture_url("poster.pdf", view, session.last_year(), _SIZE)
        st.link_button(translator.gettext("Poster A3 (PDF)"), f"./{poster}", width="stretch")
        if site := settings.site_url():
            # Live, as it then has none of Streamlit's own words.
            st.text_input(
                translator.gettext("The map in a page of your own"),
                embedding_snippet(dataset, site, translator),
                key=f"snippet-{translator.language}",
                live=True,
            )
