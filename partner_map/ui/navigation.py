"""The pages and their addresses."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n import Translator
from partner_map.settings import PROJECT_FOLDER

DATA_PATH = "o-danych"
_FOLDER = PROJECT_FOLDER / "pages"


def pages(say: Translator) -> list[st.Page]:
    """Every page in the order of the header; the first is the start."""
    return [
        st.Page(_FOLDER / "explorer.py", title=say.gettext("Map"), url_path="", default=True),
        st.Page(_FOLDER / "exchanges.py", title=say.gettext("Exchanges"), url_path="wymiany"),
        st.Page(_FOLDER / "council.py", title=say.gettext("Presentation"), url_path="rada"),
        st.Page(_FOLDER / "data.py", title=say.gettext("About the data"), url_path=DATA_PATH),
    ]
