"""The list of what the map shows: the same cities in the same state."""

from __future__ import annotations

import datetime

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.model import Partner, View
from partner_map.overview import Overview, Standing
from partner_map.summary import ROWS_A_PAGE, city_row, no_cities_words
from partner_map.ui import filter_panel, pager, session
from partner_map.ui.markdown import escape

_PAGER = "cities"


def show(seen: Overview, standing: Standing, view: View, translator: Translator) -> None:
    """A row a city, under what the filters leave; choosing one is choosing it on the map."""
    filter_panel.show_chosen(len(standing.shown), translator)
    if not standing.shown:
        with st.container(key="empty"):
            st.markdown(no_cities_words(seen, view.year, translator))
        return
    page = pager.page_of(standing.shown, ROWS_A_PAGE, _PAGER)
    pager.show(len(standing.shown), ROWS_A_PAGE, _PAGER)
    rows = {partner.id: partner for partner in page}
    key = f"cities-{translator.language}"
    session.set_widget(key, view.city if view.city in rows else None)
    st.pills(
        translator.gettext("Partner cities"),
        list(rows),
        format_func=lambda city: _row(rows[city], standing.day, translator),
        key=key,
        label_visibility="collapsed",
        width="stretch",
        on_change=session.with_value(key, _choose),
    )


def _row(partner: Partner, day: datetime.date, translator: Translator) -> str:
    """The name, the country, the year, how long it has lasted: page.css lays the parts out."""
    row = city_row(partner, day, translator)
    parts = (
        f"**{escape(row.name)}**",
        f":small[{escape(row.country)}]",
        f"*{row.year}*" if row.has_ended else f"**{row.year}**",
        f":small[{escape(row.lasting)}]",
    )
    return " ".join(parts)


def _choose(city: str | None) -> None:
    session.update_view(city=city)
