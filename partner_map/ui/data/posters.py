"""The map to take along: a poster to print, and a picture for a page or a letter."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.model import View
from partner_map.server.pictures import picture_url
from partner_map.ui import session


def show(translator: Translator) -> None:
    """A link for each file, which the server draws when it is asked for."""
    year = session.today().year
    view = View(year, language=translator.language)
    files = {
        translator.gettext("Poster A3 (PDF)"): ("poster.pdf", "A3"),
        translator.gettext("Poster A1 (PDF)"): ("poster.pdf", "A1"),
        translator.gettext("Picture (PNG)"): ("picture.png", "1200x630"),
        translator.gettext("Picture (SVG)"): ("picture.svg", "800x560"),
    }
    st.header(translator.gettext("The map to print"), anchor=False)
    st.markdown(
        translator.gettext(
            "The map of today as a poster, which is as sharp in any size, and as a picture for a"
            " page or a letter. The sources at its lower edge belong to it."
        )
    )
    with st.container(horizontal=True):
        for label, (path, size) in files.items():
            st.link_button(label, f"./{picture_url(path, view, year, size)}")
