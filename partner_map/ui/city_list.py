"""The list of what the map shows: the same cities in the same state."""

from __future__ import annotations

import datetime

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import lasting_words
from partner_map.model import Partner, PartnershipStatus, View
from partner_map.overview import Overview, Standing, printed_year
from partner_map.timeline import status_on
from partner_map.ui import filter_panel, pager, session
from partner_map.ui.markdown import escape

ROWS_A_PAGE = 10
"""So that a step costs the same however many cities there are."""
_PAGER = "cities"


def show(seen: Overview, standing: Standing, view: View, translator: Translator) -> None:
    """A row a city, under what the filters leave; choosing one is choosing it on the map."""
    filter_panel.show_chosen(len(standing.shown), translator)
    if not standing.shown:
        with st.container(key="empty"):
            st.markdown(_empty_words(seen, view, translator))
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


def _empty_words(seen: Overview, view: View, translator: Translator) -> str:
    """Why there is no city to list."""
    if not seen.partners:
        return translator.gettext("No city matches the filters.")
    if all(partner.is_undated for partner in seen.partners):
        return translator.gettext("No dates are known yet.")
    return translator.gettext("No contacts yet at the end of {year}.", year=view.year)


def _row(partner: Partner, day: datetime.date, translator: Translator) -> str:
    """The name, the country, the year, how long it has lasted: page.css lays the parts out."""
    year = printed_year(partner, day)
    has_ended = status_on(partner, day) is PartnershipStatus.ENDED
    parts = (
        f"**{escape(partner.name[translator.language])}**",
        f":small[{escape(translator.country(partner.country))}]",
        f"*{year or '–'}*" if has_ended else f"**{year or '–'}**",
        f":small[{escape(lasting_words(partner, day, translator))}]",
    )
    return " ".join(parts)


def _choose(city: str | None) -> None:
    session.update_view(city=city)
