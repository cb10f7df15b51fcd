"""What town.toml says of the operator and of accessibility is checked where it enters."""

from __future__ import annotations

import datetime

import pytest

from partner_map.i18n.translator import translator_for
from partner_map.model import Compliance, Inaccessible, InaccessibleReason, LocalizedText, Operator
from partner_map.tables import FaultKind, HintKind, fault_words, hint_words
from partner_map.tables.town import last_review_due, read_town, town_hints
from tests.support.forms import FROZEN_FILES, checked, dataset_of, faults_of

TOWN = FROZEN_FILES["town.toml"].decode()
BARE = TOWN.partition("[operator]")[0]
"""The file of a town that has filled in nothing of the declaration."""
DAY = datetime.date(2026, 12, 16)


def line_of(text: str) -> int:
    """The line of the frozen file that begins so."""
    return next(number for number, line in enumerate(TOWN.splitlines(), 1) if line.startswith(text))


def test_what_is_filled_in_is_read() -> None:
    town = dataset_of({}).town

    assert town.operator.name == {"pl": "Urząd Wzorcowy", "en": "Example Office"}
    assert town.operator.telephone == "+48 22 000 00 00"
    assert town.accessibility.compliance is Compliance.PARTIAL
    assert (town.accessibility.prepared, town.accessibility.reviewed) == (DAY, None)
    assert town.accessibility.inaccessible[1] == Inaccessible(
        InaccessibleReason.OUT_OF_SCOPE,
        LocalizedText(
            pl="Mapy: to samo mówią listy i tabele.", en="Maps: lists and tables tell the same."
        ),
    )


def test_a_town_may_fill_in_nothing() -> None:
    town = dataset_of({"town.toml": BARE.encode()}).town

    assert town.operator == Operator()
    assert town.accessibility.inaccessible == ()


def test_a_day_may_be_written_as_a_text() -> None:
    text = TOWN.replace("prepared = 2026-12-16", 'prepared = "2026-12-16"')

    assert dataset_of({"town.toml": text.encode()}).town.accessibility.prepared == DAY


@pytest.mark.parametrize(
    "number", ["(22) 484 23 00", "22 484-23-00", "+48224842300", "22 4842300 wew. 12"]
)
def test_a_telephone_number_is_read_as_people_write_it(number: str) -> None:
    text = TOWN.replace("+48 22 000 00 01", number)

    assert dataset_of({"town.toml": text.encode()}).town.accessibility.telephone == number


@pytest.mark.parametrize(
    ("old", "new", "kind", "name"),
    [
        ("prepared = 2026-12-16", "prepared = 2026", FaultKind.NO_DAY, "prepared"),
        ("prepared = 2026-12-16", 'prepared = "2026-02-30"', FaultKind.NO_DAY, "prepared"),
        ("prepared = 2026-12-16", "prepared = 2026-12-16T08:00:00", FaultKind.NO_DAY, "prepared"),
        ('email = "accessibility@', 'email = "accessibility ', FaultKind.NO_EMAIL, "email"),
        ('email = "accessibility@', 'email = "a@b.pl, c@', FaultKind.NO_EMAIL, "email"),
        ("+48 22 000 00 01", "by letter", FaultKind.NO_TELEPHONE, "telephone"),
        ("+48 22 000 00 01", "112", FaultKind.NO_TELEPHONE, "telephone"),
        ('url = "https://p', 'url = "javascript:p', FaultKind.URL_FORM, "url"),
        ('compliance = "partial"', 'compliance = "partly"', FaultKind.WORD_UNKNOWN, "compliance"),
        ("person = ", "persona = ", FaultKind.NAME_UNKNOWN, "persona"),
        ("person = ", "email = 1\nperson = ", FaultKind.TOWN_FORM, None),
        ('person = "Zespół', "person = 7 # ", FaultKind.TOWN_VALUE, "person"),
    ],
)
def test_what_makes_no_sense_is_told_by_its_name(
    old: str, new: str, kind: FaultKind, name: str | None
) -> None:
    (fault,) = faults_of({"town.toml": TOWN.replace(old, new, 1).encode()})

    assert fault.kind is kind
    assert fault.column == (None if name is None else f"accessibility.{name}")


def test_a_text_in_one_language_alone_is_told() -> None:
    text = TOWN.replace('en = "Example Office"', "")

    (fault,) = faults_of({"town.toml": text.encode()})

    assert (fault.kind, fault.column) == (FaultKind.TOWN_VALUE, "operator.name.en")


@pytest.mark.parametrize("value", ['"x"', "1", "[1]", '{pl = "x"}'])
def test_what_is_no_list_of_tables_is_told(value: str) -> None:
    text = f"{BARE}\n[accessibility]\ninaccessible = {value}\n"

    (fault,) = faults_of({"town.toml": text.encode()})

    assert fault.column == "accessibility.inaccessible"


@pytest.mark.parametrize("section", ["operator", "accessibility"])
def test_a_section_that_is_none_is_told(section: str) -> None:
    faults = faults_of({"town.toml": f"{section} = 7\n{BARE}".encode()})

    assert {fault.column for fault in faults} == {section}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("pl", "wiersz {line}, accessibility.compliance: „partly”: takiego słowa nie można"),
        ("en", "line {line}, accessibility.compliance: “partly”: there is no such word"),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_is_nearest(language: str, told: str) -> None:
    text = TOWN.replace('compliance = "partial"', 'compliance = "partly"')
    (fault,) = faults_of({"town.toml": text.encode()})

    words = fault_words(fault, translator_for(language))

    assert told.format(line=line_of("compliance")) in words
    assert words.endswith("partial")


def test_a_value_of_the_second_table_of_a_list_has_its_own_line() -> None:
    text = TOWN.replace('reason = "out-of-scope"', 'reason = "map"')

    (fault,) = faults_of({"town.toml": text.encode()})

    assert fault.column == "accessibility.inaccessible.1.reason"
    assert fault.row == line_of('reason = "out')


def test_what_is_missing_is_told_as_one_hint() -> None:
    (hint,) = checked({"town.toml": BARE.encode()}).hints

    assert hint.kind is HintKind.DECLARATION_INCOMPLETE
    assert "operator.name, accessibility.url, accessibility.published" in hint.value
    assert "reviewed" not in hint.value
    assert "deklaracja dostępności pomija" in hint_words(hint, translator_for("pl"))


def test_a_whole_declaration_has_no_hint() -> None:
    assert checked({}).hints == ()


def test_a_town_of_another_country_is_not_asked_for_a_declaration() -> None:
    text = BARE.replace('"PL"', '"DE"').replace("52.0938", "50.9333").replace("21.11761", "6.95")

    assert checked({"town.toml": text.encode()}).hints == ()


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (datetime.date(2027, 3, 30), datetime.date(2026, 3, 31)),
        (datetime.date(2027, 3, 31), datetime.date(2027, 3, 31)),
        (datetime.date(2027, 11, 1), datetime.date(2027, 3, 31)),
    ],
)
def test_a_review_is_due_each_year_until_the_end_of_march(
    today: datetime.date, due: datetime.date
) -> None:
    assert last_review_due(today) == due


@pytest.mark.parametrize(
    ("reviewed", "today", "is_due"),
    [
        ("", datetime.date(2027, 3, 30), False),
        ("", datetime.date(2027, 3, 31), True),
        ("reviewed = 2027-02-01", datetime.date(2027, 12, 31), False),
        ("reviewed = 2027-02-01", datetime.date(2028, 4, 1), True),
    ],
)
def test_a_review_that_is_overdue_is_told(
    reviewed: str, today: datetime.date, is_due: bool
) -> None:
    text = TOWN.replace("compliance = ", f"{reviewed}\ncompliance = ")
    town, _ = read_town(text.encode())
    assert town is not None

    kinds = [hint.kind for hint in town_hints(town, today)]

    assert kinds == ([HintKind.REVIEW_DUE] if is_due else [])
