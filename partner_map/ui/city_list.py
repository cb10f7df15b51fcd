"""The list of what the map shows: the same cities in the same order and state."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import status_words
from partner_map.model import Partner, View
from partner_map.ui import filter_panel, pager, session
from partner_map.ui.markdown import escape

ROWS_A_PAGE = 10
"""So that a step costs the same however many cities there are."""
_PAGER = "cities"


def show(shown: Sequence[Partner], view: View, translator: Translator, filtered: bool) -> None:
    """A row a city; choosing one is choosing it on the map, choosing it again clears."""
    if not shown:
        with st.container(key="empty"):
            if filtered:
                st.markdown(translator.gettext("No city matches the filters."))
                st.button(
                    translator.gettext("Clear the filters"), key="clear", on_click=_clear_filters
                )
            else:
                st.markdown(
                    translator.gettext("No contacts yet at the end of {year}.", year=view.year)
                )
        return
    page = pager.page_of(shown, ROWS_A_PAGE, _PAGER)
    pager.show(len(shown), ROWS_A_PAGE, _PAGER)
    rows = {partner.id: partner for partner in page}
    key = f"cities-{translator.language}"
    session.set_widget(key, view.city if view.city in rows else None)
    st.pills(
        translator.gettext("Partner cities at the end of {year}", year=view.year),
        list(rows),
        format_func=lambda city: _row(rows[city], view, translator),
        key=key,
        width="stretch",
        on_change=_choose,
        args=(key,),
    )


def _row(partner: Partner, view: View, translator: Translator) -> str:
    name = escape(partner.name[translator.language])
    return f"**{name}** {escape(status_words(partner, view.year, translator))}"


def _choose(key: str) -> None:
    session.update_view(city=st.session_state[key])


def _clear_filters() -> None:
    filter_panel.clear()
    st.rerun()
