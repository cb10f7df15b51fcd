"""A table says the same with every separator and end of line, in any order of columns."""

from __future__ import annotations

import pytest

from partner_map.tables import EVENTS, PARTNERS, FaultKind
from tests.support.folders import PARTNER
from tests.support.forms import (
    EVENT,
    Rows,
    as_csv,
    assert_same,
    dataset_of,
    faults_of,
    frozen_rows,
    rows_of,
    small_tables,
)


def tables_of(write: dict[str, str]) -> dict[str, bytes]:
    return {f"{name}.csv": text.encode() for name, text in write.items()}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_and_ends_of_line_change_nothing(separator: str, newline: str) -> None:
    tables = tables_of(
        {t.name: as_csv(frozen_rows(t), separator, newline) for t in (PARTNERS, EVENTS)}
    )

    assert_same(dataset_of(tables), dataset_of({}))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("named", "separator"), [(";", ";"), (",", ","), ("\t", "\t")])
def test_a_first_line_sep_names_the_separator(named: str, separator: str, newline: str) -> None:
    table = f"sep={named}{newline}{as_csv(frozen_rows(EVENTS), separator, newline)}"

    assert_same(dataset_of({"events.csv": table.encode()}), dataset_of({}))


def test_rows_count_from_the_line_sep() -> None:
    tables = small_tables(events=[EVENT | {"type": "szkola"}])
    table = tables["events.csv"]
    assert table is not None

    (fault,) = faults_of(tables | {"events.csv": b"sep=,\r\n" + table})

    assert fault.row == 3


def blank_rows_between(rows: Rows) -> Rows:
    return [line for row in rows for line in (row, [""], [""] * len(row))]


def blank_rows_above(rows: Rows) -> Rows:
    return [["", ""], *rows]


def blank_columns_behind(rows: Rows) -> Rows:
    return [[*row, "", "", "\xa0"] for row in rows]


def short_rows(rows: Rows) -> Rows:
    def shortened(row: list[str]) -> list[str]:
        while row and not row[-1]:
            row = row[:-1]
        return row

    return [shortened(row) for row in rows]


def turned_columns(rows: Rows) -> Rows:
    return [row[::-1] for row in rows]


def blanks_around_cells(rows: Rows) -> Rows:
    return [[f"\xa0 {cell} \u202f" if cell else "\xa0" for cell in row] for row in rows]


def blanks_of_other_sorts(rows: Rows) -> Rows:
    return [rows[0], *([cell.replace(" ", "\xa0") for cell in row] for row in rows[1:])]


@pytest.mark.parametrize(
    "change",
    [
        blank_rows_between,
        blank_rows_above,
        blank_columns_behind,
        short_rows,
        turned_columns,
        blanks_around_cells,
        blanks_of_other_sorts,
    ],
)
def test_what_says_nothing_changes_nothing(change: object) -> None:
    assert callable(change)
    tables = tables_of({t.name: as_csv(change(frozen_rows(t)), ";") for t in (PARTNERS, EVENTS)})

    assert_same(dataset_of(tables), dataset_of({}))


def test_trailing_rows_of_separators_are_no_rows() -> None:
    table = as_csv(frozen_rows(EVENTS), ";") + ";;;;;;;;;;\r\n" * 500

    assert_same(dataset_of({"events.csv": table.encode()}), dataset_of({}))


def test_rows_are_numbered_as_excel_does_past_line_breaks_and_blank_rows() -> None:
    partners = [
        PARTNER | {"summary_pl": "Jeden\r\ndwa\ntrzy."},
        {},
        PARTNER | {"id": "druga", "country": "Czechy"},
    ]

    (fault,) = faults_of(small_tables(partners))

    assert (fault.kind, fault.row) == (FaultKind.COUNTRY_UNKNOWN, 4)


def test_an_over_long_row_is_one_fault_and_shifts_nothing() -> None:
    rows = rows_of(EVENTS, [EVENT, EVENT | {"title_pl": "Wizyta, a potem rewizyta."}])
    names = rows[0][: rows[0].index("source") + 1]  # without the columns that may be left out
    table = as_csv([row[: len(names)] for row in rows]).replace('"', "")

    (fault,) = faults_of(small_tables() | {"events.csv": table.encode()})

    assert (fault.kind, fault.file, fault.row) == (FaultKind.ROW_TOO_LONG, "events.csv", 3)
    assert fault.value == "https://example.org/wizyta"


@pytest.mark.parametrize("beyond", [8, 300, 5000])
def test_a_cell_far_beyond_the_last_column_is_seen(beyond: int) -> None:
    rows = rows_of(EVENTS, [EVENT])
    wide = [[*row, *[""] * beyond] for row in rows]
    wide[1][-1] = "zgubione"

    (fault,) = faults_of(small_tables() | {"events.csv": as_csv(wide).encode()})

    assert (fault.kind, fault.row, fault.value) == (FaultKind.ROW_TOO_LONG, 2, "zgubione")


def test_the_events_of_a_partner_whose_row_is_over_long_are_not_unknown() -> None:
    rows = rows_of(PARTNERS, [PARTNER])
    rows[1].append("za dużo")

    (fault,) = faults_of(small_tables() | {"partners.csv": as_csv(rows).encode()})

    assert fault.kind is FaultKind.ROW_TOO_LONG


def test_an_unclosed_quotation_mark_is_told_with_its_row() -> None:
    table = as_csv(rows_of(EVENTS, [EVENT | {"title_pl": "a\nb"}, EVENT, EVENT]))
    table = table.replace("\nhranice", '\n"hranice', 2).replace('\n"hranice', "\nhranice", 1)

    (fault,) = faults_of(small_tables() | {"events.csv": table.encode()})

    assert (fault.kind, fault.file, fault.row) == (FaultKind.UNCLOSED_QUOTE, "events.csv", 3)


@pytest.mark.parametrize("table", ["Hranice;szkoła\n1;2\n", "a", "sep=|\npartners|start\n"])
def test_a_file_without_names_of_columns_is_told_with_those_it_needs(table: str) -> None:
    (fault,) = faults_of({"events.csv": table.encode()})

    assert fault.kind is FaultKind.NO_HEADER
    assert fault.allowed == tuple(EVENTS.by_name)


@pytest.mark.parametrize("table", ["", "\r\n", "\ufeff", ";;;\r\n;;;", " \xa0 "])
def test_an_empty_file_is_told(table: str) -> None:
    (fault,) = faults_of({"events.csv": table.encode()})

    assert (fault.kind, fault.file) == (FaultKind.FILE_EMPTY, "events.csv")


def renamed(old: str, new: str) -> dict[str, bytes | None]:
    tables = small_tables()
    partners = tables["partners.csv"]
    assert partners is not None
    return tables | {"partners.csv": partners.replace(f",{old},".encode(), f",{new},".encode(), 1)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("country", "contry"),
        ("name_pl", "Name_PL "),
        ("name_pl", "name pl"),
        ("latitude", "lattitude"),
        ("agreement_kind", "agreement_kin"),
    ],
)
def test_a_misspelt_column_is_one_fault_with_the_column_that_is_meant(old: str, new: str) -> None:
    (fault,) = faults_of(renamed(old, new))

    assert (fault.kind, fault.row, fault.column) == (FaultKind.COLUMN_UNKNOWN, 1, new.strip())
    assert fault.nearest == old
    assert old in fault.allowed


def test_an_unknown_column_that_is_like_none_stands_beside_the_missing_one() -> None:
    unknown, missing = faults_of(renamed("country", "województwo"))

    assert (unknown.kind, unknown.nearest) == (FaultKind.COLUMN_UNKNOWN, None)
    assert (missing.kind, missing.column) == (FaultKind.COLUMN_MISSING, "country")


def test_a_doubled_column_is_one_fault() -> None:
    rows = [[*row, "again"] for row in rows_of(PARTNERS, [PARTNER])]
    rows[0][-1] = "country"

    (fault,) = faults_of(small_tables() | {"partners.csv": as_csv(rows).encode()})

    assert (fault.kind, fault.column) == (FaultKind.COLUMN_TWICE, "country")


def test_names_of_columns_in_capitals_tell_the_separator_too() -> None:
    table = as_csv([[name.upper() for name in EVENTS.by_name]], ";")

    faults = faults_of(small_tables() | {"events.csv": table.encode()})

    assert [fault.nearest for fault in faults] == list(EVENTS.by_name)
