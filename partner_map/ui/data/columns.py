"""The columns of the tables, explained."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.table_names import table_name
from partner_map.i18n.translator import Translator
from partner_map.tables import Table
from partner_map.tables.column_words import column_words
from partner_map.tables.files import TO_TAKE_ALONG
from partner_map.ui.data import table as page_table
from partner_map.ui.markdown import escape


def show(translator: Translator) -> None:
    """A table of columns for each of the tables."""
    st.header(translator.gettext("The columns explained"), anchor=False)
    for table in TO_TAKE_ALONG:
        count = translator.ngettext("{number} column", "{number} columns", len(table.columns))
        st.subheader(f"{table_name(table.name, translator)} · {count}", anchor=False)
        _columns(table, translator)


def _columns(table: Table, translator: Translator) -> None:
    page_table.draw(
        table_name(table.name, translator),
        (
            translator.gettext("Column"),
            translator.gettext("What it holds"),
            translator.gettext("What may stand there"),
            translator.gettext("Example"),
            translator.gettext("Required"),
            translator.gettext("Length"),
        ),
        [
            (
                f"`{words.name}`",
                escape(words.meaning),
                escape(words.allowed),
                f"`{words.example}`",  # code, so that no URL in it becomes a link
                translator.gettext("required")
                if words.required
                else translator.gettext("may stay empty"),
                translator.ngettext(
                    "up to {number} character", "up to {number} characters", words.max_characters
                ),
            )
            for words in column_words(table, translator)
        ],
    )
