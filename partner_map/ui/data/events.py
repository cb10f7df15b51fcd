"""The dated exchanges, each with its source."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import type_name
from partner_map.model import Dataset, Event
from partner_map.ui import session
from partner_map.ui.data import table
from partner_map.ui.markdown import escape

EVENTS_A_PAGE = 20
"""So that the page costs the same however much has happened."""
_KEY = "events-page"


def show(dataset: Dataset, say: Translator) -> None:
    """The exchanges of the page that the visitor turned to, newest first."""
    heading = say.gettext("Exchanges and their sources")
    st.header(heading, anchor=False)
    if not dataset.events:
        st.markdown(say.gettext("The table has no rows."))
        return
    pages = -(-len(dataset.events) // EVENTS_A_PAGE)
    end = len(dataset.events) - (session.page_number(_KEY, pages) - 1) * EVENTS_A_PAGE
    table.draw(
        heading,
        (
            say.gettext("Date"),
            say.gettext("City"),
            say.gettext("Kind of exchange"),
            say.gettext("What happened"),
            say.gettext("Source"),
        ),
        [
            _row(dataset, event, say)
            for event in reversed(dataset.events[max(0, end - EVENTS_A_PAGE) : end])
        ],
    )
    if pages > 1:
        st.pagination(pages, key=_KEY)


def _row(dataset: Dataset, event: Event, say: Translator) -> tuple[str, ...]:
    cities = ", ".join(dataset.by_id[partner].name[say.language] for partner in event.partners)
    return (
        escape(say.period(event.start, event.end)),
        escape(cities),
        escape(type_name(event.type, say)),
        escape(event.title[say.language]),
        table.source_links((event.source,)),
    )
