"""What a city's sheet says of a year, and of today."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from partner_map.dates import parse_date
from partner_map.i18n.sheet_words import (
    SheetFact,
    SheetLine,
    SheetStanding,
    sheet_facts,
    standing,
)
from partner_map.i18n.telling import Told, telling
from partner_map.i18n.translator import translator_for
from partner_map.model import AgreementKind, Fact, FurtherAgreement, LocalizedText
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN

DATASET = read_dataset(FROZEN)
TOWN = DATASET.town
DENZLINGEN, LEIDSCHENDAM, PISOGNE = (
    DATASET.by_id[name] for name in ("denzlingen", "leidschendam", "pisogne")
)
UNDATED = replace(DENZLINGEN, agreement=None, first_contacts=None)
TODAY = datetime.date(2026, 11, 26)
POLISH, ENGLISH = translator_for("pl"), translator_for("en")


def labels(facts: list[SheetFact]) -> list[str]:
    return [fact.label for fact in facts]


def test_an_agreement_in_force_is_told_in_years_and_since_when() -> None:
    assert standing(DENZLINGEN, 2026, TODAY, POLISH) == SheetStanding(
        15, "lat partnerstwa", "umowa obowiązuje od 2011 r."
    )
    assert standing(DENZLINGEN, 2026, TODAY, ENGLISH) == SheetStanding(
        15, "years of partnership", "agreement in force since 2011"
    )


@pytest.mark.parametrize(
    ("year", "number", "words"),
    [(2012, 1, "rok partnerstwa"), (2013, 2, "lata partnerstwa"), (2016, 5, "lat partnerstwa")],
)
def test_the_years_are_declined(year: int, number: int, words: str) -> None:
    told = standing(DENZLINGEN, year, TODAY, POLISH)

    assert (told.number, told.words) == (number, words)


def test_a_year_that_is_over_is_told_as_of_its_end() -> None:
    told = standing(LEIDSCHENDAM, 2000, TODAY, POLISH)

    assert told.more == "porozumienie obowiązuje od 1991 r. · stan na koniec 2000 r."


def test_the_first_year_has_no_number() -> None:
    told = standing(DENZLINGEN, 2011, TODAY, POLISH)

    assert (told.number, told.words) == (None, "Pierwszy rok partnerstwa")


@pytest.mark.parametrize(("day", "number"), [(18, 14), (19, 15)])
def test_today_only_full_years_are_counted(day: int, number: int) -> None:
    told = standing(DENZLINGEN, 2026, datetime.date(2026, 6, day), POLISH)

    assert told.number == number


def test_an_ended_partnership_has_its_years_and_both_ends() -> None:
    told = standing(LEIDSCHENDAM, 2026, TODAY, POLISH)

    assert told.more == f"porozumienie obowiązywało od 1991 do {LEIDSCHENDAM.ended_year} r."


def test_before_the_agreement_the_sheet_says_so() -> None:
    assert standing(DENZLINGEN, 2008, TODAY, POLISH) == SheetStanding(
        None, "W 2008 r.: kontakty.", "Umowa dopiero w 2011 r."
    )
    assert standing(DENZLINGEN, 2007, TODAY, POLISH) == SheetStanding(
        None, "W 2007 r.: jeszcze bez kontaktów.", "Pierwsze kontakty: 2008."
    )


def test_contacts_without_an_agreement_are_told_since_when() -> None:
    contacts = replace(DENZLINGEN, agreement=None)

    assert standing(contacts, 2026, TODAY, POLISH) == SheetStanding(None, "Kontakty od 2008 r.", "")


def test_where_nothing_is_dated_the_sheet_says_so() -> None:
    assert standing(UNDATED, 2026, TODAY, POLISH).words == "Od kiedy, nie wiadomo"
    assert sheet_facts(TOWN, UNDATED, 2026, TODAY, POLISH) == []


def test_facts_that_lie_after_the_year_are_left_out() -> None:
    assert labels(sheet_facts(TOWN, DENZLINGEN, 2008, TODAY, POLISH)) == ["Pierwsze kontakty"]
    assert labels(sheet_facts(TOWN, LEIDSCHENDAM, 2000, TODAY, POLISH))[0] == (
        "Porozumienie podpisano"
    )
    assert "Współpraca zakończona" not in labels(
        sheet_facts(TOWN, LEIDSCHENDAM, 2000, TODAY, POLISH)
    )
    assert "Współpraca zakończona" in labels(sheet_facts(TOWN, LEIDSCHENDAM, 2026, TODAY, POLISH))


def test_who_signed_is_told_with_the_office_and_the_city() -> None:
    facts = sheet_facts(TOWN, PISOGNE, 2026, TODAY, POLISH)

    assert facts[-1] == SheetFact(
        "Podpisali",
        (
            SheetLine(telling("Oscar Panigada"), telling("burmistrz, Pisogne")),
            SheetLine(telling("Marek Skowroński"), telling("burmistrz, Konstancin-Jeziorna")),
        ),
    )


def test_an_office_that_the_readers_language_lacks_keeps_its_own() -> None:
    facts = sheet_facts(TOWN, PISOGNE, 2026, TODAY, translator_for("nl"))

    assert facts[-1].lines[0].more == (Told("mayor", "en"), Told(", Pisogne"))


def test_a_place_of_signing_that_the_readers_language_lacks_keeps_its_own() -> None:
    assert PISOGNE.agreement is not None
    agreement = replace(PISOGNE.agreement, place=LocalizedText(pl="Bruksela"))

    facts = sheet_facts(
        TOWN, replace(PISOGNE, agreement=agreement), 2026, TODAY, translator_for("nl")
    )

    (place,) = [fact for fact in facts if fact.label == "Plaats van ondertekening"]
    assert place.lines == (SheetLine((Told("Bruksela", "pl"),)),)


def test_an_end_that_lies_ahead_is_until_when_the_agreement_is_in_force() -> None:
    fixed = replace(DENZLINGEN, ended=Fact(parse_date("2026-12-31"), ()))

    told = standing(fixed, 2026, TODAY, POLISH)
    facts = sheet_facts(TOWN, fixed, 2026, TODAY, POLISH)

    assert told.more == "umowa obowiązuje od 2011 r."
    assert SheetFact("Obowiązuje do", (SheetLine(telling("31 grudnia 2026")),)) in facts
    assert "Obowiązuje do" not in labels(sheet_facts(TOWN, fixed, 2025, TODAY, POLISH))


def test_an_agreement_that_is_signed_later_this_year_is_not_yet_told() -> None:
    today = datetime.date(2011, 6, 18)

    assert standing(DENZLINGEN, 2011, today, POLISH) == SheetStanding(
        None, "Kontakty od 2008 r.", "Umowa dopiero w 2011 r."
    )


SUSPENDED = replace(DENZLINGEN, suspended=Fact(parse_date("2022-03"), ()))
assert DENZLINGEN.agreement is not None
PROJECT = replace(DENZLINGEN, agreement=replace(DENZLINGEN.agreement, kind=AgreementKind.PROJECT))


def test_a_suspended_cooperation_is_told_with_the_agreement_that_it_had() -> None:
    assert standing(SUSPENDED, 2026, TODAY, POLISH) == SheetStanding(
        None, "Współpraca zawieszona od: marzec 2022", "umowa od 2011"
    )
    assert standing(SUSPENDED, 2021, TODAY, POLISH).number == 10
    assert "Współpraca zawieszona" in labels(sheet_facts(TOWN, SUSPENDED, 2026, TODAY, POLISH))


def test_a_project_is_told_as_one() -> None:
    told = standing(PROJECT, 2026, TODAY, POLISH)

    assert (told.number, told.more) == (15, "partnerstwo projektowe od 2011 r.")
    assert labels(sheet_facts(TOWN, PROJECT, 2026, TODAY, POLISH))[0] == "Początek projektu"


RENEWAL = FurtherAgreement(
    "denzlingen",
    Fact(parse_date("2021-06-19"), ()),
    AgreementKind.ACCORD,
    parse_date("2031-06-18"),
)
RENEWED = replace(DENZLINGEN, further_agreements=(RENEWAL,))


def test_a_further_agreement_is_told_from_its_day_on_with_its_term() -> None:
    facts = sheet_facts(TOWN, RENEWED, 2026, TODAY, POLISH)

    (further,) = [fact for fact in facts if fact.label == "Kolejna umowa"]
    assert further.lines == (
        SheetLine(telling("19 czerwca 2021"), telling("porozumienie, do 18 czerwca 2031")),
    )
    assert "Obowiązuje do" in labels(facts)
    assert "Kolejna umowa" not in labels(sheet_facts(TOWN, RENEWED, 2020, TODAY, POLISH))
