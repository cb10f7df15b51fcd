"""Tables as people keep them: what spreadsheet programs and copies leave in cells and sheets."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from partner_map.i18n.translator import translator_for
from partner_map.tables import (
    EVENTS,
    PARTNERS,
    FaultKind,
    Hint,
    HintKind,
    Table,
    fault_words,
    hint_words,
)
from partner_map.tables.files import table_csv, table_workbook
from tests.support.folders import PARTNER
from tests.support.forms import (
    EVENT,
    as_csv,
    as_workbook,
    assert_same,
    checked,
    dataset_of,
    faults_of,
    frozen_rows,
    rows_of,
    saved,
    small_tables,
)

POLISH = translator_for("pl")


def with_workbook(table: Table, data: bytes) -> dict[str, bytes | None]:
    return small_tables() | {f"{table.name}.csv": None, f"{table.name}.xlsx": data}


def book_of(
    table: Table, *rows: dict[str, str], change: Callable[[Worksheet], None] = lambda _: None
) -> dict[str, bytes | None]:
    """The folder with a workbook of these rows, its sheet changed by hand."""
    workbook = openpyxl.Workbook()
    for row in rows_of(table, rows):
        workbook.active.append(row)
    change(workbook.active)
    return with_workbook(table, saved(workbook))


def forced(cell: str) -> str:
    return f'="{cell}"'


def test_a_cell_that_is_forced_to_be_text_says_that_text() -> None:
    cells = PARTNER | {"name_pl": forced("Hranice"), "agreement": forced("1991-05-03")}
    cells |= {"summary_pl": forced('Mówi: ""tak"".'), "country": forced("CZ")}
    plain = PARTNER | {"agreement": "1991-05-03", "summary_pl": 'Mówi: "tak".'}

    assert_same(dataset_of(small_tables([cells])), dataset_of(small_tables([plain])))


def test_forced_names_of_columns_are_names() -> None:
    header, *body = rows_of(PARTNERS, [PARTNER])
    table = as_csv([[forced(name) for name in header], *body], ";").encode()

    assert dataset_of(small_tables() | {"partners.csv": table}).by_id["hranice"].country == "CZ"


def test_a_row_of_forced_blanks_is_blank() -> None:
    blank = dict.fromkeys(EVENT, forced(""))

    assert len(dataset_of(small_tables(events=[EVENT, blank])).events) == 1


def test_a_text_that_looks_forced_comes_back_from_both_files() -> None:
    dataset = dataset_of(small_tables([PARTNER | {"note_pl": f"'{forced('x')}"}]))

    from_csv = dataset_of(small_tables() | {"partners.csv": table_csv(dataset, PARTNERS)})
    book = table_workbook(dataset, PARTNERS, POLISH)

    assert dataset.partners[0].note["pl"] == forced("x")
    assert from_csv.partners == dataset.partners
    assert dataset_of(with_workbook(PARTNERS, book)).partners == dataset.partners


@pytest.mark.parametrize(
    ("typed", "day"),
    [("38814", "2006-04-07"), ("38814,5", "2006-04-07"), ("10000", "1927-05-18")],
)
def test_the_number_of_a_day_is_told_with_the_day(typed: str, day: str) -> None:
    (fault,) = faults_of(small_tables([PARTNER | {"agreement": typed}]))

    assert (fault.kind, fault.column, fault.nearest) == (FaultKind.DATE_SERIAL, "agreement", day)


@pytest.mark.parametrize("typed", ["99999", "9999999", "05000"])
def test_a_number_that_is_no_likely_day_is_no_date(typed: str) -> None:
    (fault,) = faults_of(small_tables([PARTNER | {"agreement": typed}]))

    assert (fault.kind, fault.nearest) == (FaultKind.DATE_FORM, None)


def test_the_number_of_a_day_in_a_workbook_is_told_too() -> None:
    def as_number(sheet: Worksheet) -> None:
        sheet["B2"].value = 40269

    (fault,) = faults_of(book_of(EVENTS, EVENT, change=as_number))

    assert (fault.kind, fault.nearest) == (FaultKind.DATE_SERIAL, "2010-04-01")


@pytest.mark.parametrize(
    "text",
    [
        "125 000 000 zł",
        "125\xa0000\xa0000\xa0zł",
        "125.000.000 EUR",
        "EUR 125 000 000",
        "€125,000,000",
        "Budżet: 221345678 złotych.",
        "221 345 678 uczestników",
        "221 345 678 participants",
        "wysłano 601 700 800 egzemplarzy",
        "od 221 345 678 osób do 601 700 800 mieszkańców i 125 000 000 euro",
    ],
)
def test_sums_and_counts_are_no_telephone_numbers(text: str) -> None:
    assert dataset_of(small_tables([PARTNER | {"note_pl": text}])).partners[0].note["pl"]


@pytest.mark.parametrize(
    "text",
    [
        "600 700 800",
        "600 700 800 Anna",
        "tel. 600 700 800 osoba do kontaktu",
        "zadzwoń 221 345 678 lub przyjdź",
        "+48 221 345 678 zł",
        "22 134 56 78 uczestnicy",
        "125 000 000 zł, informacje: 600 700 800",
    ],
)
def test_a_telephone_number_beside_words_is_one(text: str) -> None:
    (fault,) = faults_of(small_tables([PARTNER | {"note_pl": text}]))

    assert fault.kind is FaultKind.PHONE


def test_merged_cells_are_one_fault_that_names_them() -> None:
    second = PARTNER | {"id": "cesis"}
    merged: list[str] = []

    def merge_countries(sheet: Worksheet) -> None:
        (letter,) = (cell.column_letter for cell in sheet[1] if cell.value == "country")
        merged.append(f"{letter}2:{letter}3")
        sheet.merge_cells(merged[0])

    folder = book_of(PARTNERS, PARTNER, second, change=merge_countries)

    (fault,) = faults_of(folder)

    assert (fault.kind, fault.file, fault.row) == (FaultKind.MERGED, "partners.xlsx", 2)
    assert (fault.column, fault.value) == ("country", merged[0])
    assert "scalone" in fault_words(fault, POLISH)


def test_merged_cells_beside_the_table_are_nobodys_business() -> None:
    def merge_beside(sheet: Worksheet) -> None:
        first, last = sheet.max_column + 1, sheet.max_column + 2
        sheet.merge_cells(start_row=2, start_column=first, end_row=9, end_column=last)

    folder = book_of(EVENTS, EVENT, change=merge_beside)

    assert checked(folder).faults == ()


def hide_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True


def hide_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["E"].hidden = True


@pytest.mark.parametrize(
    ("hide", "kind", "value"),
    [
        (hide_row, HintKind.ROWS_HIDDEN, "3"),
        (hide_column, HintKind.COLUMNS_HIDDEN, "title_pl"),
    ],
)
def test_what_is_hidden_is_read_and_told(
    hide: Callable[[Worksheet], None], kind: HintKind, value: str
) -> None:
    outcome = checked(book_of(EVENTS, EVENT, EVENT, change=hide))

    assert outcome.dataset is not None
    assert len(outcome.dataset.events) == 2
    assert outcome.hints == (Hint(kind, "events.xlsx", value),)
    assert value in hint_words(outcome.hints[0], POLISH)


def book_with_sheets(*sheets: tuple[str, list[list[str]], str]) -> dict[str, bytes | None]:
    """The folder with an events workbook of sheets: name, rows, state."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for title, rows, state in sheets:
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = state
    return with_workbook(EVENTS, saved(workbook))


ROWS = rows_of(EVENTS, [EVENT])
NOTES = [["Notatki", "start"], ["zapytać burmistrza", ""]]


def test_the_table_is_found_by_its_columns_wherever_its_sheet_stands() -> None:
    outcome = checked(
        book_with_sheets(
            ("Notatki", NOTES, "visible"), ("Puste", [], "visible"), ("Wymiany", ROWS, "visible")
        )
    )

    assert outcome.dataset is not None
    assert len(outcome.dataset.events) == 1
    assert outcome.hints == ()


def test_a_table_on_a_hidden_sheet_is_read_and_told() -> None:
    outcome = checked(book_with_sheets(("A", NOTES, "visible"), ("Wymiany", ROWS, "hidden")))

    assert outcome.dataset is not None
    assert outcome.hints == (Hint(HintKind.SHEET_HIDDEN, "events.xlsx", "Wymiany"),)


def test_a_second_sheet_with_the_columns_is_told() -> None:
    outcome = checked(book_with_sheets(("2009", ROWS, "hidden"), ("2010", ROWS, "visible")))

    assert outcome.dataset is not None
    assert outcome.hints == (Hint(HintKind.SHEET_NOT_READ, "events.xlsx", "2009"),)


def test_without_its_columns_the_first_sheet_is_told() -> None:
    (fault,) = faults_of(book_with_sheets(("A", NOTES, "visible"), ("B", NOTES, "visible")))

    assert fault.kind is FaultKind.NO_HEADER


def strict(workbook: bytes) -> bytes:
    """The workbook as Excel saves it as Strict Open XML."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as before, zipfile.ZipFile(written, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            for old, new in (
                (b"schemas.openxmlformats.org/officeDocument/2006/", b"officeDocument/"),
                (b"schemas.openxmlformats.org/spreadsheetml/2006/", b"spreadsheetml/"),
                (b"schemas.openxmlformats.org/drawingml/2006/", b"drawingml/"),
            ):
                part = part.replace(old, b"purl.oclc.org/ooxml/" + new)
            if name == "xl/worksheets/sheet1.xml":
                part = part.replace(
                    b'<c r="B2" t="n"><v>40269</v>', b'<c r="B2" t="d"><v>2010-04-01</v>'
                )
            after.writestr(name, part)
    return written.getvalue()


def test_a_workbook_in_strict_open_xml_says_the_same() -> None:
    books = {f"{t.name}.xlsx": strict(as_workbook(frozen_rows(t))) for t in (PARTNERS, EVENTS)}

    assert b"purl.oclc.org" in zipfile.ZipFile(io.BytesIO(books["events.xlsx"])).read(
        "xl/workbook.xml"
    )
    assert_same(dataset_of({"partners.csv": None, "events.csv": None, **books}), dataset_of({}))


def test_a_day_in_strict_open_xml_is_a_date() -> None:
    def as_number(sheet: Worksheet) -> None:
        sheet["B2"].value = 40269
        sheet["B2"].number_format = "yyyy-mm-dd"

    folder = book_of(EVENTS, EVENT, change=as_number)
    data = folder["events.xlsx"]
    assert data is not None

    assert dataset_of(with_workbook(EVENTS, strict(data))).events[0].start.edtf == "2010-04-01"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("חיפה\u200e", "חיפה"),
        ("חיפה\u200f", "חיפה"),
        ("חיפה\u200b", "חיפה"),
        ("حيفا\u200f\u200e", "حيفا"),
        ("חיפה \u200f(Haifa)", "חיפה (Haifa)"),
        ("חיפה,\u200e Haifa", "חיפה, Haifa"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_a_mark_that_only_follows_right_to_left_text_is_taken_away(typed: str, read: str) -> None:
    assert dataset_of(small_tables([PARTNER | {"name_own": typed}])).partners[0].own_name == read


@pytest.mark.parametrize(
    ("typed", "sign", "position"),
    [
        ("Hra\u200bnice", "U+200B", 4),
        ("\u200fHranice", "U+200F", 1),
        ("Hranice\u200e", "U+200E", 8),
        ("חיפה\u200f Haifa\u200e", "U+200E", 12),
        ("Hra\u00adnice", "U+00AD", 4),
        ("\u2068Hranice\u2069", "U+2068", 1),
        ("Hranice\u2069", "U+2069", 8),
        ("\u202eחיפה", "U+202E", 1),
    ],
)
def test_any_other_invisible_sign_is_told_with_its_place(
    typed: str, sign: str, position: int
) -> None:
    (fault,) = faults_of(small_tables([PARTNER | {"name_own": typed}]))

    assert (fault.kind, fault.row, fault.column) == (FaultKind.CONTROL_CHARACTER, 2, "name_own")
    assert (fault.allowed, fault.position) == ((sign,), position)
    words = fault_words(fault, POLISH)
    assert sign in words
    assert f"znak {position}" in words
