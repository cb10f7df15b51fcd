"""What is said of the town's ties on a day, line by line."""

from __future__ import annotations

import datetime
from dataclasses import replace

from partner_map.i18n.translator import translator_for
from partner_map.model import Dataset, Filters
from partner_map.overview import overview
from partner_map.summary import MAX_ANNIVERSARIES, Summary, summary_of
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN

DATASET = read_dataset(FROZEN)
TODAY = datetime.date(2026, 11, 24)


def said_of(year: int, dataset: Dataset = DATASET) -> Summary:
    standing = overview(dataset, Filters()).at(year, TODAY)
    return summary_of(standing, year == TODAY.year, translator_for("en"))


def signed_on_one_day(partners: int) -> Dataset:
    """Tables of so many partners whose agreements are of the same day."""
    first = DATASET.by_id["hranice"]
    alike = tuple(replace(first, id=f"city-{number}") for number in range(partners))
    return replace(DATASET, partners=alike, events=(), version=f"{partners} alike")


def test_today_is_told_with_what_was_first_what_is_over_and_what_comes_next() -> None:
    assert said_of(2026) == Summary(
        "Today",
        "7 partner cities in 7 countries",
        [
            "First agreement: 1991 · 1 cooperation ended",
            "Next round anniversary: 35 years with Saint-Germain-en-Laye, 5 April 2027",
            "Choose a city to read its story.",
        ],
    )


def test_a_year_that_is_over_is_told_by_its_end() -> None:
    said = said_of(1996)

    assert said.day == "At the end of 1996"
    assert said.heading == "2 partner cities in 2 countries"
    assert said.lines[0] == "First agreement: 1991 · contacts with 1 city"


def test_where_nothing_has_begun_there_is_no_line_of_it() -> None:
    undated = replace(DATASET, partners=(), events=(), version="none")

    assert said_of(2026, undated).lines == ["Choose a city to read its story."]


def test_of_many_anniversaries_of_a_day_the_first_are_named_and_the_rest_counted() -> None:
    def anniversaries(partners: int) -> list[str]:
        return list(said_of(2026, signed_on_one_day(partners)).lines[1:-1])

    named = "Next round anniversary: 25 years with Hranice, 7 April 2031"
    assert anniversaries(MAX_ANNIVERSARIES) == [named] * MAX_ANNIVERSARIES
    assert anniversaries(MAX_ANNIVERSARIES + 2) == [
        *[named] * MAX_ANNIVERSARIES,
        "2 more anniversaries on that day",
    ]
