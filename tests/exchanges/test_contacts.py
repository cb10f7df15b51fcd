"""Whom a coordinator asks about exchanges, and the letter about one that is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote

import pytest

from partner_map.exchanges.contacts import contacts_for, contacts_told, missing_exchange_uri
from partner_map.i18n.translator import translator_for
from partner_map.model import LANGUAGES, Contact, ExchangeType, LocalizedText, Operator
from tests.support.sites import DATASET

SCHOOLS = Contact(
    LocalizedText(pl="Referat Oświaty", en="Education Unit"),
    "schools@example.org",
    "22 000 00 02",
    ExchangeType.SCHOOL,
)
YOUTH = replace(SCHOOLS, exchange_type=ExchangeType.YOUTH)
GENERAL = Contact(LocalizedText(pl="Promocja", en="Promotion Unit"), "promotion@example.org")
TOWN = replace(DATASET.town, contacts=(SCHOOLS, YOUTH, GENERAL))
BARE = replace(DATASET.town, operator=Operator(), contacts=())
ENGLISH = translator_for("en")


def letter(uri: str) -> tuple[str, Mapping[str, str]]:
    """To whom it goes, and its fields."""
    to, _, query = uri.removeprefix("mailto:").partition("?")
    pairs = (pair.partition("=") for pair in query.split("&"))
    return to, {name: unquote(text) for name, _, text in pairs}


def test_a_type_has_its_own_contact() -> None:
    assert contacts_for(TOWN, {ExchangeType.SCHOOL}) == (SCHOOLS,)


def test_a_type_without_one_has_the_general_contact() -> None:
    assert contacts_for(TOWN, {ExchangeType.SPORT}) == (GENERAL,)
    assert contacts_for(TOWN, {ExchangeType.SPORT, ExchangeType.SCHOOL}) == (SCHOOLS, GENERAL)


def test_where_no_type_is_chosen_all_contacts_are_told() -> None:
    assert contacts_for(TOWN, ()) == (SCHOOLS, YOUTH, GENERAL)


def test_a_contact_of_two_types_stands_once() -> None:
    schools, others = contacts_told(TOWN, (), ENGLISH)

    assert (schools.about, schools.function.text) == ("Schools, youth", "Education Unit")
    assert schools.email_uri == "mailto:schools@example.org"
    assert schools.telephone_uri == "tel:220000002"
    assert (others.about, others.telephone_uri) == ("All other types of exchange", "")


def test_the_only_contact_of_a_town_is_asked_about_everything() -> None:
    (only,) = contacts_told(replace(TOWN, contacts=(GENERAL,)), (), ENGLISH)

    assert only.about == ""


@pytest.mark.parametrize(
    ("types", "readers"),
    [
        ({ExchangeType.SCHOOL, ExchangeType.YOUTH}, "schools@example.org"),
        (
            {ExchangeType.SCHOOL, ExchangeType.ART},
            "schools@example.org,promotion@example.org",
        ),
        ((), "promotion@example.org"),
    ],
)
def test_a_missing_exchange_is_told_to_who_is_asked_about_its_type(
    types: frozenset[ExchangeType], readers: str
) -> None:
    to, _ = letter(missing_exchange_uri(TOWN, [], types, ENGLISH))

    assert to == readers


def test_without_a_contact_of_the_type_it_is_told_to_the_operator() -> None:
    town = replace(TOWN, contacts=(SCHOOLS,))
    to, _ = letter(missing_exchange_uri(town, [], {ExchangeType.ART}, ENGLISH))

    assert to == "office@example.org"


def test_without_the_operators_address_it_is_told_to_the_contacts_there_are() -> None:
    town = replace(BARE, contacts=(SCHOOLS,))

    assert letter(missing_exchange_uri(town, [], (), ENGLISH))[0] == "schools@example.org"


def test_a_town_that_names_nobody_has_no_letter() -> None:
    by_telephone = replace(GENERAL, email="", telephone="22 000 00 03")

    assert missing_exchange_uri(BARE, [], (), ENGLISH) == ""
    assert missing_exchange_uri(replace(BARE, contacts=(by_telephone,)), [], (), ENGLISH) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_names_the_city_and_has_a_line_for_each_thing_to_tell(language: str) -> None:
    partner = DATASET.by_id["hranice"]
    translator = translator_for(language)
    _, fields = letter(missing_exchange_uri(TOWN, [partner], (), translator))
    lines = fields["body"].split("\r\n")

    assert fields["subject"].endswith(f": {partner.name[language]}")
    assert TOWN.genitive[language] in lines[0]
    assert lines[2].endswith(partner.name[language])
    assert [line.rstrip(" \u00a0\u202f")[-1:] for line in lines[3:]] == [":", ":", ":", ":", ""]


def test_without_a_city_the_subject_names_the_town() -> None:
    _, fields = letter(missing_exchange_uri(TOWN, [], (), ENGLISH))

    assert fields["subject"] == "A missing exchange: Partner cities of Konstancin-Jeziorna"


def test_a_name_of_the_tables_adds_nothing_to_the_letter() -> None:
    hostile = "Hranice&bcc=thief@example.org\r\nBcc: thief@example.org"
    partner = replace(
        DATASET.by_id["hranice"], name=LocalizedText(dict.fromkeys(LANGUAGES, hostile))
    )
    to, fields = letter(missing_exchange_uri(TOWN, [partner], (), ENGLISH))

    assert to == "promotion@example.org"
    assert fields.keys() == {"subject", "body"}
    assert "\r" not in fields["subject"]
    assert "\n" not in fields["subject"]
