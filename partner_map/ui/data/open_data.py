"""The same data for the programs of others, and their licence where the town has chosen one."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.model import Dataset
from partner_map.open_data.files import FOLDER
from partner_map.open_data.labels import feed_label, file_labels, open_data_words
from partner_map.permalink import home_query
from partner_map.server.addresses import FEED
from partner_map.ui.markdown import escape, link


def show(dataset: Dataset, translator: Translator) -> None:
    """The addresses of the files, each with what it is."""
    st.header(translator.gettext("Open data"), anchor=False)
    st.markdown(open_data_words(translator))
    feed = f"./{FEED}{home_query({'lang': [translator.language]})}"
    files = [
        *((label, _path(name)) for label, name in file_labels(translator)),
        (feed_label(translator), feed),
    ]
    lines = [f"- [{escape(label)}]({path})" for label, path in files]
    if dataset.town.licence:
        licence = link(dataset.town.licence, dataset.town.licence)
        told = translator.gettext("Licence of the facts: {licence}", licence=licence)
        lines += ["", told]
    st.markdown("\n".join(lines))


def _path(name: str) -> str:
    """Relative to the page, which is one step below the root."""
    return f"./{FOLDER}/{name}"
