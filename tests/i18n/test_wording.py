"""The records in words."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from partner_map.dates import parse_date
from partner_map.i18n.telling import Told, signed, telling
from partner_map.i18n.translator import translator_for
from partner_map.i18n.wording import (
    capitalized,
    lasting_words,
    partner_facts,
    partner_sources,
    signatories_words,
    standing_words,
    status_words,
    year_words,
    years_words,
)
from partner_map.model import Agreement, Fact, LocalizedText, Partner, Signatory
from partner_map.tables import read_dataset
from partner_map.timeline import TimelineYear
from tests.support.folders import FROZEN

DATASET = read_dataset(FROZEN)
PISOGNE = DATASET.by_id["pisogne"]
POLISH, ENGLISH = translator_for("pl"), translator_for("en")


def agreement_of(partner: Partner) -> Agreement:
    assert partner.agreement is not None
    return partner.agreement


def test_who_signed_is_said_with_the_office_and_the_partner_first() -> None:
    assert signatories_words(agreement_of(PISOGNE), ENGLISH) == [
        telling("Oscar Panigada (mayor)"),
        telling("Marek Skowroński (mayor)"),
    ]


def test_an_office_that_the_readers_language_lacks_keeps_its_own() -> None:
    dutch = translator_for("nl")

    (partners, _) = signatories_words(agreement_of(PISOGNE), dutch)
    (fact,) = (one for one in partner_facts(PISOGNE, dutch) if one.name == "ondertekenaars")

    assert partners == (Told("Oscar Panigada ("), Told("mayor", "en"), Told(")"))
    assert fact.text[:2] == partners[:2]


def test_a_side_whose_signatory_nobody_names_is_left_out() -> None:
    nobody = Signatory("", LocalizedText({"pl": "burmistrz", "en": "mayor"}))
    agreement = replace(agreement_of(PISOGNE), partner_signatory=nobody)

    assert signatories_words(agreement, POLISH) == [telling("Marek Skowroński (burmistrz)")]


def test_an_office_that_nobody_names_is_left_out() -> None:
    plain = Signatory("Anna Kowalska", LocalizedText({"pl": "", "en": ""}))
    agreement = replace(agreement_of(PISOGNE), town_signatory=plain)

    assert signatories_words(agreement, POLISH)[1] == telling("Anna Kowalska")


@pytest.mark.parametrize(
    ("year", "words"),
    [
        (1998, "no contacts yet"),
        (1999, "contacts: late 1990s"),
        (2007, "contacts: late 1990s"),
        (2008, "partnership agreement since 2008"),
    ],
)
def test_the_status_of_each_year(year: int, words: str) -> None:
    assert status_words(PISOGNE, datetime.date(year, 12, 31), ENGLISH) == words


def test_an_ended_partnership_says_when() -> None:
    assert (
        status_words(DATASET.by_id["leidschendam"], datetime.date(2019, 12, 31), ENGLISH)
        == "ended in 2019"
    )


@pytest.mark.parametrize(
    ("city", "day", "words"),
    [
        ("pisogne", "2026-06-05", "17 years"),
        ("pisogne", "2026-06-06", "18 years"),
        ("pisogne", "2008-06-06", "since this year"),
        ("pisogne", "2000-01-01", "contacts: late 1990s"),
        ("leidschendam", "2019-01-01", "until 8 January 2019"),
        ("leidschendam", "2019-01-08", "ended in 2019"),
    ],
)
def test_how_long_a_partnership_lasts_is_told_by_the_day(city: str, day: str, words: str) -> None:
    told = lasting_words(DATASET.by_id[city], datetime.date.fromisoformat(day), ENGLISH)

    assert told == words


def test_what_is_not_there_has_no_line() -> None:
    assert standing_words(ENGLISH) == []
    told = standing_words(ENGLISH, projects=2, suspended=1, undated=3, contacts=2, ended=1)
    assert told == [
        "2 project partnerships",
        "1 cooperation suspended",
        "3 cities, since when is not known",
        "contacts with 2 cities",
        "1 cooperation ended",
    ]


def test_what_is_known_of_a_partnership_fact_by_fact() -> None:
    told = [(fact.name, signed(fact.text)) for fact in partner_facts(PISOGNE, ENGLISH)]

    assert told == [
        ("partnership agreement", "6 June 2008"),
        ("signatories", "Oscar Panigada (mayor); Marek Skowroński (mayor)"),
        ("first contacts", "late 1990s"),
        ("types of exchange", "art and performances, culture, schools, teachers, youth"),
    ]


def test_a_suspension_is_a_fact_with_its_sources() -> None:
    url = "https://example.org/suspended"
    suspended = replace(PISOGNE, suspended=Fact(parse_date("2022-03"), (url,)))

    (fact,) = (one for one in partner_facts(suspended, ENGLISH) if url in one.sources)

    assert (fact.name, fact.text) == ("suspension of cooperation", telling("March 2022"))


def test_of_many_that_signed_in_a_year_some_are_named_and_the_rest_counted() -> None:
    partners = [replace(PISOGNE, id=f"city-{number}") for number in range(7)]
    year = TimelineYear(2008, agreements=tuple(partners))

    assert year_words(year, ENGLISH) == (
        "2008 · agreement: Pisogne, Pisogne, Pisogne, 4 more cities"
    )


def test_each_source_stands_once_with_all_that_it_states() -> None:
    facts = partner_facts(PISOGNE, ENGLISH)
    sources = partner_sources(PISOGNE, ENGLISH)

    for fact in facts:
        for url in fact.sources:
            assert fact.name in sources[url]
    assert "location" in {name for names in sources.values() for name in names}


def test_spans_and_capitals() -> None:
    assert years_words(2010, 2010) == "2010"
    assert years_words(2010, 2012) == "2010–2012"
    assert capitalized("źródło i cel") == "Źródło i cel"
    assert capitalized("") == ""
