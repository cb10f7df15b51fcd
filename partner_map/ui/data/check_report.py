"""The last check of the files, in plain words."""

from __future__ import annotations

import datetime

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.model import Dataset
from partner_map.runtime.store import Loaded
from partner_map.tables import fault_words
from partner_map.tables.public_faults import public_fault
from partner_map.ui.markdown import escape

MOST_FAULTS = 50
MOST_NAMES = 30
"""So that the report stays short however much is wrong; the rest is counted."""


def show(loaded: Loaded, say: Translator) -> None:
    """When the files were read, what is wrong with them, what is shown, what lacks a place."""
    st.header(say.gettext("The last check"), anchor=False)
    with st.container(key="check"):
        if loaded.faults:
            _faults(loaded, say)
        else:
            st.markdown(
                say.gettext(
                    "All is well: the files were last read on {moment} and have no faults.",
                    moment=say.moment(loaded.checked),
                )
            )
        if loaded.dataset is not None:
            moment = datetime.datetime.fromisoformat(loaded.dataset.loaded)
            st.markdown(
                say.gettext("The data shown were loaded on {moment}.", moment=say.moment(moment))
            )
            _unplaced(loaded.dataset, say)


def _faults(loaded: Loaded, say: Translator) -> None:
    found = say.ngettext(
        "The files were last read on {moment} and have {number} fault:",
        "The files were last read on {moment} and have {number} faults:",
        len(loaded.faults),
        moment=say.moment(loaded.checked),
    )
    shown = loaded.faults[:MOST_FAULTS]
    lines = [f"- {escape(fault_words(public_fault(fault), say))}" for fault in shown]
    st.markdown("\n".join([found, "", *lines]))
    rest = len(loaded.faults) - len(shown)
    if rest:
        st.markdown(say.ngettext("and {number} more fault", "and {number} more faults", rest))
    if loaded.dataset is not None:
        moment = datetime.datetime.fromisoformat(loaded.dataset.loaded).astimezone()
        st.markdown(
            say.gettext(
                "Until they are mended and saved, the map shows the data of {date}.",
                date=say.day(moment.date()),
            )
        )


def _unplaced(dataset: Dataset, say: Translator) -> None:
    """The partners that the map cannot draw, and what to do."""
    names = [
        partner.name[say.language] for partner in dataset.partners if partner.coordinate is None
    ]
    if not names:
        st.markdown(say.gettext("Every partner has its place on the map."))
        return
    found = say.ngettext(
        "{number} partner has no place on the map yet:",
        "{number} partners have no place on the map yet:",
        len(names),
    )
    listed = escape(", ".join(names[:MOST_NAMES]))
    rest = len(names) - MOST_NAMES
    more = "" if rest <= 0 else " " + say.ngettext("and {number} more", "and {number} more", rest)
    todo = say.gettext(
        "The program looks up each new city by itself. Where its name leads to no place or to"
        " several, write `latitude`, `longitude` and `coordinates_source` into its row of the"
        " partners table."
    )
    st.markdown(f"{found} **{listed}**{more}\n\n{todo}")
