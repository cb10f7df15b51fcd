"""What the timeline's chart shows of the filters and of a chosen city."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partner_map.chart import MAX_NAMED, place_in_time, timeline_chart
from partner_map.dates import parse_date
from partner_map.i18n.letters import without_isolates
from partner_map.i18n.translator import translator_for
from partner_map.i18n.wording import year_words
from partner_map.model import (
    NO_FILTERS,
    AgreementKind,
    Dataset,
    ExchangeType,
    Fact,
    Filters,
    FurtherAgreement,
)
from partner_map.overview import overview
from partner_map.tables import read_dataset
from partner_map.timeline import TimelineYear
from tests.support.folders import FROZEN

LAST = 2026


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return read_dataset(FROZEN)


@pytest.mark.parametrize(
    ("date", "place"),
    [
        ("2011-01-01", 2010.5),
        ("2011-12-31", 2011.5),
        ("2010-07", 2010.04),
        ("1991", 1991.0),
        ("1990~", 1990.0),
        ("1997~/1999~", 1999.0),
    ],
)
def test_a_date_stands_in_its_year_as_far_as_it_is_known(date: str, place: float) -> None:
    assert place_in_time(parse_date(date)) == pytest.approx(place, abs=0.011)


def test_each_agreement_has_its_mark_in_the_order_of_time(dataset: Dataset) -> None:
    chart = timeline_chart(dataset, NO_FILTERS, None, "pl", LAST)

    assert [mark["name"] for mark in chart["marks"]] == [
        "Leidschendam",
        "Saint-Germain-en-Laye",
        "Hranice",
        "Krzemieniec",
        "Pisogne",
        "Cēsis",
        "Nowa Wilejka",
        "Denzlingen",
    ]
    assert (chart["first"], chart["last"]) == (1990, LAST)


def test_bars_and_totals_are_of_what_the_filters_leave(dataset: Dataset) -> None:
    school = Filters(types=frozenset({ExchangeType.SCHOOL}))

    whole = timeline_chart(dataset, NO_FILTERS, None, "pl", LAST)
    filtered = timeline_chart(dataset, school, None, "pl", LAST)

    assert (whole["total"], filtered["total"]) == (
        "razem 44 wydarzenia z datą",
        "razem 6 wydarzeń z datą",
    )
    assert sum(events for _, events, _ in filtered["bars"]) == 6
    assert len(filtered["marks"]) == len(overview(dataset, school).partners) == 7


def test_a_chosen_city_has_its_share_of_each_bar(dataset: Dataset) -> None:
    chart = timeline_chart(dataset, NO_FILTERS, "denzlingen", "en", LAST)

    assert [2022, 14, 6] in chart["bars"]
    assert sum(share for _, _, share in chart["bars"]) == 20
    assert [mark["name"] for mark in chart["marks"] if mark.get("chosen")] == ["Denzlingen"]
    assert chart["legend"] == [
        ["agreement", "agreement signed"],
        ["share", "events: Denzlingen"],
        ["events", "events with other cities"],
    ]


def test_a_city_that_the_filters_hide_has_no_share(dataset: Dataset) -> None:
    french = Filters(countries=frozenset({"FR"}))

    chart = timeline_chart(dataset, french, "denzlingen", "pl", LAST)

    assert not chart["share"]
    assert {share for _, _, share in chart["bars"]} <= {0}


def test_the_scale_is_told_in_words(dataset: Dataset) -> None:
    chart = timeline_chart(dataset, NO_FILTERS, None, "pl", LAST)

    assert ["events", "wydarzenia w roku (najwięcej 14 – w 2022 r.)"] in chart["legend"]


def test_where_years_share_the_highest_number_none_is_named(dataset: Dataset) -> None:
    once_each = replace(dataset, events=(dataset.events[0], dataset.events[-1]))

    chart = timeline_chart(once_each, NO_FILTERS, None, "en", LAST)

    assert ["events", "events in a year (at most 1)"] in chart["legend"]


def test_the_whole_chart_is_told_to_those_who_do_not_see_it(dataset: Dataset) -> None:
    label = timeline_chart(dataset, NO_FILTERS, None, "pl", LAST)["label"]

    assert label.startswith("Umowy: Leidschendam (1991), Saint-Germain-en-Laye (1992)")
    assert "Wydarzenia: 1 (1993)" in label
    assert "14 (2022)" in label


def test_without_dates_it_says_so(dataset: Dataset) -> None:
    undated = replace(dataset, partners=(), events=())

    chart = timeline_chart(undated, NO_FILTERS, None, "pl", LAST)

    assert chart["legend"] == [["", "Nie znamy jeszcze dat."]]
    assert (chart["total"], chart["label"]) == ("", "Nie znamy jeszcze dat.")


def test_too_many_agreements_to_name_are_a_number_a_year(dataset: Dataset) -> None:
    hranice = dataset.by_id["hranice"]
    many = tuple(replace(hranice, id=f"city-{number}") for number in range(MAX_NAMED + 1))

    chart = timeline_chart(replace(dataset, partners=many, events=()), NO_FILTERS, None, "pl", LAST)

    assert chart["marks"] == [{"at": 2006.0, "name": str(MAX_NAMED + 1)}]


def test_a_chart_is_computed_once_for_all_steps(dataset: Dataset) -> None:
    first = timeline_chart(dataset, NO_FILTERS, "cesis", "pl", LAST)

    assert timeline_chart(dataset, Filters(words="x"), "cesis", "pl", LAST) is first


@pytest.mark.parametrize(
    ("year", "polish", "english"),
    [
        (1994, "1994 · pierwsze kontakty: Nowa Wilejka", "1994 · first contacts: Naujoji Vilnia"),
        (
            1999,
            "1999 · pierwsze kontakty: Pisogne (koniec lat 90.)",
            "1999 · first contacts: Pisogne (late 1990s)",
        ),
        (
            2011,
            "2011 · umowa: Denzlingen · 1 wydarzenie",
            "2011 · agreement: Denzlingen · 1 event",
        ),
        (
            2019,
            "2019 · koniec współpracy: Leidschendam · 1 wydarzenie",
            "2019 · end of cooperation: Leidschendam · 1 event",
        ),
        (2003, "2003", "2003"),
    ],
)
def test_the_words_of_a_year(dataset: Dataset, year: int, polish: str, english: str) -> None:
    item = overview(dataset, NO_FILTERS).year(year)

    assert year_words(item, translator_for("pl")) == polish
    assert year_words(item, translator_for("en")) == english


def test_of_many_cities_in_a_year_the_first_are_named(dataset: Dataset) -> None:
    item = TimelineYear(2006, agreements=(dataset.by_id["hranice"],) * 8)

    words = year_words(item, translator_for("pl"))

    assert words == "2006 · umowa: Hranice, Hranice, Hranice, i jeszcze 5 miast"


def test_each_document_has_its_mark(dataset: Dataset) -> None:
    renewal = FurtherAgreement(
        "hranice", Fact(parse_date("2016-04-07"), ()), AgreementKind.AGREEMENT, None
    )
    renewed = replace(dataset.by_id["hranice"], further_agreements=(renewal,))
    alone = replace(dataset, partners=(renewed,), events=())

    chart = timeline_chart(alone, NO_FILTERS, None, "pl", 2026)

    assert [(mark["name"], mark["at"]) for mark in chart["marks"]] == [
        ("Hranice", 2005.76),
        ("Hranice", 2015.77),
    ]
    assert "Hranice (2006), Hranice (2016)" in without_isolates(chart["label"])
