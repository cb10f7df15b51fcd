"""Words, dates, numbers and places in the visitor's language."""

from __future__ import annotations

import ast

import pytest

from partner_map.dates import parse_date
from partner_map.i18n.letters import collation_key
from partner_map.i18n.translator import catalogue_letters, translator_for
from partner_map.i18n.wording import agreement_name, type_name
from partner_map.model import AgreementKind, ExchangeType
from partner_map.settings import PROJECT_FOLDER


def test_no_message_hides_in_a_formatted_string() -> None:
    """The extractor does not look into them, so the message would stay untranslated."""
    hidden = [
        f"{source.name}:{call.lineno}"
        for source in PROJECT_FOLDER.glob("partner_map/**/*.py")
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("gettext", "ngettext")
    ]

    assert hidden == []


def test_the_vocabularies_have_words() -> None:
    for language in ("pl", "en"):
        translator = translator_for(language)
        assert all(type_name(kind, translator) for kind in ExchangeType)
        assert all(agreement_name(kind, translator) for kind in AgreementKind)


@pytest.mark.parametrize(
    ("latitude", "longitude", "polish", "english"),
    [
        (52.0938, 21.11761, "52,0938° N, 21,11761° E", "52.0938° N, 21.11761° E"),
        (-33.5, -70.25, "33,5° S, 70,25° W", "33.5° S, 70.25° W"),
        (0, 0, "0° N, 0° E", "0° N, 0° E"),
    ],
)
def test_a_place_names_its_half_of_the_globe(
    latitude: float, longitude: float, polish: str, english: str
) -> None:
    assert translator_for("pl").place(latitude, longitude) == polish
    assert translator_for("en").place(latitude, longitude) == english


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1 rok"), (2, "2 lata"), (5, "5 lat"), (22, "22 lata")]
)
def test_polish_counts_as_polish_does(number: int, words: str) -> None:
    assert translator_for("pl").ngettext("{number} year", "{number} years", number) == words


@pytest.mark.parametrize(
    ("start", "end", "polish", "english"),
    [
        ("2024-06-08", "2024-06-09", "8–9 czerwca 2024", "8–9 Jun 2024"),
        ("2016-09-29", "2016-10-06", "29 września – 6 października 2016", "29 Sept – 6 Oct 2016"),
        ("2010", "2012-04", "2010 – kwiecień 2012", "2010 – April 2012"),
        ("2010-04", "", "kwiecień 2010", "April 2010"),
    ],
)
def test_a_period_says_once_what_its_ends_share(
    start: str, end: str, polish: str, english: str
) -> None:
    ends = (parse_date(start), parse_date(end) if end else None)

    said = [translator_for(code).period(*ends).replace("\u2009", " ") for code in ("pl", "en")]

    assert said == [polish, english]


@pytest.mark.parametrize(
    "in_order",
    [
        ["Litwa", "Luksemburg", "Łotwa", "sport", "Szwecja", "środowisko", "wolontariat"],
        ["Єгипет", "Земля", "Ирій", "Ізраїль", "Італія", "Їжа", "Йорданія", "Латвія", "Чехія"],
        ["гора", "ґанок", "дах"],
        ["culture", "écoles", "enseignants", "jeunesse"],
        ["cote", "côte", "coteau"],
        ["Lehrkräfte", "öffentliche Verwaltung", "Schulen"],
        ["cena", "čas", "dům", "škola"],
    ],
)
def test_letters_sort_where_people_look_for_them(in_order: list[str]) -> None:
    assert sorted(set(in_order), key=collation_key) == in_order


def test_french_sets_the_colon_of_a_label_apart_and_no_line_breaks_before_it() -> None:
    assert translator_for("fr").colon == "\u00a0: "
    assert translator_for("pl").colon == ": "


def test_the_letters_of_a_catalogue_are_those_of_its_language_alone() -> None:
    assert {"ą", "Ż"} <= catalogue_letters("pl")
    assert {"ї", "М"} <= catalogue_letters("uk")
    assert {"W", "z"} <= catalogue_letters("en")
    assert not {"ą", "ї"} & catalogue_letters("en")
