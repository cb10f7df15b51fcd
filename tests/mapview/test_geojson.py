"""What the browser's layer is given to draw, and the one place that makes its URL."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partner_map.i18n.translator import translator_for
from partner_map.mapview.geojson import partners_geojson, partners_url
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN

DATASET = read_dataset(FROZEN)


def test_a_position_is_longitude_before_latitude_to_five_decimals() -> None:
    features = partners_geojson(DATASET, translator_for("pl"), "")["features"]

    positions = {one["properties"]["id"]: one["geometry"]["coordinates"] for one in features}
    assert positions["hranice"] == [17.73469, 49.54796]
    assert len(positions) == 8


def test_a_feature_has_the_years_of_its_partnership() -> None:
    features = partners_geojson(DATASET, translator_for("pl"), "")["features"]

    (found,) = [one for one in features if one["properties"]["id"] == "leidschendam"]
    properties = found["properties"]
    assert (properties["contacts"], properties["agreement"], properties["ended"]) == (
        1990,
        1991,
        2019,
    )
    assert properties["country"] == "NL"
    assert properties["types"] == sorted(properties["types"])
    assert "sport" in properties["types"]


def test_what_has_no_date_is_told_with_its_word_where_there_is_any() -> None:
    undated = replace(DATASET.by_id["cesis"], first_contacts=None, agreement=None, ended=None)
    dataset = replace(DATASET, partners=(undated,), events=())
    told = partners_geojson(dataset, translator_for("pl"), "")
    plain = partners_geojson(DATASET, translator_for("pl"), "")

    assert told["features"][0]["properties"]["undated"] is True
    assert told["words"]["legend_undated"] == "bez daty"
    assert "legend_undated" not in plain["words"]
    assert not [one for one in plain["features"] if "undated" in one["properties"]]


@pytest.mark.parametrize(
    ("language", "city", "legend"),
    [("pl", "Krzemieniec", "umowa"), ("en", "Kremenets", "agreement")],
)
def test_the_words_are_in_the_language(language: str, city: str, legend: str) -> None:
    told = partners_geojson(DATASET, translator_for(language), "")

    names = {one["properties"]["id"]: one["properties"]["name"] for one in told["features"]}
    assert names["krzemieniec"] == city
    assert told["words"]["legend_agreement"] == legend
    assert told["language"] == language
    assert told["version"] == DATASET.version
    assert "{name}" in told["words"]["aria_ended"]
    assert "{year}" in told["words"]["aria_ended"]
    assert told["town"]["latitude"] == DATASET.town.coordinate.latitude
    assert told["town"]["longitude"] == DATASET.town.coordinate.longitude


@pytest.mark.parametrize(
    ("language", "names"),
    [("pl", ["Czechy", "Holandia", "Polska"]), ("en", ["Czechia", "Netherlands", "Poland"])],
)
def test_the_map_is_told_the_countries_by_name_and_which_is_home(
    language: str, names: list[str]
) -> None:
    told = partners_geojson(DATASET, translator_for(language), "")

    assert [told["countries"][code] for code in ("CZ", "NL", "PL")] == names
    assert told["town"]["country"] == "PL"
    assert DATASET.countries <= told["countries"].keys()


def test_the_url_names_the_language_and_the_version_where_there_is_one() -> None:
    assert partners_url("pl") == "data/partners.geojson?lang=pl"
    assert partners_url("en", "ab12") == "data/partners.geojson?lang=en&v=ab12"


def test_the_map_is_told_the_font() -> None:
    collection = partners_geojson(DATASET, translator_for("pl"), "static/media/a.woff2")

    assert collection["font"] == "static/media/a.woff2"
