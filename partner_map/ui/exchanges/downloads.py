"""The selection to take along: files, paper, and the URL."""

from __future__ import annotations

from functools import partial

import streamlit as st

from partner_map.exchanges.calendar import CALENDAR_TYPE
from partner_map.exchanges.files import Export
from partner_map.exchanges.kept_files import FileKind, kept_file
from partner_map.i18n.translator import Translator
from partner_map.server.addresses import LiveAddresses
from partner_map.tables.spreadsheet import CSV_TYPE, WORKBOOK_TYPE


def show(export: Export, translator: Translator) -> None:
    """A button that opens the downloads, each made when it is asked for, and one that prints."""
    offers = [
        (
            translator.gettext("Exchanges (CSV)"),
            translator.gettext("exchanges.csv"),
            CSV_TYPE,
            FileKind.EXCHANGES,
        ),
        (
            translator.gettext("Cities (CSV)"),
            translator.gettext("cities.csv"),
            CSV_TYPE,
            FileKind.PARTNERS,
        ),
        (
            translator.gettext("Everything with sources (XLSX)"),
            translator.gettext("exchanges.xlsx"),
            WORKBOOK_TYPE,
            FileKind.WORKBOOK,
        ),
        (
            translator.gettext("Anniversaries of the agreements (ICS)"),
            translator.gettext("anniversaries.ics"),
            CALENDAR_TYPE,
            FileKind.ANNIVERSARIES,
        ),
    ]
    answer = export.answer
    selected = (answer.filters, export.url, export.today, translator)
    with st.popover(translator.gettext("Download"), key="downloads", width="content"):
        for label, name, media_type, kind in offers:
            st.download_button(
                label,
                partial(kept_file, answer.dataset, kind, *selected),
                name,
                media_type,
                key=f"take-{name}",
                on_click="ignore",
                width="stretch",
            )
        if calendar := _calendar(translator):
            st.link_button(
                translator.gettext("Subscribe to the anniversaries"), calendar, width="stretch"
            )
        st.caption(translator.gettext("To pass the selection on, send the address of this page."))
    # page.js opens the browser's own dialogue.
    st.button(translator.gettext("Print"), key="print")


def _calendar(translator: Translator) -> str:
    """The address by which a calendar program follows the anniversaries; empty without a host.

    Its scheme is the one at which such programs are registered.
    """
    page = st.context.url or ""
    if not page.startswith(("http://", "https://")):
        return ""
    root = page.partition("://")[2].rpartition("/")[0]
    return LiveAddresses(f"webcal://{root}/").calendar(translator.language)
