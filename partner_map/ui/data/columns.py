"""The columns of the tables, explained."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.tables import EVENTS, PARTNERS, Table
from partner_map.tables.column_words import column_words, table_name
from partner_map.ui.data import table as page_table
from partner_map.ui.markdown import escape


def show(say: Translator) -> None:
    """A table of columns for each of the tables, to be unfolded."""
    st.header(say.gettext("The columns explained"), anchor=False)
    for table in (PARTNERS, EVENTS):
        count = say.ngettext("{number} column", "{number} columns", len(table.columns))
        with st.expander(f"**{table_name(table, say)}** {count}"):
            _columns(table, say)


def _columns(table: Table, say: Translator) -> None:
    page_table.draw(
        table_name(table, say),
        (
            say.gettext("Column"),
            say.gettext("What it holds"),
            say.gettext("What may stand there"),
            say.gettext("Example"),
            say.gettext("Required"),
            say.gettext("Length"),
        ),
        [
            (
                f"`{words.name}`",
                escape(words.meaning),
                escape(words.allowed),
                f"`{words.example}`",  # code, so that no address in it becomes a link
                say.gettext("required") if words.required else say.gettext("may stay empty"),
                say.ngettext(
                    "up to {number} character", "up to {number} characters", words.longest
                ),
            )
            for words in column_words(table, say)
        ],
    )
