"""The tables to take along, filled and blank; a file is made when it is asked for."""

from __future__ import annotations

from functools import partial

import streamlit as st

from partner_map.i18n.table_names import table_name
from partner_map.i18n.translator import Translator
from partner_map.model import Dataset
from partner_map.tables import Table
from partner_map.tables.files import TO_TAKE_ALONG, blank_workbook, table_csv, table_workbook
from partner_map.tables.spreadsheet import CSV_TYPE, WORKBOOK_TYPE


def show(dataset: Dataset, translator: Translator) -> None:
    """For each table a workbook, a CSV and a blank template."""
    st.header(translator.gettext("Tables to download"), anchor=False)
    st.markdown(
        translator.gettext(
            "The tables as they should be kept. Either file can be changed in Excel or LibreOffice"
            " Calc and put into the program's data folder: as a workbook or as CSV, not both. The"
            " second sheet of a workbook explains its columns, and a template is a workbook"
            " without rows."
        )
    )
    for table in TO_TAKE_ALONG:
        _buttons(dataset, table, translator)


def _buttons(dataset: Dataset, table: Table, translator: Translator) -> None:
    name = table_name(table.name, translator)
    template = translator.gettext("template")
    st.subheader(name, anchor=False)
    with st.container(horizontal=True):
        st.download_button(
            translator.gettext("{table}: workbook (XLSX)", table=name),
            partial(table_workbook, dataset, table, translator),
            f"{table.name}.xlsx",
            WORKBOOK_TYPE,
            key=f"{table.name}-xlsx",
            on_click="ignore",
        )
        st.download_button(
            translator.gettext("{table}: CSV file", table=name),
            partial(table_csv, dataset, table),
            f"{table.name}.csv",
            CSV_TYPE,
            key=f"{table.name}-csv",
            on_click="ignore",
        )
        st.download_button(
            translator.gettext("{table}: blank template (XLSX)", table=name),
            partial(blank_workbook, table, translator),
            f"{table.name}-{template}.xlsx",
            WORKBOOK_TYPE,
            key=f"{table.name}-template",
            on_click="ignore",
        )
