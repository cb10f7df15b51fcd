"""What stands above every page: its title, its own controls, the other pages, the languages."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from partner_map.i18n.translator import Translator, language_names
from partner_map.model import CLERK_LANGUAGES, LANGUAGES, Dataset
from partner_map.ui import filter_panel, session
from partner_map.ui.navigation import linked_pages


def show(title: str, translator: Translator, filtered: Dataset | None = None) -> None:
    """The header of a page; one whose partners can be filtered names their Dataset.

    Where there is no room for it all, page.css shows the menu instead of filters and links.
    """
    with st.container(key="header", horizontal=True, vertical_alignment="center"):
        st.title(title, anchor=False)
        if session.is_stale():
            _notice(translator)
        if filtered is not None:
            filter_panel.show_popover(filtered, translator)
        with st.container(key="pages", horizontal=True, width="content"):
            _links(translator)
        if session.in_kiosk():
            _languages_of_kiosk(translator)
        else:
            _language_menu(language_names()[translator.language], LANGUAGES, translator)
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


def _languages_of_kiosk(translator: Translator) -> None:
    """The first languages at the same place, whichever is on, and the others behind a button."""
    _language_buttons(CLERK_LANGUAGES, translator)
    others = [code for code in LANGUAGES if code not in CLERK_LANGUAGES]
    chosen = translator.language in others
    label = language_names()[translator.language] if chosen else translator.gettext("Languages")
    _language_menu(label, others, translator)


def _language_menu(label: str, codes: Iterable[str], translator: Translator) -> None:
    """Languages behind a button; in another language it is another one, and so closed again."""
    with (
        st.popover(
            label,
            key=f"languages-{translator.language}",
            type="secondary" if session.in_kiosk() else "tertiary",
            width="content",
        ),
        st.container(key="languages"),
    ):
        _language_buttons(codes, translator)


def _language_buttons(codes: Iterable[str], translator: Translator) -> None:
    """A button a language, in its own words; the one that is on stands out."""
    for code in codes:
        st.button(
            language_names()[code],
            key=f"language-{code}",
            type="primary" if code == translator.language else "secondary",
            width="stretch" if code not in CLERK_LANGUAGES or not session.in_kiosk() else "content",
            on_click=session.update_view,
            kwargs={"language": code},
        )


def _notice(translator: Translator) -> None:
    """Quietly, that these are the last good data, and of which day."""
    loaded = session.dataset().loaded.astimezone()
    with st.container(key="notice", width="content"):
        st.markdown(translator.gettext("Data of {date}", date=translator.day(loaded.date())))
