"""The pages and their addresses."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.settings import PROJECT_FOLDER

EXCHANGES_PATH = "wymiany"
DATA_PATH = "o-danych"
_FOLDER = PROJECT_FOLDER / "pages"


def pages(translator: Translator) -> list[st.Page]:
    """Every page in the order of the header; the first is the start."""
    return [
        st.Page(
            _FOLDER / "explorer.py", title=translator.gettext("Map"), url_path="", default=True
        ),
        st.Page(
            _FOLDER / "exchanges.py", title=translator.gettext("Exchanges"), url_path=EXCHANGES_PATH
        ),
        st.Page(
            _FOLDER / "presentation.py", title=translator.gettext("Presentation"), url_path="rada"
        ),
        st.Page(
            _FOLDER / "data.py", title=translator.gettext("About the data"), url_path=DATA_PATH
        ),
    ]


def linked_pages(translator: Translator, kiosk: bool) -> list[st.Page]:
    """The pages that the header leads to; a kiosk has none that is for taking along or a stage."""
    offered = {"", EXCHANGES_PATH}
    return [page for page in pages(translator) if not kiosk or page.url_path in offered]
