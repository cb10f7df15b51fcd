"""A table that is taken along comes back as the same data, from a workbook and from CSV."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import openpyxl
import pytest

from partner_map.i18n.translator import translator_for
from partner_map.model import Coordinate, Dataset
from partner_map.settings import world_file
from partner_map.tables import (
    AGREEMENTS,
    EVENTS,
    PARTNERS,
    Table,
    check,
    read_dataset,
    take_snapshot,
)
from partner_map.tables.column_words import column_words
from partner_map.tables.files import blank_workbook, table_csv, table_workbook
from partner_map.tables.rows import named_rows
from tests.support.folders import FROZEN, PARTNER, write_folder

TRANSLATOR = translator_for("pl")
HOSTILE = [
    "=1+1",
    "'=1+1",
    "+48",
    "-1; DROP",
    "@SUM(A1)",
    'said "so"; and | more',
    "a,b;c",
    "Zażółć gęślą jaźń: Кременець, Cēsis",
    "{{ 7*7 }} <b>x</b>",
    "2010-04",
    "0012",
    "NA",
]
EVENT = {
    "partners": "hranice",
    "start": "2010-04",
    "end": "2010-05",
    "type": "school",
    "title_pl": "Wizyta.",
    "title_en": "A visit.",
    "source": "https://a.example/?a=1;b=2",
}


def files_of(dataset: Dataset, folder: Path, ending: str) -> Path:
    """A folder that holds the taken tables and the frozen town."""
    folder.mkdir()
    shutil.copy(FROZEN / "town.toml", folder)
    for table in (PARTNERS, EVENTS):
        data = (
            table_csv(dataset, table)
            if ending == "csv"
            else table_workbook(dataset, table, TRANSLATOR)
        )
        (folder / f"{table.name}.{ending}").write_bytes(data)
    return folder


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_real_tables_come_back_as_they_were(tmp_path: Path, ending: str) -> None:
    real = read_dataset(FROZEN)

    downloaded = files_of(real, tmp_path / "taken", ending)

    checked = check(take_snapshot(downloaded), world_file())
    assert checked.faults == ()
    assert checked.dataset is not None
    assert checked.dataset.partners == real.partners
    assert checked.dataset.events == real.events


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_cells_come_back_as_they_were(tmp_path: Path, ending: str, text: str) -> None:
    partner = PARTNER | dict.fromkeys(
        ("name_pl", "name_en", "name_own", "note_pl", "summary_en", "partner_signatory"), text
    )
    partner |= {"first_contacts": "1997~/1999~", "first_contacts_source": "https://a.example/|" * 2}
    event = EVENT | {"title_pl": text, "title_en": text}
    data = read_dataset(write_folder(tmp_path / "typed", [partner], [event]))

    downloaded = read_dataset(files_of(data, tmp_path / "taken", ending))

    assert downloaded.partners == data.partners
    assert downloaded.events == data.events


@pytest.mark.parametrize("degrees", ["-0.00001", "0", "49.5"])
def test_coordinates_are_written_without_an_exponent(tmp_path: Path, degrees: str) -> None:
    row = PARTNER | {"country": "BV", "latitude": degrees, "longitude": degrees}
    dataset = read_dataset(write_folder(tmp_path / "typed", [row]))

    downloaded = read_dataset(files_of(dataset, tmp_path / "taken", "csv"))

    assert downloaded.partners == dataset.partners


def test_a_place_whose_source_is_no_address_stays_out(tmp_path: Path) -> None:
    dataset = read_dataset(write_folder(tmp_path / "typed", [PARTNER]))
    object.__setattr__(dataset.partners[0], "coordinate", Coordinate(49.5, 17.7, "a map"))

    names, (row,) = named_rows(dataset, PARTNERS)

    cells = dict(zip(names, row, strict=True))
    assert (cells["latitude"], cells["longitude"], cells["coordinates_source"]) == ("", "", "")


@pytest.mark.parametrize("table", [PARTNERS, EVENTS, AGREEMENTS])
def test_a_csv_has_the_mark_the_semicolons_and_the_columns(table: Table) -> None:
    written = table_csv(read_dataset(FROZEN), table)

    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == list(table.by_name)


@pytest.mark.parametrize("table", [PARTNERS, EVENTS])
def test_every_cell_of_a_workbook_is_text_an_empty_one_too(table: Table) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(table_workbook(read_dataset(FROZEN), table, TRANSLATOR))
    )

    body = book.worksheets[0].iter_rows(min_row=2)
    assert {cell.number_format for row in body for cell in row} == {"@"}


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("table", [PARTNERS, EVENTS, AGREEMENTS])
def test_a_template_is_blank_offers_words_and_explains_itself(table: Table, language: str) -> None:
    translator = translator_for(language)
    book = openpyxl.load_workbook(io.BytesIO(blank_workbook(table, translator)))
    sheet, explanations = book.worksheets

    assert [cell.value for cell in sheet[1]] == list(table.by_name)
    assert sheet.max_row == 1
    columns = sheet.column_dimensions.values()
    assert {column.number_format for column in columns} == {"@"}
    assert sum(column.max - column.min + 1 for column in columns) == len(table.columns)
    offered = [one.formula1 for one in sheet.data_validations.dataValidation]
    assert offered == [f'"{",".join(column.words)}"' for column in table.columns if column.words]
    assert not any(one.showErrorMessage for one in sheet.data_validations.dataValidation)
    assert explanations.title == translator.gettext("Explanations")
    assert [row[0].value for row in explanations.iter_rows(min_row=2)] == [
        words.name for words in column_words(table, translator)
    ]


def test_a_filled_template_is_read(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    (folder / "partners.csv").unlink()
    book = openpyxl.load_workbook(io.BytesIO(blank_workbook(PARTNERS, TRANSLATOR)))
    book.worksheets[0].append([PARTNER.get(name, "") for name in PARTNERS.by_name])
    book.save(folder / "partners.xlsx")

    assert [partner.id for partner in read_dataset(folder).partners] == ["hranice"]


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("table", [PARTNERS, EVENTS, AGREEMENTS])
def test_every_column_is_explained_in_both_languages(table: Table, language: str) -> None:
    explained = column_words(table, translator_for(language))

    names = [words.name for words in explained]
    assert names[: len(table.columns)] == list(table.by_name)
    family = {one.name.rpartition("_")[0] for one in table.translations}
    told = {name.removesuffix("_xx") for name in ", ".join(names[len(table.columns) :]).split(", ")}
    assert told - {""} == family
    assert all(words.meaning and words.allowed and words.example for words in explained)
    assert len({words.meaning for words in explained}) == len(explained)


def test_the_examples_make_rows_without_a_fault(tmp_path: Path) -> None:
    partner, event = (
        {
            words.name: words.example
            for words in column_words(table, TRANSLATOR)
            if words.name in table.by_name
        }
        for table in (PARTNERS, EVENTS)
    )

    dataset = read_dataset(write_folder(tmp_path / "tables", [partner, PARTNER], [event]))

    assert len(dataset.partners) == 2
