"""Every file of open data, by its name below one folder of a site."""

from __future__ import annotations

import datetime
from typing import Final

from partner_map.i18n.translator import translator_for
from partner_map.model import LANGUAGES, Dataset
from partner_map.open_data import catalogue, datapackage, geojson
from partner_map.open_data.addresses import Addresses
from partner_map.tables.files import TO_TAKE_ALONG, table_csv, table_workbook
from partner_map.tables.spreadsheet import CSV_TYPE, WORKBOOK_TYPE

FOLDER: Final = "open-data"
"""Where a site has the files, relative to its root."""
OPEN_FILES: Final = {
    geojson.GEOJSON_FILE: geojson.GEOJSON_TYPE,
    **{f"{table.name}.csv": CSV_TYPE for table in TO_TAKE_ALONG},
    **{f"{table.name}.xlsx": WORKBOOK_TYPE for table in TO_TAKE_ALONG},
    datapackage.PACKAGE_FILE: "application/json",
    catalogue.CATALOGUE_FILE: catalogue.CATALOGUE_TYPE,
}
"""The media types of the files by their names."""
READ_ANYWHERE: Final = {"Access-Control-Allow-Origin": "*"}
"""What lets the pages of other sites read a file (Fetch Standard, CORS protocol)."""


def open_file(name: str, dataset: Dataset, addresses: Addresses, today: datetime.date) -> bytes:
    """One of ``OPEN_FILES``; words that tables explain themselves by are in the first language."""
    translator = translator_for(LANGUAGES[0])
    match name:
        case geojson.GEOJSON_FILE:
            return geojson.open_geojson(dataset, addresses, today)
        case datapackage.PACKAGE_FILE:
            return datapackage.data_package(dataset, addresses, translator)
        case catalogue.CATALOGUE_FILE:
            described = {file: kind for file, kind in OPEN_FILES.items() if file != name}
            return catalogue.catalogue(dataset, addresses, described)
    stem, _, ending = name.rpartition(".")
    table = next(table for table in TO_TAKE_ALONG if table.name == stem)
    if ending == "csv":
        return table_csv(dataset, table)
    return table_workbook(dataset, table, translator)
