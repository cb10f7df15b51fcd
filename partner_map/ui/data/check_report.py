"""The last check of the files, in plain words."""

from __future__ import annotations

import streamlit as st

from partner_map import clock
from partner_map.i18n.translator import Translator
from partner_map.model import Dataset
from partner_map.runtime.store import Loaded
from partner_map.tables import fault_words, hint_words
from partner_map.tables.public_faults import public_fault, public_hints
from partner_map.ui.data.contents import unplaced_words
from partner_map.ui.markdown import escape

MAX_FAULTS = 50
"""So that the report stays short however much is wrong; the rest is counted."""


def show(loaded: Loaded, translator: Translator) -> None:
    """When the files were read, what is wrong with them, and what to do for a missing place."""
    st.header(translator.gettext("The last check"), anchor=False)
    if loaded.faults:
        _faults(loaded, translator)
    else:
        st.markdown(
            translator.gettext(
                "All is well: the files were last read on {moment} and have no faults.",
                moment=_checked_at(loaded, translator),
            )
        )
    _hints(loaded, translator)
    if loaded.dataset is not None:
        _places(loaded.dataset, translator)


def _checked_at(loaded: Loaded, translator: Translator) -> str:
    """When it was; on the town's clock where there is a town."""
    zone = None if loaded.dataset is None else clock.zone(loaded.dataset.town)
    return translator.moment(loaded.checked, zone)


def _faults(loaded: Loaded, translator: Translator) -> None:
    found = translator.ngettext(
        "The files were last read on {moment} and have {number} fault:",
        "The files were last read on {moment} and have {number} faults:",
        len(loaded.faults),
        moment=_checked_at(loaded, translator),
    )
    shown = loaded.faults[:MAX_FAULTS]
    lines = [f"- {escape(fault_words(public_fault(fault), translator))}" for fault in shown]
    st.markdown("\n".join([found, "", *lines]))
    rest = len(loaded.faults) - len(shown)
    if rest:
        st.markdown(
            translator.ngettext("and {number} more fault", "and {number} more faults", rest)
        )
    if loaded.dataset is not None:
        moment = loaded.dataset.loaded.astimezone()
        st.markdown(
            translator.gettext(
                "Until they are mended and saved, the map shows the data of {date}.",
                date=translator.day(moment.date()),
            )
        )


def _hints(loaded: Loaded, translator: Translator) -> None:
    """What is read though the spreadsheet hides it, or not read though it looks like the table."""
    for hint in public_hints(loaded.hints)[:MAX_FAULTS]:
        words = escape(hint_words(hint, translator))
        st.markdown(translator.gettext("Look at this: {text}", text=words))


def _places(dataset: Dataset, translator: Translator) -> None:
    """Whether the map can draw every partner; if not, what to do."""
    if not (found := unplaced_words(dataset, translator)):
        st.markdown(translator.gettext("Every partner has its place on the map."))
        return
    todo = translator.gettext(
        "The program looks up each new city by itself. Where its name leads to no place or to"
        " several, write `latitude`, `longitude` and `coordinates_source` into its row of the"
        " partners table."
    )
    st.markdown(f"{found}\n\n{todo}")
