"""What a save changed, told so that a resident understands it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partner_map.history.changes import MAX_CITIES, Change, What, changes
from partner_map.history.words import change_words
from partner_map.i18n.letters import without_isolates
from partner_map.i18n.translator import translator_for
from partner_map.model import LANGUAGES, Dataset
from partner_map.tables import read_dataset
from tests.support.folders import PARTNER, write_folder
from tests.support.made import made_dataset

EVENT = {
    "partners": "hranice",
    "start": "2010-04-12",
    "end": "2010-04-16",
    "type": "school",
    "title_pl": "Wizyta.",
    "title_en": "A visit.",
    "source": "https://example.org/1",
}
AGREEMENT_HEADER = "partner,agreement,agreement_kind,agreement_until,agreement_source\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "tables"


def told(before: Dataset, after: Dataset, language: str = "en") -> list[str]:
    translator = translator_for(language)
    return [without_isolates(change_words(change, translator)) for change in changes(before, after)]


def of_partners(
    folder: Path, before: dict[str, str], after: dict[str, str], language: str = "en"
) -> list[str]:
    """What is told of a partner some of whose cells become others."""
    return told(
        read_dataset(write_folder(folder, [PARTNER | before])),
        read_dataset(write_folder(folder, [PARTNER | after])),
        language,
    )


def of_events(folder: Path, before: list[dict[str, str]], after: list[dict[str, str]]) -> list[str]:
    return told(
        read_dataset(write_folder(folder, [PARTNER], before)),
        read_dataset(write_folder(folder, [PARTNER], after)),
    )


def test_a_city_that_came_and_one_that_went(folder: Path) -> None:
    other = PARTNER | {"id": "cesis", "name_en": "Cēsis", "country": "LV"}
    other |= {"latitude": "57.31188", "longitude": "25.27456"}
    one = read_dataset(write_folder(folder, [PARTNER]))
    two = read_dataset(write_folder(folder, [PARTNER, other]))

    assert told(one, two) == ["New city: Cēsis"]
    assert told(two, one) == ["City taken out: Cēsis"]


def test_a_date_that_is_another_is_told_with_both(folder: Path) -> None:
    assert of_partners(folder, {}, {"agreement": "2006-04-08"}) == [
        "Hranice: changed: day of signing; now 8 April 2006, before 7 April 2006"
    ]


def test_a_fact_that_came_and_one_that_went(folder: Path) -> None:
    ended = {"ended": "2019", "ended_source": "https://example.org/end"}

    assert of_partners(folder, {}, ended) == ["Hranice: added: end of cooperation (2019)"]
    assert of_partners(folder, ended, {}) == ["Hranice: taken out: end of cooperation (2019)"]


def test_an_agreement_that_came_is_told_without_its_kind(folder: Path) -> None:
    none = {"agreement": "", "agreement_kind": "", "agreement_source": ""}
    accord = {"agreement": "2006-04-08", "agreement_kind": "accord"}

    assert of_partners(folder, none, {}) == ["Hranice: added: day of signing (7 April 2006)"]
    assert len(of_partners(folder, {}, accord)) == 2


def test_words_of_a_vocabulary_are_told_in_the_readers_language(folder: Path) -> None:
    lines = of_partners(folder, {}, {"types": "school"}, language="pl")

    assert lines == [
        "Hranice – zmieniono: rodzaje wymiany; teraz: szkoły, wcześniej: kultura, szkoły"
    ]


def test_a_text_is_told_by_its_languages_and_not_repeated(folder: Path) -> None:
    lines = of_partners(folder, {}, {"summary_pl": "Nowy opis."})

    assert lines == ["Hranice: changed: story of the partnership (Polish)"]


def test_a_name_in_another_language_than_the_readers_is_told_by_that(folder: Path) -> None:
    lines = of_partners(folder, {}, {"name_pl": "Granice"})

    assert lines == ["Hranice: changed: names (Polish)"]


def test_nothing_that_is_said_of_a_person_is_kept(folder: Path) -> None:
    signed = {"partner_signatory": "Anna Kowalska", "summary_en": "Anna Kowalska came."}
    before = read_dataset(write_folder(folder, [PARTNER]))
    after = read_dataset(write_folder(folder, [PARTNER | signed]))

    found = changes(before, after)

    assert "Kowalska" not in repr(found)
    assert told(before, after)[0] == "Hranice: added: signatories"


def test_a_source_alone_is_told_and_beside_its_fact_not(folder: Path) -> None:
    source = {"agreement_source": "https://example.org/1"}

    assert of_partners(folder, {}, source) == ["Hranice: added: sources"]
    assert len(of_partners(folder, {}, source | {"agreement": "2006"})) == 1


def test_exchanges_that_came_and_went(folder: Path) -> None:
    assert of_events(folder, [], [EVENT]) == ["New exchange: Hranice, 12–16 Apr 2010"]
    assert of_events(folder, [EVENT], []) == ["Exchange taken out: Hranice, 12–16 Apr 2010"]


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ({"type": "sport"}, "types of exchange; now sport, before schools"),
        ({"end": ""}, "date; now 12 April 2010, before 12–16 Apr 2010"),
        ({"title_en": "Two visits."}, "description (English)"),
        ({"source": "https://example.org/2"}, "sources"),
    ],
)
def test_an_exchange_that_is_another_is_still_the_same_one(
    folder: Path, cells: dict[str, str], line: str
) -> None:
    (found,) = of_events(folder, [EVENT], [EVENT | cells])

    assert re.fullmatch(r"Exchange \(Hranice, .+\): changed: (.+)", found)[1] == line  # type: ignore[index]


def test_an_exchange_between_two_alike_that_went_is_told_once(folder: Path) -> None:
    assert of_events(folder, [EVENT, EVENT], [EVENT]) == [
        "Exchange taken out: Hranice, 12–16 Apr 2010"
    ]


def test_of_many_cities_of_an_exchange_some_are_named(folder: Path) -> None:
    names = [f"p-{number}" for number in range(MAX_CITIES + 2)]
    partners = [PARTNER | {"id": name, "name_en": name} for name in names]
    before = read_dataset(write_folder(folder, partners))
    after = read_dataset(write_folder(folder, partners, [EVENT | {"partners": "|".join(names)}]))

    assert told(before, after) == ["New exchange: p-0, p-1, p-2, 2 more cities, 12–16 Apr 2010"]


def test_further_agreements(folder: Path) -> None:
    def with_agreements(*rows: str) -> Dataset:
        write_folder(folder, [PARTNER])
        text = AGREEMENT_HEADER + "\n".join(rows)
        (folder / "agreements.csv").write_text(text, encoding="utf-8")
        return read_dataset(folder)

    none, one = with_agreements(), with_agreements("hranice,2016-05-01,accord,,")
    longer = with_agreements("hranice,2016-05-01,accord,2036,")

    assert told(none, one) == ["New further agreement: Hranice, 1 May 2016"]
    assert told(one, none) == ["Further agreement taken out: Hranice, 1 May 2016"]
    assert told(one, longer) == [
        "Further agreement (Hranice, 1 May 2016): added: term of the agreement (2036)"
    ]


def test_facts_of_the_town(folder: Path) -> None:
    before = read_dataset(write_folder(folder, [PARTNER]))
    operator = replace(before.town.operator, email="another@example.org")
    town = replace(before.town, first_year=before.town.first_year + 1, operator=operator)
    after = replace(before, town=town)

    first, second = told(before, after)
    assert f"first year of the timeline; now {town.first_year}, before" in first
    assert second.endswith(": changed: operator of the site")
    assert "another@" not in repr(changes(before, after))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_can_be_told_in_every_language(language: str) -> None:
    for seed in range(3):
        assert all(told(made_dataset(seed, 12), made_dataset(seed + 1, 12), language))


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 12))
def test_between_two_that_are_the_same_lies_nothing(seed: int, partners: int) -> None:
    assert changes(made_dataset(seed, partners), made_dataset(seed, partners)) == ()


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 10_000), st.integers(1, 12))
def test_the_way_back_has_as_many_changes(one: int, other: int, partners: int) -> None:
    before, after = made_dataset(one, partners), made_dataset(other, partners + 1)

    there, back = changes(before, after), changes(after, before)

    def records(found: tuple[Change, ...], what: What) -> int:
        return len([one for one in found if one.field is None and one.what is what])

    assert records(there, What.ADDED) == records(back, What.REMOVED)
    assert records(there, What.REMOVED) == records(back, What.ADDED)
