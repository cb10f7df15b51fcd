"""What stands beside a city's page tells each year as the live sheet tells it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from partner_map.i18n.sheet_words import sheet_facts, standing
from partner_map.i18n.telling import Told, telling
from partner_map.i18n.translator import translator_for
from partner_map.model import Dataset, Partner, PartnershipStatus
from partner_map.site.sheet_years import sheet_years, spoken
from partner_map.tables import read_dataset
from partner_map.timeline import status_on, told_day
from tests.support.folders import FROZEN
from tests.support.made import made_dataset

TODAY = datetime.date(2026, 11, 26)
SPAN = range(1990, TODAY.year + 1)


def told_by_run(years: dict[str, Any], year: int) -> tuple[Any, ...]:
    """What the browser makes of the runs for a year, see city_sheet.js."""
    first, number, words, more, is_over, facts = next(
        run for run in reversed(years["runs"]) if run[0] <= year
    )
    count = None if number is None else number + year - first
    filled = (text.replace("{year}", str(year)) for text in (words, more))
    return (count, *filled, bool(is_over), years["facts"][facts])


def told_by_sheet(dataset: Dataset, partner: Partner, year: int, language: str) -> tuple[Any, ...]:
    translator = translator_for(language)
    told = standing(partner, year, TODAY, translator)
    facts = sheet_facts(dataset.town, partner, year, TODAY, translator)
    is_over = status_on(partner, told_day(year, TODAY)) is PartnershipStatus.ENDED
    listed = [
        [fact.label, [[spoken(line.text), spoken(line.more)] for line in fact.lines]]
        for fact in facts
    ]
    return (told.number, told.words, told.more, is_over, listed)


@pytest.mark.parametrize("language", ["pl", "nl"])
def test_every_year_of_the_towns_partners_is_told_alike(language: str) -> None:
    dataset = read_dataset(FROZEN)

    for partner in dataset.partners:
        years = sheet_years(dataset.town, partner, SPAN, TODAY, translator_for(language))
        for year in SPAN:
            expected = told_by_sheet(dataset, partner, year, language)
            assert told_by_run(dict(years), year) == expected, (partner.id, year)


def test_a_part_in_another_language_stands_with_its_sign_and_that_language() -> None:
    office = telling(Told("mayor", "en"), ", Hranice")

    assert spoken(office) == [["mayor", "(en)", "en"], ", Hranice"]
    assert spoken(telling("burmistrz", ", Hranice")) == "burmistrz, Hranice"


@pytest.mark.parametrize("seed", range(4))
def test_every_kind_of_partnership_is_told_alike(seed: int) -> None:
    dataset = made_dataset(seed, partners=25)

    for partner in dataset.partners:
        years = sheet_years(dataset.town, partner, SPAN, TODAY, translator_for("pl"))
        for year in SPAN:
            expected = told_by_sheet(dataset, partner, year, "pl")
            assert told_by_run(dict(years), year) == expected, (partner, year)
