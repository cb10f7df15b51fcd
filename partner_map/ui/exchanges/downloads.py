"""The selection to take along: files, paper, and the address."""

from __future__ import annotations

import streamlit as st

from partner_map.exchanges.calendar import CALENDAR_TYPE, anniversaries_calendar
from partner_map.exchanges.files import Taken, exchanges_csv, partners_csv, workbook
from partner_map.i18n.translator import Translator
from partner_map.tables.spreadsheet import CSV_TYPE, WORKBOOK_TYPE


def show(taken: Taken, say: Translator) -> None:
    """A button that opens the downloads, each made when it is asked for, and one that prints."""
    answer = taken.answer
    offers = [
        (
            say.gettext("Exchanges (CSV)"),
            say.gettext("exchanges.csv"),
            CSV_TYPE,
            lambda: exchanges_csv(answer, say),
        ),
        (
            say.gettext("Cities (CSV)"),
            say.gettext("cities.csv"),
            CSV_TYPE,
            lambda: partners_csv(answer, say),
        ),
        (
            say.gettext("Everything with sources (XLSX)"),
            say.gettext("exchanges.xlsx"),
            WORKBOOK_TYPE,
            lambda: workbook(taken, say),
        ),
        (
            say.gettext("Anniversaries of the agreements (ICS)"),
            say.gettext("anniversaries.ics"),
            CALENDAR_TYPE,
            lambda: anniversaries_calendar(answer.dataset, answer.partners, say, taken.today),
        ),
    ]
    with st.popover(say.gettext("Take along"), key="take-along", width="content"):
        for label, name, kind, make in offers:
            st.download_button(
                label, make, name, kind, key=f"take-{name}", on_click="ignore", width="stretch"
            )
        st.caption(say.gettext("To pass the selection on, send the address of this page."))
    # page.js opens the browser's own dialogue.
    st.button(say.gettext("Print"), key="print")
