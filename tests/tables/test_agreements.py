"""Further agreements with a partner: a table of their own, which a folder may be without."""

from __future__ import annotations

import pytest

from partner_map.model import AgreementKind
from partner_map.tables import AGREEMENTS, FaultKind, Hint, HintKind
from partner_map.tables.files import table_csv
from tests.support.folders import PARTNER
from tests.support.forms import (
    EVENT,
    RENEWAL,
    assert_same,
    checked,
    dataset_of,
    faults_of,
    small_tables,
)

EVENTS = [EVENT]


def test_a_city_stands_once_with_all_that_was_signed_in_order() -> None:
    later = RENEWAL | {"agreement": "2020", "agreement_kind": "protocol", "agreement_until": ""}

    dataset = dataset_of(small_tables([PARTNER], EVENTS, [later, RENEWAL]))

    (partner,) = dataset.partners
    assert [one.fact.date.edtf for one in partner.documents] == [
        "2006-04-07",
        "2016-04-07",
        "2020",
    ]
    assert partner.documents[1].kind is AgreementKind.ACCORD


def test_the_term_of_the_newest_document_is_the_end_where_no_other_is_known() -> None:
    term = PARTNER | {"agreement_until": "2016-04-06"}

    (alone,) = dataset_of(small_tables([term])).partners
    (renewed,) = dataset_of(small_tables([term], EVENTS, [RENEWAL])).partners
    (ended,) = dataset_of(small_tables([term | {"ended": "2019"}], EVENTS, [RENEWAL])).partners

    assert (alone.ended_year, renewed.ended_year, ended.ended_year) == (2016, 2036, 2019)


def test_a_folder_without_the_table_keeps_its_version() -> None:
    without = dataset_of(small_tables())
    blank = dataset_of(
        small_tables()
        | {
            "agreements.csv": b"partner,agreement,agreement_kind,"
            b"agreement_until,agreement_source\n,,,,\n"
        }
    )

    assert without.version == blank.version
    assert without.version != dataset_of(small_tables([PARTNER], EVENTS, [RENEWAL])).version


def test_what_is_taken_along_is_read_the_same() -> None:
    tables = small_tables([PARTNER], EVENTS, [RENEWAL])
    dataset = dataset_of(tables)

    again = dataset_of(tables | {"agreements.csv": table_csv(dataset, AGREEMENTS)})

    assert_same(dataset, again)


@pytest.mark.parametrize(
    ("cells", "kind", "column"),
    [
        ({"partner": "hranica"}, FaultKind.PARTNER_UNKNOWN, "partner"),
        ({"agreement": ""}, FaultKind.REQUIRED, "agreement"),
        ({"agreement_kind": ""}, FaultKind.REQUIRED, "agreement_kind"),
        ({"agreement_until": "2015"}, FaultKind.END_BEFORE_START, "agreement_until"),
        ({"agreement": "2006-04-07"}, FaultKind.AGREEMENT_NOT_LATER, "agreement"),
        ({"agreement": "2001", "agreement_until": ""}, FaultKind.AGREEMENT_NOT_LATER, "agreement"),
    ],
)
def test_a_fault_of_a_further_agreement_is_told_at_its_cell(
    cells: dict[str, str], kind: FaultKind, column: str
) -> None:
    (fault,) = faults_of(small_tables([PARTNER], EVENTS, [RENEWAL | cells]))

    assert (fault.kind, fault.file, fault.row, fault.column) == (kind, "agreements.csv", 2, column)


def test_the_first_agreement_belongs_into_the_partners_table() -> None:
    contacts = PARTNER | {"agreement": "", "agreement_kind": "", "first_contacts": "2005"}

    (fault,) = faults_of(small_tables([contacts], EVENTS, [RENEWAL]))

    assert fault.kind is FaultKind.AGREEMENT_NOT_LATER


def test_a_fault_of_the_first_agreement_draws_no_other_after_it() -> None:
    wrong = PARTNER | {"agreement": "wczoraj"}

    (fault,) = faults_of(small_tables([wrong], EVENTS, [RENEWAL]))

    assert (fault.kind, fault.file) == (FaultKind.DATE_FORM, "partners.csv")


def test_no_agreement_comes_after_the_end() -> None:
    (fault,) = faults_of(small_tables([PARTNER | {"ended": "2010"}], EVENTS, [RENEWAL]))

    assert (fault.kind, fault.column) == (FaultKind.AGREEMENT_AFTER_END, "agreement")


def test_a_term_before_its_agreement_is_a_fault() -> None:
    (fault,) = faults_of(small_tables([PARTNER | {"agreement_until": "2001"}]))

    assert (fault.kind, fault.column) == (FaultKind.END_BEFORE_START, "agreement_until")


def test_a_term_that_is_over_is_told_in_a_hint() -> None:
    over = PARTNER | {"agreement_until": "2016-04-06"}
    hint = Hint(HintKind.TERM_OVER, "partners.csv", "hranice")

    assert checked(small_tables([over])).hints == (hint,)
    assert checked(small_tables([over], EVENTS, [RENEWAL | {"agreement_until": ""}])).hints == ()
    assert checked(small_tables([over | {"ended": "2016"}])).hints == ()
