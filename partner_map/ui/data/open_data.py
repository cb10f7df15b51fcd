"""The same data for the programs of others, and their licence where the town has chosen one."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.model import Dataset
from partner_map.open_data.catalogue import CATALOGUE_FILE
from partner_map.open_data.datapackage import PACKAGE_FILE
from partner_map.open_data.files import FOLDER
from partner_map.open_data.geojson import GEOJSON_FILE
from partner_map.permalink import home_query
from partner_map.server.addresses import FEED
from partner_map.tables.column_words import table_name
from partner_map.tables.files import TO_TAKE_ALONG
from partner_map.ui.markdown import escape, link


def show(dataset: Dataset, translator: Translator) -> None:
    """The addresses of the files, each with what it is."""
    st.header(translator.gettext("Open data"), anchor=False)
    st.markdown(
        translator.gettext(
            "The data at addresses that stay: for map programs such as uMap and QGIS, for"
            " spreadsheets, and for other sites, which may read them there."
        )
    )
    feed = f"./{FEED}{home_query({'lang': [translator.language]})}"
    files = [
        (translator.gettext("partners for a map (GeoJSON)"), _path(GEOJSON_FILE)),
        *(
            (f"{table_name(table, translator)} ({ending.upper()})", _path(f"{table.name}.{ending}"))
            for table in TO_TAKE_ALONG
            for ending in ("csv", "xlsx")
        ),
        (
            translator.gettext("the columns explained to programs (Data Package)"),
            _path(PACKAGE_FILE),
        ),
        (translator.gettext("the entry for a catalogue of data (DCAT-AP)"), _path(CATALOGUE_FILE)),
        (translator.gettext("new exchanges to follow (Atom)"), feed),
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
