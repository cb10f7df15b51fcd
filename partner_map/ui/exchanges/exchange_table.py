"""The dated exchanges as a table that can be sorted by each of its columns."""

from __future__ import annotations

import streamlit as st

from partner_map.exchanges.ordering import SortKey, ordered_events
from partner_map.exchanges.selection import Answer
from partner_map.exchanges.wording import event_count
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import event_partners, event_types
from partner_map.model import Event
from partner_map.ui import pager
from partner_map.ui.markdown import escape, link, table, told

ROWS_A_PAGE = 10


def show(answer: Answer, translator: Translator) -> None:
    """A page of the table, with what it is sorted by above it and its pager below."""
    if not answer.events:
        st.markdown(translator.gettext("No event in this selection has a date."))
        return
    st.subheader(escape(event_count(len(answer.events), translator)), anchor=False)
    columns = column_names(translator)
    with st.container(key="sorting", horizontal=True, vertical_alignment="bottom"):
        sort_key = st.segmented_control(
            translator.gettext("Sort by"),
            list(columns),
            format_func=columns.__getitem__,
            default=SortKey.DATE,
            required=True,
            wrap=True,
            key=f"sort-column-{translator.language}",
            on_change=pager.rewind,
        )
        directions = {
            "down": translator.gettext("descending"),
            "up": translator.gettext("ascending"),
        }
        direction = st.segmented_control(
            translator.gettext("Order"),
            list(directions),
            format_func=directions.__getitem__,
            default="down",
            required=True,
            wrap=True,
            key=f"sort-direction-{translator.language}",
            on_change=pager.rewind,
        )
    start, end = pager.bounds(len(answer.events), ROWS_A_PAGE, "exchanges")
    page = ordered_events(
        answer, SortKey(sort_key), direction == "down", translator.language, start, end
    )
    with st.container(key="exchange-table"):
        st.markdown(
            table(list(columns.values()), [_row(answer, event, translator) for event in page])
        )
    pager.show(len(answer.events), ROWS_A_PAGE, "exchanges")


def column_names(translator: Translator) -> dict[SortKey, str]:
    """The columns in their order."""
    return {
        SortKey.DATE: translator.gettext("Date"),
        SortKey.CITIES: translator.gettext("City"),
        SortKey.TYPE: translator.gettext("Type"),
        SortKey.TITLE: translator.gettext("What was done"),
    }


def _row(answer: Answer, event: Event, translator: Translator) -> list[str]:
    source = link(translator.gettext("source"), event.source)
    return [
        escape(translator.period(event.start, event.end)),
        escape(event_partners(answer.dataset, event, translator)),
        escape(event_types(event, translator)),
        f"{told(event.title, translator)} {source}",
    ]
