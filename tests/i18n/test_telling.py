"""Words whose parts are in several languages keep which part is in which."""

from __future__ import annotations

from partner_map.i18n.telling import Told, enumerated, joined, signed, telling
from partner_map.i18n.translator import translator_for

MAYOR = Told("mayor", "en")


def test_parts_in_the_readers_own_language_are_one() -> None:
    assert telling("Anna", " (", MAYOR, ")") == (Told("Anna ("), MAYOR, Told(")"))


def test_two_texts_in_the_same_other_language_stay_two() -> None:
    assert telling(MAYOR, MAYOR) == (MAYOR, MAYOR)


def test_what_says_nothing_is_no_part() -> None:
    assert telling("", Told("", "en")) == ()


def test_what_says_nothing_is_joined_to_nothing() -> None:
    assert joined([telling(MAYOR), (), telling("Hranice")], ", ") == (MAYOR, Told(", Hranice"))


def test_a_sentence_names_all_in_the_readers_language() -> None:
    names = [telling("Anna (", MAYOR, ")"), telling("Jan")]

    said = enumerated(names, translator_for("nl"))

    assert said == (Told("Anna ("), MAYOR, Told(") en Jan"))


def test_as_one_text_each_part_has_its_sign() -> None:
    assert signed(telling(MAYOR, ", Hranice")) == "mayor (en), Hranice"


def test_what_is_read_from_right_to_left_turns_nothing_beside_it() -> None:
    (office, city) = telling(Told("ראש", "he"), ", Hranice")

    assert office.text == "\u2068ראש\u2069"
    assert city.text == ", Hranice"
