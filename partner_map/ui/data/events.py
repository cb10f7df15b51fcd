"""The dated exchanges, each with its source."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.letters import isolated
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import event_types
from partner_map.model import Dataset, Event
from partner_map.ui import pager
from partner_map.ui.data import table
from partner_map.ui.markdown import escape, told

EVENTS_A_PAGE = 20
"""So that the page costs the same however much has happened."""
_PAGER = "events"


def show(dataset: Dataset, translator: Translator) -> None:
    """The exchanges of the page that the visitor turned to, newest first."""
    heading = translator.gettext("Exchanges and their sources")
    st.header(heading, anchor=False)
    if not dataset.events:
        st.markdown(translator.gettext("The table has no rows."))
        return
    page = pager.page_of(dataset.events[::-1], EVENTS_A_PAGE, _PAGER)
    table.draw(
        heading,
        (
            translator.gettext("Date"),
            translator.gettext("City"),
            translator.gettext("Type of exchange"),
            translator.gettext("What happened"),
            translator.gettext("Source"),
        ),
        [_row(dataset, event, translator) for event in page],
    )
    pager.show(len(dataset.events), EVENTS_A_PAGE, _PAGER)


def _row(dataset: Dataset, event: Event, translator: Translator) -> tuple[str, ...]:
    cities = ", ".join(
        isolated(dataset.by_id[partner].name[translator.language]) for partner in event.partners
    )
    return (
        escape(translator.period(event.start, event.end)),
        escape(cities),
        escape(event_types(event, translator)),
        told(event.title, translator),
        table.source_links((event.source,)),
    )
