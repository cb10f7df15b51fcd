"""The published pages say of every year, under any filters, what the live application says."""

from __future__ import annotations

import datetime
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from partner_map.chart import timeline_chart
from partner_map.i18n.translator import Translator, translator_for
from partner_map.i18n.wording import year_words
from partner_map.model import LANGUAGES, Dataset, Filters
from partner_map.overview import overview
from partner_map.site.told import told
from partner_map.summary import city_row, filters_words, no_cities_words, summary_of
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN
from tests.support.made import made_dataset
from tools.npm import NODE

SCRIPT = Path(__file__).with_name("told_lines.js")
TODAY = datetime.date(2026, 11, 26)


def seen_of(dataset: Dataset, number: int) -> list[dict[str, Any]]:
    """A look at each year, and at some years through filters and with a city."""
    types, countries = sorted(dataset.types), sorted(dataset.countries)
    looks: list[dict[str, Any]] = []
    for year in range(dataset.town.first_year, TODAY.year + 1):
        turn = year + number
        looks.append({"year": year, "city": None, "types": [], "countries": []})
        looks.append(
            {
                "year": year,
                "city": dataset.partners[turn % len(dataset.partners)].id,
                "types": types[turn % len(types) :][:2] if turn % 2 else [],
                "countries": [countries[turn % len(countries)]] if turn % 3 == 0 else [],
            }
        )
    return looks


def said_by_python(
    dataset: Dataset, look: Mapping[str, Any], translator: Translator
) -> Mapping[str, Any]:
    """What the live application says of a look."""
    filters = Filters(types=frozenset(look["types"]), countries=frozenset(look["countries"]))
    seen, year = overview(dataset, filters), look["year"]
    standing = seen.at(year, TODAY)
    summary = summary_of(standing, year == TODAY.year, translator)
    rows = [city_row(partner, standing.day, translator) for partner in standing.shown]
    chart = timeline_chart(dataset, filters, look["city"], translator.language, TODAY.year)
    filtered = filters.types or filters.countries
    return {
        "year": year_words(seen.year(year), translator),
        "summary": {
            "day": summary.day,
            "heading": summary.heading,
            "lines": list(summary.lines),
        },
        "rows": [
            {
                "id": row.id,
                "name": row.name,
                "country": row.country,
                "year": row.year,
                "lasting": row.lasting,
                "hasEnded": row.has_ended,
            }
            for row in rows
        ],
        "none": "" if rows else no_cities_words(seen, year, translator),
        "filters": filters_words(filters, len(rows), translator) if filtered else "",
        "chart": json.loads(json.dumps(chart)),
    }


def said_by_browser(
    dataset: Dataset, looks: list[dict[str, Any]], translator: Translator
) -> list[Mapping[str, Any]]:
    """What the pages' own script says of them."""
    data = told(dataset, TODAY, "", translator)
    run = subprocess.run(
        [str(NODE), str(SCRIPT)],
        input=json.dumps({"told": data, "seen": looks}) + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    answer: list[Mapping[str, Any]] = json.loads(run.stdout)
    return answer


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_year_of_the_towns_tables_is_told_alike(language: str) -> None:
    dataset, translator = read_dataset(FROZEN), translator_for(language)
    looks = seen_of(dataset, 0)

    for look, said in zip(looks, said_by_browser(dataset, looks, translator), strict=True):
        assert said == said_by_python(dataset, look, translator), look


@pytest.mark.parametrize("seed", range(6))
def test_every_kind_of_partnership_is_told_alike(seed: int) -> None:
    dataset = made_dataset(seed, partners=3 + 12 * seed)
    translator = translator_for(LANGUAGES[seed % len(LANGUAGES)])
    looks = seen_of(dataset, seed)

    for look, said in zip(looks, said_by_browser(dataset, looks, translator), strict=True):
        assert said == said_by_python(dataset, look, translator), look
