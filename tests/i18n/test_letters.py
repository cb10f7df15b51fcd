"""Case and accents do not count where people look something up."""

from __future__ import annotations

import pytest

from partner_map.i18n.letters import folded, isolated, without_isolates
from partner_map.i18n.translator import translator_for


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Łódź", "lodz"),
        ("Cēsis", "cesis"),
        ("Hranice na Moravě", "HRANICE NA MORAVE"),
        ("Gints Šķenders", "gints skenders"),
        ("Straße", "strasse"),
        ("Ålesund, Tromsø", "alesund, tromso"),
        ("Đakovo", "dakovo"),
        ("Œuvre", "oeuvre"),
        ("Київ", "київ"),
        ("L\u2019Isle\u2011Adam", "l'isle-adam"),
        ("L'Isle-Adam", "l\u2019isle\u2011adam"),
        ("Ra\u2019anana", "ra'anana"),
        ("Ra\u02bcanana", "ra`anana"),
        ("Konstancin\u2013Jeziorna", "konstancin-jeziorna"),
    ],
)
def test_what_is_typed_plainly_finds_what_is_written(written: str, typed: str) -> None:
    assert folded(written) == folded(typed)


@pytest.mark.parametrize(("one", "other"), [("Łask", "Lask"), ("ŁÓDŹ", "łódź")])
def test_folding_is_the_same_both_ways(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_blanks_around_are_dropped() -> None:
    assert folded("  Hranice ") == "hranice"


@pytest.mark.parametrize("name", ["חיפה", "حيفا", "תל אביב", "חיפה (Haifa)"])
def test_what_is_read_from_right_to_left_is_isolated_once(name: str) -> None:
    alone = f"\u2068{name}\u2069"

    assert isolated(name) == isolated(isolated(name)) == alone
    assert without_isolates(alone) == name


def test_in_another_text_each_name_is_isolated() -> None:
    written = "Umowa z תל אביב, 1991, i חיפה."

    assert isolated(written) == "Umowa z \u2068תל אביב\u2069, 1991, i \u2068חיפה\u2069."


@pytest.mark.parametrize("name", ["Hranice", "Київ", "თბილისი", "Երևան", "北京", ""])
def test_all_else_is_left_as_it_is(name: str) -> None:
    assert isolated(name) == name


def test_a_name_in_a_sentence_turns_nothing_beside_it() -> None:
    translator = translator_for("en")

    assert translator.gettext("about {year}", year="חיפה 5") == "about \u2068חיפה 5\u2069"
    assert translator.enumeration(["חיפה", "Łódź"]) == "\u2068חיפה\u2069 and Łódź"
