"""What is taken along says what the page says, to whatever reads it."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest
from openpyxl.utils.escape import unescape

from partner_map.exchanges.files import (
    Export,
    exchanges_csv,
    exchanges_sheet,
    partners_csv,
    partners_sheet,
    workbook,
)
from partner_map.exchanges.selection import select
from partner_map.i18n.translator import translator_for
from partner_map.model import NO_FILTERS, Dataset, Event, ExchangeType, Filters, LocalizedText
from partner_map.tables import read_dataset
from partner_map.tables.spreadsheet import Sheet, unguarded
from tests.support.folders import FROZEN

DATASET = read_dataset(FROZEN)
TODAY = datetime.date(2026, 11, 24)
FILTERS = Filters(types=frozenset({ExchangeType.LOCAL_GOVERNMENT}), span=(1990, 2016))
POLISH = translator_for("pl")
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"]


def with_titles(titles: list[str]) -> Dataset:
    """The frozen data with exchanges of these titles, as no checked table would hold them."""
    event = DATASET.events[0]
    events = [replace(event, title=LocalizedText({"pl": title, "en": title})) for title in titles]
    return replace(DATASET, events=tuple(events))


def read_csv(written: bytes) -> pd.DataFrame:
    """A CSV as another reader has it."""
    return pd.read_csv(
        io.BytesIO(written), sep=";", dtype=str, keep_default_na=False, encoding="utf-8-sig"
    )


def as_text(sheet: Sheet) -> list[list[str]]:
    return [["" if tally is None else str(tally) for tally in row] for row in sheet.rows]


def test_a_csv_comes_back_as_the_same_table() -> None:
    answer = select(DATASET, FILTERS)
    for written, sheet in (
        (exchanges_csv(answer, POLISH), exchanges_sheet(answer, POLISH)),
        (partners_csv(answer, POLISH), partners_sheet(answer, POLISH)),
    ):
        frame = read_csv(written)

        assert list(frame.columns) == list(sheet.columns)
        assert frame.map(unguarded).to_numpy().tolist() == as_text(sheet)


def test_a_workbook_comes_back_with_typed_dates_and_its_sources() -> None:
    answer = select(DATASET, FILTERS)
    export = Export(answer, "https://town.example/wymiany?type=local-government", TODAY)

    book = openpyxl.load_workbook(io.BytesIO(workbook(export, POLISH)))

    assert book.sheetnames == ["Wymiany", "Miasta partnerskie", "Źródła", "Wybór"]
    rows = list(book["Wymiany"].iter_rows(min_row=2, values_only=True))
    assert len(rows) == len(answer.events)
    assert rows[0][:3] == ("1993", None, 1993)
    assert rows[1][0] == datetime.datetime(2008, 11, 19)
    cities = {row[0]: row for row in book["Miasta partnerskie"].iter_rows(values_only=True)}
    signed = cities["Miasto"].index("Data podpisania")
    assert cities["Denzlingen"][signed] == datetime.datetime(2011, 6, 19)
    urls = {row[0] for row in book["Źródła"].iter_rows(min_row=2, values_only=True)}
    assert {event.source for event in answer.events} <= urls
    choice = dict(book["Wybór"].iter_rows(min_row=2, values_only=True))
    assert choice["Rodzaj wymiany"] == "samorząd"
    assert choice["Lata"] == "1990–2016"
    assert choice["Stan na dzień"] == datetime.datetime(2026, 11, 24)
    assert choice["Adres tego wyboru"] == export.url


@pytest.mark.parametrize("title", FORMULAS)
def test_a_cell_that_begins_as_a_formula_arrives_as_text(title: str) -> None:
    answer = select(with_titles([title]), NO_FILTERS)

    (row,) = read_csv(exchanges_csv(answer, POLISH)).to_numpy().tolist()
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(Export(answer, "https://a.example/", TODAY), POLISH))
    )

    assert row[6].startswith("'")
    assert unguarded(row[6]) == title
    cell = book["Wymiany"]["G2"]
    assert (unescape(cell.value), cell.data_type) == (title, "s")


def test_an_exchange_is_one_row_however_many_took_part() -> None:
    event: Event = replace(DATASET.events[0], partners=("cesis", "hranice"))
    dataset = replace(DATASET, events=(event,))

    (row,) = exchanges_sheet(select(dataset, NO_FILTERS), POLISH).rows

    assert row[4:6] == ["Cēsis, Hranice", "Łotwa, Czechy"]


def test_no_file_holds_what_isolates_a_name_in_a_sentence() -> None:
    name = LocalizedText({"pl": "חיפה", "en": "Haifa"})
    partners = tuple(replace(p, name=name, own_name="חיפה") for p in DATASET.partners)
    answer = select(replace(DATASET, partners=partners), FILTERS)

    book = openpyxl.load_workbook(io.BytesIO(workbook(Export(answer, "https://a", TODAY), POLISH)))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]

    texts = [*cells, exchanges_csv(answer, POLISH).decode(), partners_csv(answer, POLISH).decode()]
    assert any("חיפה" in text for text in texts)
    assert not any("\u2068" in text or "\u2069" in text for text in texts)
