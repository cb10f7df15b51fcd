"""The files of open data as the programs of others read them."""

from __future__ import annotations

import datetime
import json
import re
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import shape

from partner_map.i18n.translator import translator_for
from partner_map.model import LANGUAGES, Dataset
from partner_map.open_data.files import OPEN_FILES, open_file
from partner_map.open_data.manifest import manifest
from partner_map.tables import read_dataset
from partner_map.tables.columns import AGREEMENTS, EVENTS, PARTNERS
from partner_map.tables.rows import named_rows
from tests.support.folders import FROZEN
from tests.support.sites import DATASET, SITE, TODAY

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LICENSED = replace(DATASET, town=replace(DATASET.town, licence=LICENCE))


def read(name: str, dataset: Dataset = DATASET, today: datetime.date = TODAY) -> Any:
    return json.loads(open_file(name, dataset, SITE, today))


def node(kind: str, dataset: Dataset = DATASET) -> dict[str, Any]:
    graph: list[dict[str, Any]] = read("catalogue.jsonld", dataset)["@graph"]
    return next(one for one in graph if one["@type"] == kind)


@pytest.mark.parametrize("name", OPEN_FILES)
def test_the_same_tables_give_the_same_bytes(name: str) -> None:
    again = read_dataset(FROZEN)

    assert open_file(name, DATASET, SITE, TODAY) == open_file(name, again, SITE, TODAY)


def test_the_map_has_each_partner_with_names_dates_country_and_the_days_status() -> None:
    features = {one["id"]: one for one in read("partners.geojson")["features"]}

    assert list(features) == [partner.id for partner in DATASET.placed]
    told = features["leidschendam"]["properties"]
    assert (told["name_pl"], told["country"], told["country_en"]) == (
        "Leidschendam",
        "NL",
        "Netherlands",
    )
    assert (told["agreement"], told["ended"]) == ("1991-05-03", "2019-01-08")
    assert (told["status"], told["as_of"]) == ("ended", "2026-11-24")
    assert shape(features["leidschendam"]["geometry"]).coords[0] == (4.4, 52.083)


def test_the_status_is_that_of_the_day() -> None:
    features = read("partners.geojson", today=datetime.date(2018, 1, 1))["features"]

    assert {one["id"]: one["properties"]["status"] for one in features}["leidschendam"] == (
        "agreement"
    )


def test_all_features_have_the_same_plain_properties() -> None:
    features = read("partners.geojson")["features"]

    assert len({tuple(one["properties"]) for one in features}) == 1
    values = [value for one in features for value in one["properties"].values()]
    assert all(value is None or isinstance(value, str | int) for value in values)


def test_the_data_package_is_valid_and_so_is_each_table(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import Package  # noqa: PLC0415  # it warns while it is imported

        for name in OPEN_FILES:
            (tmp_path / name).write_bytes(open_file(name, LICENSED, SITE, TODAY))
        report = Package(str(tmp_path / "datapackage.json")).validate()

    assert report.flatten(["taskNumber", "title", "message"]) == []
    assert report.valid
    assert report.stats["tasks"] == 3


def test_the_data_package_describes_each_column_as_it_is_declared() -> None:
    resources = {one["name"]: one for one in read("datapackage.json")["resources"]}

    for table in (PARTNERS, EVENTS, AGREEMENTS):
        fields = resources[table.name]["schema"]["fields"]
        names, _ = named_rows(DATASET, table)
        assert [field["name"] for field in fields] == names
        assert [field["constraints"]["required"] for field in fields] == [
            table.readable[name].required for name in names
        ]
        assert all(field["description"] for field in fields)


def test_no_licence_is_claimed_that_the_town_has_not_chosen() -> None:
    for name in ("datapackage.json", "catalogue.jsonld"):
        told = open_file(name, DATASET, SITE, TODAY).decode().lower()
        assert not re.search('"(dct:)?licen[cs]', told)  # the words explain photo_licence


def test_the_licence_that_the_town_has_chosen_is_named() -> None:
    assert read("datapackage.json", LICENSED)["licenses"] == [{"path": LICENCE}]
    for one in node("dcat:Dataset", LICENSED)["dcat:distribution"]:
        assert one["dct:license"] == {"@id": LICENCE}


def test_the_catalogue_has_what_the_profile_asks_for_and_every_file() -> None:
    """DCAT-AP 3.0: the mandatory properties of a catalogue, a data set and a distribution."""
    catalogue, data = node("dcat:Catalog"), node("dcat:Dataset")

    for one in (catalogue, data):
        for name in ("dct:title", "dct:description"):
            assert [text["@language"] for text in one[name]] == list(LANGUAGES)
            assert all(text["@value"] for text in one[name])
        assert one["dct:publisher"] == {"@id": node("foaf:Agent")["@id"]}
    assert catalogue["dcat:dataset"] == {"@id": data["@id"]}
    urls = [one["dcat:accessURL"]["@id"] for one in data["dcat:distribution"]]
    assert urls == [SITE.file(name) for name in OPEN_FILES if name != "catalogue.jsonld"]


def test_the_manifest_is_of_the_town() -> None:
    told = json.loads(
        manifest(DATASET, translator_for("en"), "./?lang=en", "i.svg", ["s.png", "l.png"])
    )

    assert told["name"] == "Partner cities of Konstancin-Jeziorna"
    assert (told["lang"], told["start_url"]) == ("en", "./?lang=en")
    icons = [(icon["src"], icon["sizes"]) for icon in told["icons"]]
    assert icons == [("i.svg", "any"), ("s.png", "192x192"), ("l.png", "512x512")]
