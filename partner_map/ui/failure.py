"""What a visitor sees where a page fails."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.translator import translator_for
from partner_map.ui import session


def show_error(_: Exception) -> bool:
    """Show a visitor a plain sentence where a page fails; the console has the traceback."""
    translator = translator_for(session.language())
    st.error(translator.gettext("Something went wrong on this page. Please reload it."))
    return True
