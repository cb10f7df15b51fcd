"""The selection to take along: files, paper, and the URL."""

from __future__ import annotations

import streamlit as st

from partner_map.exchanges.calendar import CALENDAR_TYPE, anniversaries_calendar
from partner_map.exchanges.files import Export, exchanges_csv, partners_csv, workbook
from partner_map.i18n.translator import Translator
from partner_map.tables.spreadsheet import CSV_TYPE, WORKBOOK_TYPE


def show(export: Export, translator: Translator) -> None:
    """A button that opens the downloads, each made when it is asked for, and one that prints."""
    answer = export.answer
    offers = [
        (
            translator.gettext("Exchanges (CSV)"),
            translator.gettext("exchanges.csv"),
            CSV_TYPE,
            lambda: exchanges_csv(answer, translator),
        ),
        (
            translator.gettext("Cities (CSV)"),
            translator.gettext("cities.csv"),
            CSV_TYPE,
            lambda: partners_csv(answer, translator),
        ),
        (
            translator.gettext("Everything with sources (XLSX)"),
            translator.gettext("exchanges.xlsx"),
            WORKBOOK_TYPE,
            lambda: workbook(export, translator),
        ),
        (
            translator.gettext("Anniversaries of the agreements (ICS)"),
            translator.gettext("anniversaries.ics"),
            CALENDAR_TYPE,
            lambda: anniversaries_calendar(
                answer.dataset, answer.partners, translator, export.today
            ),
        ),
    ]
    with st.popover(translator.gettext("Download"), key="downloads", width="content"):
        for label, name, media_type, make in offers:
            st.download_button(
                label,
                make,
                name,
                media_type,
                key=f"take-{name}",
                on_click="ignore",
                width="stretch",
            )
        st.caption(translator.gettext("To pass the selection on, send the address of this page."))
    # page.js opens the browser's own dialogue.
    st.button(translator.gettext("Print"), key="print")
