"""What stands above every page: its title, its own controls, the other pages, the languages."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from partner_map.i18n.translator import LANGUAGE_NAMES, Translator
from partner_map.model import LANGUAGES, Dataset
from partner_map.ui import filter_panel, session
from partner_map.ui.navigation import linked_pages


def show(title: str, translator: Translator, filtered: Dataset | None = None) -> None:
    """The header of a page; one whose partners can be filtered names their Dataset.

    Where there is no room for it all, page.css shows the menu instead of filters and links.
    A kiosk shows every language at the same place, whichever is on.
    """
    with st.container(key="header", horizontal=True, vertical_alignment="center"):
        st.title(title, anchor=False)
        if session.is_stale():
            _notice(translator)
        if filtered is not None:
            filter_panel.show_popover(filtered, translator)
        with st.container(key="pages", horizontal=True, width="content"):
            _links(translator)
        for code in LANGUAGES:
            if code != translator.language or session.in_kiosk():
                st.button(
                    LANGUAGE_NAMES[code],
                    key=f"language-{code}",
                    type=_button_type(code, translator),
                    on_click=session.update_view,
                    kwargs={"language": code},
                )
        if not session.in_kiosk():
            with st.popover(translator.gettext("Menu"), key="menu", width="content"):
                _links(translator)
                if filtered is not None:
                    filter_panel.show(filtered, translator, name="-menu")


def _links(translator: Translator) -> None:
    """The pages, the one that is shown among them but in a kiosk."""
    for page in linked_pages(translator, session.in_kiosk()):
        if page.url_path != session.page() or not session.in_kiosk():
            st.page_link(page, query_params=session.link_parameters())


def _button_type(code: str, translator: Translator) -> Literal["primary", "secondary", "tertiary"]:
    """In a kiosk each language is a button like the others, and the one that is on stands out."""
    if not session.in_kiosk():
        return "tertiary"
    return "primary" if code == translator.language else "secondary"


def _notice(translator: Translator) -> None:
    """Quietly, that these are the last good data, and of which day."""
    loaded = session.dataset().loaded.astimezone()
    with st.container(key="notice", width="content"):
        st.markdown(translator.gettext("Data of {date}", date=translator.day(loaded.date())))
