"""What is taken along opens in a spreadsheet program as it was, and runs nothing there."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile

import openpyxl
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from partner_map.tables.spreadsheet import Sheet, csv_file, guarded, unguarded, workbook_file

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"]


def test_a_csv_begins_with_the_mark_by_which_excel_knows_utf_8() -> None:
    written = csv_file(["nazwa"], [["Łódź"]])

    assert written == b"\xef\xbb\xbfnazwa\r\n" + "Łódź\r\n".encode()


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_csv_begins_as_a_formula(text: str) -> None:
    _, (cell,) = csv.reader(io.StringIO(csv_file(["a"], [[text]]).decode("utf-8-sig"), newline=""))

    assert cell.startswith("'")
    assert unguarded(cell) == text


@given(st.text())
def test_every_text_comes_back_from_its_guard(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "2010-04", "Łódź"])
def test_text_stays_text_in_a_workbook(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_file([Sheet("arkusz", ["a"], [[text]])])))

    cell = book["arkusz"]["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")


@settings(deadline=None)
@given(st.text())
@example("\r=1")
@example("\t=1")
def test_every_text_comes_back_from_a_workbook(text: str) -> None:
    assume(unescape(text) == text)
    book = openpyxl.load_workbook(io.BytesIO(workbook_file([Sheet("arkusz", ["a"], [[text]])])))

    assert unescape(book["arkusz"]["A2"].value or "") == text


def test_what_looks_like_an_escape_is_escaped_itself() -> None:
    """ECMA-376-1, 22.9.2.19; openpyxl does not tell the two apart when it reads."""
    file = workbook_file([Sheet("arkusz", ["a"], [["_x000D_"]])])

    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        assert b"<t>_x005F_x000D_</t>" in parts.read("xl/sharedStrings.xml")


def test_a_day_is_a_typed_date_in_a_workbook() -> None:
    day = datetime.date(1991, 5, 3)
    book = openpyxl.load_workbook(io.BytesIO(workbook_file([Sheet("arkusz", ["a"], [[day]])])))

    assert book["arkusz"]["A2"].is_date
    assert book["arkusz"]["A2"].value == datetime.datetime(1991, 5, 3)


def test_days_before_1900_are_text_with_all_others_of_their_column() -> None:
    old, new = datetime.date(1836, 7, 1), datetime.date(2006, 4, 7)
    written = workbook_file([Sheet("A", ["signed", "ended"], [[new, new], [old, None]])])

    sheet = openpyxl.load_workbook(io.BytesIO(written))["A"]

    signed = [sheet["A2"].value, sheet["A3"].value]
    assert sorted(signed) == ["1836-07-01", "2006-04-07"]
    assert {sheet["A2"].data_type, sheet["A3"].data_type} == {"s"}
    assert sheet["B2"].value == datetime.datetime(2006, 4, 7)


def test_a_column_offers_its_choices_and_stays_text_when_it_is_filled() -> None:
    sheet = Sheet("arkusz", ["kind"], [], {"kind": ["agreement", "accord"]})
    worksheet = openpyxl.load_workbook(io.BytesIO(workbook_file([sheet])))["arkusz"]

    assert worksheet.data_validations.dataValidation[0].formula1 == '"agreement,accord"'
    assert worksheet.column_dimensions["A"].number_format == "@"


def test_a_cell_without_a_value_is_left_to_its_column() -> None:
    sheet = Sheet("arkusz", ["od", "do"], [["2009", None]])
    worksheet = openpyxl.load_workbook(io.BytesIO(workbook_file([sheet])))["arkusz"]

    assert [cell.has_style for cell in worksheet[2]] == [True, False]
