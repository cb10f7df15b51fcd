"""The files of open data as pages list them."""

from __future__ import annotations

from partner_map.i18n.table_names import table_name
from partner_map.i18n.translator import Translator
from partner_map.open_data.catalogue import CATALOGUE_FILE
from partner_map.open_data.datapackage import PACKAGE_FILE
from partner_map.open_data.geojson import GEOJSON_FILE
from partner_map.tables.files import TO_TAKE_ALONG


def file_labels(translator: Translator) -> list[tuple[str, str]]:
    """What each file of open data is, and its name."""
    return [
        (translator.gettext("partners for a map (GeoJSON)"), GEOJSON_FILE),
        *(
            (f"{table_name(table.name, translator)} ({ending.upper()})", f"{table.name}.{ending}")
            for table in TO_TAKE_ALONG
            for ending in ("csv", "xlsx")
        ),
        (translator.gettext("the columns explained to programs (Data Package)"), PACKAGE_FILE),
        (translator.gettext("the entry for a catalogue of data (DCAT-AP)"), CATALOGUE_FILE),
    ]


def feed_label(translator: Translator) -> str:
    """What the feed is."""
    return translator.gettext("new exchanges and changes of the data to follow (Atom)")


def open_data_words(translator: Translator) -> str:
    """What the files are for."""
    return translator.gettext(
        "The data at addresses that stay: for map programs such as uMap and QGIS, for"
        " spreadsheets, and for other sites, which may read them there."
    )
