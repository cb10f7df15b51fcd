"""The partners as GeoJSON, and the one place that makes their URL."""

from __future__ import annotations

from partner_map.i18n.translator import translator_for
from partner_map.mapview.geojson import partners_geojson, partners_url
from partner_map.tables import read_dataset
from tests.folders import REAL


def test_the_url_names_the_language_and_the_version_where_there_is_one() -> None:
    assert partners_url("pl") == "data/partners.geojson?lang=pl"
    assert partners_url("en", "ab12") == "data/partners.geojson?lang=en&v=ab12"


def test_the_map_is_told_the_font() -> None:
    told = partners_geojson(read_dataset(REAL), translator_for("pl"), "static/media/a.woff2")

    assert told["font"] == "static/media/a.woff2"
