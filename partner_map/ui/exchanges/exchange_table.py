"""The dated exchanges as a table that can be sorted by each of its columns."""

from __future__ import annotations

import streamlit as st

from partner_map.exchanges.ordering import Column, ordered_events
from partner_map.exchanges.selection import Answer
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import event_partners, type_name
from partner_map.model import Event
from partner_map.ui import pager
from partner_map.ui.markdown import escape, link, table

ROWS_A_PAGE = 10


def show(answer: Answer, say: Translator) -> None:
    """A page of the table, with what it is sorted by above it and its pager below."""
    heading = say.gettext("Dated exchanges")
    st.header(f"{heading} ({escape(say.number(len(answer.events)))})", anchor=False)
    if not answer.events:
        st.markdown(say.gettext("No exchange in this selection has a date."))
        return
    columns = column_names(say)
    with st.container(key="sorting", horizontal=True, vertical_alignment="bottom"):
        column = st.segmented_control(
            say.gettext("Sort by"),
            list(columns),
            format_func=columns.__getitem__,
            default=Column.DATE,
            required=True,
            key=f"sort-column-{say.language}",
            on_change=pager.rewind,
        )
        directions = {"down": say.gettext("descending"), "up": say.gettext("ascending")}
        direction = st.segmented_control(
            say.gettext("Order"),
            list(directions),
            format_func=directions.__getitem__,
            default="down",
            required=True,
            key=f"sort-direction-{say.language}",
            on_change=pager.rewind,
        )
    start, end = pager.bounds(len(answer.events), ROWS_A_PAGE, "exchanges")
    page = ordered_events(answer, Column(column), direction == "down", say.language, start, end)
    with st.container(key="exchange-table"):
        st.markdown(table(list(columns.values()), [_row(answer, event, say) for event in page]))
    pager.show(len(answer.events), ROWS_A_PAGE, "exchanges")


def column_names(say: Translator) -> dict[Column, str]:
    """The columns in their order."""
    return {
        Column.DATE: say.gettext("Date"),
        Column.CITIES: say.gettext("City"),
        Column.KIND: say.gettext("Kind"),
        Column.TITLE: say.gettext("What was done"),
    }


def _row(answer: Answer, event: Event, say: Translator) -> list[str]:
    source = link(say.gettext("source"), event.source)
    return [
        escape(say.period(event.start, event.end)),
        escape(event_partners(answer.dataset, event, say)),
        escape(type_name(event.type, say)),
        f"{escape(event.title[say.language])} {source}",
    ]
