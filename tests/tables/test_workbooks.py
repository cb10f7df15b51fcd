"""A workbook says the same as the CSV of its name, however its cells are typed."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from partner_map.tables import EVENTS, PARTNERS, FaultKind, Table
from partner_map.tables.columns import CellKind
from tests.support.folders import PARTNER
from tests.support.forms import (
    EVENT,
    Rows,
    as_workbook,
    assert_same,
    dataset_of,
    faults_of,
    frozen_rows,
    rows_of,
    saved,
    small_tables,
)

CALC = Path(__file__).parent / "calc"


def in_place_of_csv(workbooks: dict[str, bytes]) -> dict[str, bytes | None]:
    gone: dict[str, bytes | None] = {f"{name}.csv": None for name in workbooks}
    return gone | {f"{name}.xlsx": data for name, data in workbooks.items()}


def typed(table: Table, rows: Rows) -> list[list[object]]:
    """The rows with whole days as dates, and years and degrees as numbers."""

    def value(name: str, cell: str) -> object:
        kind = table.by_name[name].kind
        if kind is CellKind.DATE and re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
            return datetime.date.fromisoformat(cell)
        if kind is CellKind.DATE and re.fullmatch(r"\d{4}", cell):
            return int(cell)
        if kind in (CellKind.LATITUDE, CellKind.LONGITUDE) and cell:
            return float(cell)
        return cell

    header, *body = rows
    return [[*header], *([value(n, c) for n, c in zip(header, row, strict=True)] for row in body)]


def test_text_cells_say_the_same_as_the_csv() -> None:
    books = {t.name: as_workbook(frozen_rows(t)) for t in (PARTNERS, EVENTS)}

    assert_same(dataset_of(in_place_of_csv(books)), dataset_of({}))


def test_typed_dates_and_numbers_say_the_same_as_the_csv() -> None:
    books = {t.name: as_workbook(typed(t, frozen_rows(t))) for t in (PARTNERS, EVENTS)}

    assert_same(dataset_of(in_place_of_csv(books)), dataset_of({}))


def test_calc_s_own_workbooks_say_the_same_as_the_csv() -> None:
    books = {t.name: (CALC / f"{t.name}.xlsx").read_bytes() for t in (PARTNERS, EVENTS)}

    assert_same(dataset_of(in_place_of_csv(books)), dataset_of({}))


def test_calc_s_csv_in_windows_1250_is_read_with_its_letters() -> None:
    """All but the letters that the encoding lacks, in place of which Calc writes question marks."""
    faults = faults_of({"events.csv": (CALC / "events-windows-1250.csv").read_bytes()})

    assert {fault.kind for fault in faults} == {FaultKind.GARBLED}
    assert all("?" in fault.value for fault in faults)
    lacking = {row for row, cells in enumerate(frozen_rows(EVENTS), 1) if "ē" in "".join(cells)}
    assert {fault.row for fault in faults} == lacking


def one_event(start: object, number_format: str) -> dict[str, bytes | None]:
    workbook = openpyxl.Workbook()
    for row in rows_of(EVENTS, [EVENT]):
        workbook.active.append(row)
    workbook.active["B2"].value = start
    workbook.active["B2"].number_format = number_format
    return small_tables() | {"events.csv": None, "events.xlsx": saved(workbook)}


@pytest.mark.parametrize(
    ("number_format", "edtf"),
    [
        ("yyyy-mm-dd", "2010-04-01"),
        ("dd.mm.yyyy", "2010-04-01"),
        ("d mmmm yyyy", "2010-04-01"),
        ("[$-415]d mmmm yyyy;@", "2010-04-01"),
        ("mmm yy", "2010-04"),
        ("yyyy-mm", "2010-04"),
        ("[$-415]mmmm yyyy", "2010-04"),
        ('"dnia" mmmm yyyy', "2010-04"),
        ("yyyy", "2010"),
    ],
)
def test_a_typed_date_is_as_precise_as_it_is_shown(number_format: str, edtf: str) -> None:
    dataset = dataset_of(one_event(datetime.date(2010, 4, 1), number_format))

    assert dataset.events[0].start.edtf == edtf


@pytest.mark.parametrize("start", [datetime.datetime(2010, 4, 1, 12, 30), True, 2010.5])
def test_what_is_typed_and_no_date_is_a_fault(start: object) -> None:
    shown = "yyyy-mm-dd hh:mm" if isinstance(start, datetime.datetime) else "General"

    (fault,) = faults_of(one_event(start, shown))

    assert (fault.kind, fault.file, fault.row) == (FaultKind.DATE_FORM, "events.xlsx", 2)


def test_a_formula_counts_by_the_value_that_was_saved_with_it() -> None:
    data = as_workbook(rows_of(EVENTS, [EVENT | {"title_pl": "=A2"}]))
    with_value = rewritten(data, rb"<f>A2</f><v\s*/?>(</v>)?", b"<f>A2</f><v>Wizyta.</v>")
    with_value = rewritten(with_value, rb'<c r="E2"', b'<c r="E2" t="str"')

    dataset = dataset_of(small_tables() | {"events.csv": None, "events.xlsx": with_value})

    assert dataset.events[0].title["pl"] == "Wizyta."


def rewritten(workbook: bytes, old: bytes, new: bytes) -> bytes:
    """The workbook with a change in its first sheet."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as before, zipfile.ZipFile(written, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "xl/worksheets/sheet1.xml":
                assert re.search(old, data)
                data = re.sub(old, lambda _: new, data)
            after.writestr(name, data)
    return written.getvalue()


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", "#NAZWA?", "#ARG!", "####"])
def test_the_error_of_a_formula_is_no_text(error: str) -> None:
    book = as_workbook(rows_of(EVENTS, [EVENT | {"title_pl": error}]))

    (fault,) = faults_of(small_tables() | {"events.csv": None, "events.xlsx": book})

    assert (fault.kind, fault.column, fault.value) == (FaultKind.CELL_ERROR, "title_pl", error)


def test_rows_are_numbered_as_excel_does_past_blank_ones() -> None:
    rows = rows_of(EVENTS, [EVENT, {}, EVENT | {"type": "szkola"}])

    (fault,) = faults_of(small_tables() | {"events.csv": None, "events.xlsx": as_workbook(rows)})

    assert (fault.kind, fault.row, fault.nearest) == (FaultKind.WORD_UNKNOWN, 4, "school")


def test_line_breaks_in_a_cell_are_blanks_however_they_are_written() -> None:
    partner = PARTNER | {"summary_pl": "Jeden_x000D_\ndwa\ntrzy."}
    book = as_workbook(rows_of(PARTNERS, [partner]))

    dataset = dataset_of(small_tables() | {"partners.csv": None, "partners.xlsx": book})

    assert dataset.partners[0].summary["pl"] == "Jeden dwa trzy."


@pytest.mark.parametrize(
    ("hidden", "kind"), [("_x0007_", FaultKind.CONTROL_CHARACTER), ("_xD800_", FaultKind.GARBLED)]
)
def test_a_character_that_xml_cannot_hold_is_told(hidden: str, kind: FaultKind) -> None:
    book = as_workbook(rows_of(EVENTS, [EVENT | {"title_pl": f"Wizyta{hidden}"}]))

    (fault,) = faults_of(small_tables() | {"events.csv": None, "events.xlsx": book})

    assert (fault.kind, fault.column) == (kind, "title_pl")


def test_a_cell_beyond_the_last_column_is_told() -> None:
    rows = rows_of(EVENTS, [EVENT])
    rows[1] += ["", "notatka"]

    (fault,) = faults_of(small_tables() | {"events.csv": None, "events.xlsx": as_workbook(rows)})

    assert (fault.kind, fault.row, fault.value) == (FaultKind.ROW_TOO_LONG, 2, "notatka")


def test_a_table_that_is_there_twice_is_one_fault() -> None:
    (fault,) = faults_of({"events.xlsx": as_workbook(frozen_rows(EVENTS))})

    assert (fault.kind, fault.file) == (FaultKind.FILE_TWICE, "events.xlsx")
    assert fault.allowed == ("events.csv",)


def test_partners_that_are_there_twice_make_no_event_unknown() -> None:
    (fault,) = faults_of({"partners.xlsx": as_workbook(frozen_rows(PARTNERS))})

    assert fault.kind is FaultKind.FILE_TWICE


@pytest.mark.parametrize("data", [b"", b"PK", b"no workbook", as_workbook([["a"]])[:-40]])
def test_what_is_no_workbook_is_told(data: bytes) -> None:
    (fault,) = faults_of({"events.csv": None, "events.xlsx": data})

    assert (fault.kind, fault.file) == (FaultKind.WORKBOOK_BROKEN, "events.xlsx")


def test_an_empty_workbook_is_told() -> None:
    (fault,) = faults_of({"events.csv": None, "events.xlsx": as_workbook([])})

    assert fault.kind is FaultKind.FILE_EMPTY
