"""The tables described for programs: a Data Package of Frictionless Data, version 1."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from partner_map.i18n.letters import without_isolates
from partner_map.i18n.table_names import table_name
from partner_map.i18n.translator import Translator
from partner_map.model import Dataset
from partner_map.open_data.addresses import Addresses
from partner_map.open_data.words import DESCRIPTION, title_words
from partner_map.tables import AGREEMENTS, PARTNERS, Column, Table
from partner_map.tables.column_words import column_words
from partner_map.tables.columns import CellKind
from partner_map.tables.files import TO_TAKE_ALONG
from partner_map.tables.rows import named_rows

PACKAGE_FILE: Final = "datapackage.json"
_EDTF: Final = "http://id.loc.gov/datatypes/edtf"


def data_package(dataset: Dataset, addresses: Addresses, translator: Translator) -> bytes:
    """The description of the tables' CSV files, which lie beside it, column by column."""
    town = dataset.town
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": "partner-cities",
        "id": addresses.file(PACKAGE_FILE),
        "title": title_words(dataset, translator),
        "description": translator.gettext(DESCRIPTION),
        "homepage": addresses.data(translator.language),
        "version": dataset.version,
        "sources": [{"title": town.name[translator.language], "path": town.partners_page}],
    }
    if town.licence:
        package["licenses"] = [{"path": town.licence}]
    package["resources"] = [_resource(dataset, table, translator) for table in TO_TAKE_ALONG]
    return f"{json.dumps(package, ensure_ascii=False, indent=2)}\n".encode()


def _resource(dataset: Dataset, table: Table, translator: Translator) -> dict[str, Any]:
    words = column_words(table, translator)
    by_name = {told.name: told for told in words}
    names, _ = named_rows(dataset, table)
    # The columns of further languages are told as one, the last.
    told_of = [(table.readable[name], by_name.get(name, words[-1])) for name in names]
    schema: dict[str, Any] = {
        "fields": [
            {
                "name": column.name,
                "description": without_isolates(f"{told.meaning}; {told.allowed}"),
                **_type(column),
                "constraints": _constraints(column, table),
            }
            for column, told in told_of
        ],
        "missingValues": [""],
    }
    if table is PARTNERS:
        schema["primaryKey"] = ["id"]
    if table is AGREEMENTS:
        reference = {"resource": PARTNERS.name, "fields": ["id"]}
        schema["foreignKeys"] = [{"fields": ["partner"], "reference": reference}]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table_name(table.name, translator),
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ";", "lineTerminator": "\r\n"},
        "schema": schema,
    }


def _type(column: Column) -> dict[str, Any]:
    match column.kind:
        case CellKind.LATITUDE | CellKind.LONGITUDE:
            return {"type": "number", "example": column.example.replace(",", ".")}
        case CellKind.DATE:
            return {"type": "string", "rdfType": _EDTF, "example": column.example}
        case CellKind.URL:
            return {"type": "string", "format": "uri", "example": column.example}
        case _:
            return {"type": "string", "example": column.example}


def _constraints(column: Column, table: Table) -> dict[str, Any]:
    told: dict[str, Any] = {"required": column.required}
    match column.kind:
        case CellKind.WORD:
            told["enum"] = list(column.words)
        case CellKind.WORDS:
            one = "|".join(re.escape(word) for word in column.words)
            told["pattern"] = rf"({one})(\|({one}))*"
        case CellKind.LATITUDE:
            told |= {"minimum": -90, "maximum": 90}
        case CellKind.LONGITUDE:
            told |= {"minimum": -180, "maximum": 180}
        case _:
            told["maxLength"] = column.limit
    if table is PARTNERS and column.kind is CellKind.ID:
        told["unique"] = True
    return told
