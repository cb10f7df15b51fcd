"""What may stand in a cell: each fault with its place, the value as typed, and the nearest one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partner_map.i18n.translator import translator_for
from partner_map.tables import PARTNERS, FaultKind, fault_words
from tests.support.folders import PARTNER
from tests.support.forms import as_csv, checked, dataset_of, faults_of, rows_of, small_tables


@pytest.mark.parametrize(
    ("column", "typed", "kind", "nearest"),
    [
        ("id", "Hranice na Moravě", FaultKind.ID_FORM, "hranice-na-morave"),
        ("id", "", FaultKind.REQUIRED, None),
        ("name_pl", "\xa0", FaultKind.REQUIRED, None),
        ("country", "Czechy", FaultKind.COUNTRY_UNKNOWN, "CZ"),
        ("country", "Czechia", FaultKind.COUNTRY_UNKNOWN, "CZ"),
        ("country", "cz", FaultKind.COUNTRY_UNKNOWN, "CZ"),
        ("country", "QQ", FaultKind.COUNTRY_UNKNOWN, None),
        ("types", "szkola", FaultKind.WORD_UNKNOWN, "school"),
        ("types", "school|kultura", FaultKind.WORD_UNKNOWN, "culture"),
        ("agreement_kind", "umowa", FaultKind.WORD_UNKNOWN, "agreement"),
        ("agreement_kind", "Agreement", FaultKind.WORD_UNKNOWN, "agreement"),
        ("agreement_kind", "", FaultKind.REQUIRED, None),
        ("agreement", "31.02.2006", FaultKind.DATE_IMPOSSIBLE, None),
        ("agreement", "2006-02-31", FaultKind.DATE_IMPOSSIBLE, None),
        ("agreement", "04/05/2003", FaultKind.DATE_FORM, None),
        ("agreement", "05-04-2003", FaultKind.DATE_FORM, None),
        ("agreement", "kwi.10", FaultKind.DATE_FORM, None),
        ("agreement", "2010-13", FaultKind.DATE_FORM, None),
        ("latitude", "91", FaultKind.DEGREES, None),
        ("longitude", "-180,01", FaultKind.DEGREES, None),
        ("latitude", "49°32'", FaultKind.DEGREES, None),
        ("latitude", "", FaultKind.COORDINATE_HALF, None),
        ("longitude", "", FaultKind.COORDINATE_HALF, None),
        ("coordinates_source", "", FaultKind.REQUIRED, None),
        ("agreement_source", "javascript:alert(1)", FaultKind.URL_FORM, None),
        ("agreement_source", "https://a.pl|www.b.pl", FaultKind.URL_FORM, None),
        ("note_pl", "a" * 301, FaultKind.CELL_TOO_LONG, None),
        ("note_pl", "a\x07b", FaultKind.CONTROL_CHARACTER, None),
        ("note_pl", "a\u202eb", FaultKind.CONTROL_CHARACTER, None),
        ("note_pl", "a\u200bb", FaultKind.CONTROL_CHARACTER, None),
        ("note_pl", "\U000e0001\U000e0064\U000e0065a", FaultKind.CONTROL_CHARACTER, None),
        ("note_pl", "pisz: jan.kowalski@urzad.example.pl", FaultKind.EMAIL, None),
        ("note_pl", "tel. +48 600 700 800", FaultKind.PHONE, None),
        ("note_pl", "22 756 48 10", FaultKind.PHONE, None),
        ("note_pl", "600-700-800", FaultKind.PHONE, None),
        ("note_pl", "(22) 756-48-10", FaultKind.PHONE, None),
        ("note_pl", "PESEL 44051401359", FaultKind.PESEL, None),
    ],
)
def test_a_faulty_cell_is_one_fault_with_its_place_and_value(
    column: str, typed: str, kind: FaultKind, nearest: str | None
) -> None:
    (fault,) = faults_of(small_tables([PARTNER | {column: typed}]))

    assert (fault.kind, fault.file, fault.row) == (kind, "partners.csv", 2)
    assert fault.column == column
    assert fault.value.rstrip("…") in " ".join(typed.split())
    assert fault.nearest == nearest


@pytest.mark.parametrize(
    "text",
    [
        "1945-2015",
        "21 uczniów klasy 8a",
        "w latach 2008, 2009, 2010 i 2011",
        "17.05.2008-21.05.2008",
        "15 000 000 euro",
        "44051401358",
        "https://www.openstreetmap.org/way/600700800",
        "Rada @ Hranice",
    ],
)
def test_years_counts_and_addresses_are_not_personal(text: str) -> None:
    dataset = dataset_of(small_tables([PARTNER | {"note_pl": text}]))

    assert dataset.partners[0].note["pl"] == text


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("1991-05-03", "1991-05-03"),
        ("03.05.1991", "1991-05-03"),
        ("3.5.1991", "1991-05-03"),
        ("04.05.2003", "2003-05-04"),
        ("2005", "2005"),
        ("2010-04", "2010-04"),
        ("1990~", "1990~"),
        ("199X", "199X"),
    ],
)
def test_a_date_is_read_by_declared_rules(typed: str, edtf: str) -> None:
    agreement = dataset_of(small_tables([PARTNER | {"agreement": typed}], [])).partners[0].agreement

    assert agreement is not None
    assert agreement.fact.date.edtf == edtf


@pytest.mark.parametrize("separator", [",", ";"])
def test_decimal_commas_are_degrees(separator: str) -> None:
    partner = PARTNER | {"latitude": "49,54796", "longitude": "17,73469"}
    table = as_csv(rows_of(PARTNERS, [partner]), separator).encode()

    place = dataset_of(small_tables() | {"partners.csv": table}).partners[0].coordinate

    assert place is not None
    assert (place.latitude, place.longitude) == (49.54796, 17.73469)


def test_na_is_namibia_and_no_hole() -> None:
    namibia = PARTNER | {"country": "NA", "latitude": "-22,56", "longitude": "17,08"}

    assert dataset_of(small_tables([namibia])).partners[0].country == "NA"


def test_a_guard_against_formulas_is_no_part_of_the_text() -> None:
    dataset = dataset_of(small_tables([PARTNER | {"note_pl": "'=1+1"}]))

    assert dataset.partners[0].note["pl"] == "=1+1"


def test_the_version_tells_values_and_not_ways_of_writing() -> None:
    plain = dataset_of(small_tables())
    same = dataset_of(
        small_tables(
            [
                PARTNER
                | {"latitude": "49,547960", "types": "school | culture", "agreement": "7.4.2006"}
            ]
        )
    )
    other = dataset_of(small_tables([PARTNER | {"summary_pl": "Inny opis."}]))

    assert plain.version == same.version != other.version


@settings(max_examples=40, deadline=None)
@given(typed=st.text(max_size=60), column=st.sampled_from(sorted(PARTNERS.by_name)))
def test_any_cell_is_read_or_told_on_one_line(typed: str, column: str) -> None:
    outcome = checked(small_tables([PARTNER | {column: typed.encode("utf-8", "replace").decode()}]))

    assert (outcome.dataset is None) == bool(outcome.faults)
    for fault in outcome.faults:
        for language in ("pl", "en"):
            assert len(fault_words(fault, translator_for(language)).splitlines()) == 1
