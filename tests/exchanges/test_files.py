"""What is taken along says what the page says, to whatever reads it."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import icalendar
import openpyxl
import pandas as pd
import pytest
from openpyxl.utils.escape import unescape

from partner_map.exchanges.calendar import anniversaries_calendar
from partner_map.exchanges.files import (
    Taken,
    exchanges_csv,
    exchanges_sheet,
    partners_csv,
    partners_sheet,
    workbook,
)
from partner_map.exchanges.qr_code import qr_code
from partner_map.exchanges.selection import select
from partner_map.i18n.translator import translator
from partner_map.model import Dataset, Event, ExchangeType, View
from partner_map.tables import read_dataset
from partner_map.tables.spreadsheet import Sheet, unguarded
from tests.folders import PARTNER, REAL, write_folder

DATASET = read_dataset(REAL)
TODAY = datetime.date(2026, 11, 24)
VIEW = View(2026, types=frozenset({ExchangeType.LOCAL_GOVERNMENT}), span=(1990, 2016))
POLISH = translator("pl")
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"]


def with_titles(titles: list[str]) -> Dataset:
    """The real data with exchanges of these titles, as no checked table would hold them."""
    event = DATASET.events[0]
    events = [replace(event, title={"pl": title, "en": title}) for title in titles]
    return replace(DATASET, events=tuple(events))


def read_csv(written: bytes) -> pd.DataFrame:
    """A CSV as another reader has it."""
    return pd.read_csv(
        io.BytesIO(written), sep=";", dtype=str, keep_default_na=False, encoding="utf-8-sig"
    )


def as_text(sheet: Sheet) -> list[list[str]]:
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.rows]


def test_a_csv_comes_back_as_the_same_table() -> None:
    answer = select(DATASET, VIEW)
    for written, sheet in (
        (exchanges_csv(answer, POLISH), exchanges_sheet(answer, POLISH)),
        (partners_csv(answer, POLISH), partners_sheet(answer, POLISH)),
    ):
        frame = read_csv(written)

        assert list(frame.columns) == list(sheet.columns)
        assert frame.map(unguarded).to_numpy().tolist() == as_text(sheet)


def test_a_workbook_comes_back_with_typed_dates_and_its_sources() -> None:
    answer = select(DATASET, VIEW)
    taken = Taken(answer, "https://town.example/wymiany?type=local-government", TODAY)

    book = openpyxl.load_workbook(io.BytesIO(workbook(taken, POLISH)))

    assert book.sheetnames == ["Wymiany", "Miasta partnerskie", "Źródła", "Wybór"]
    rows = list(book["Wymiany"].iter_rows(min_row=2, values_only=True))
    assert len(rows) == len(answer.events)
    assert rows[0][:3] == ("1993", None, 1993)
    assert rows[1][0] == datetime.datetime(2008, 11, 19)
    addresses = {row[0] for row in book["Źródła"].iter_rows(min_row=2, values_only=True)}
    assert {event.source for event in answer.events} <= addresses
    choice = dict(book["Wybór"].iter_rows(min_row=2, values_only=True))
    assert choice["Rodzaj wymiany"] == "samorząd"
    assert choice["Lata"] == "1990–2016"
    assert choice["Stan na dzień"] == datetime.datetime(2026, 11, 24)
    assert choice["Adres tego wyboru"] == taken.address


@pytest.mark.parametrize("title", FORMULAS)
def test_a_cell_that_begins_as_a_formula_arrives_as_text(title: str) -> None:
    answer = select(with_titles([title]), View(2026))

    (row,) = read_csv(exchanges_csv(answer, POLISH)).to_numpy().tolist()
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(Taken(answer, "https://a.example/", TODAY), POLISH))
    )

    assert row[6].startswith("'")
    assert unguarded(row[6]) == title
    cell = book["Wymiany"]["G2"]
    assert (unescape(cell.value), cell.data_type) == (title, "s")


def events_of(written: bytes) -> list[Any]:
    """The days of a calendar as another reader has them."""
    return list(icalendar.Calendar.from_ical(written).walk("VEVENT"))


def test_the_calendar_has_each_agreement_in_force_each_year() -> None:
    written = anniversaries_calendar(DATASET, DATASET.partners, POLISH, TODAY)

    events = events_of(written)

    assert len(events) == 7
    pisogne = next(event for event in events if event["uid"].startswith("pisogne"))
    assert pisogne.decoded("dtstart") == datetime.date(2008, 6, 6)
    assert pisogne["rrule"]["freq"] == ["YEARLY"]
    assert pisogne["summary"] == "Rocznica podpisania: Pisogne"
    assert "20 lat, 6 czerwca 2028" in pisogne["description"]
    assert b"\r\n" in written
    assert max(len(line) for line in written.split(b"\r\n")) <= 75


def test_the_calendar_holds_only_what_is_selected() -> None:
    partners = select(DATASET, View(2026, countries=frozenset({"DE"}))).partners

    (event,) = events_of(anniversaries_calendar(DATASET, partners, translator("en"), TODAY))

    assert event["summary"] == "Anniversary of the agreement: Denzlingen"


def test_an_agreement_of_a_leap_day_has_its_day_every_year(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER | {"agreement": "2008-02-29"}])
    dataset = read_dataset(folder)

    (event,) = events_of(anniversaries_calendar(dataset, dataset.partners, POLISH, TODAY))

    assert (event["rrule"]["bymonth"], event["rrule"]["bymonthday"]) == ([2], [-1])


def test_a_name_with_line_breaks_stays_in_its_line_of_the_calendar() -> None:
    odd = replace(DATASET.by_id["pisogne"], name={"pl": "A\r\nATTACH:x;,\\", "en": "A"})

    (event,) = events_of(anniversaries_calendar(DATASET, [odd], POLISH, TODAY))

    assert "attach" not in event


def test_a_code_for_an_address_of_usual_length_and_none_for_one_too_long() -> None:
    code = qr_code("https://town.example/wymiany?type=school&words=%C5%81%C3%B3d%C5%BA", "#ffffff")

    assert code is not None
    assert code.startswith("<svg")
    assert qr_code("https://town.example/?" + "partner=a&" * 400, "#ffffff") is None


def test_an_exchange_is_one_row_however_many_took_part() -> None:
    event: Event = replace(DATASET.events[0], partners=("cesis", "hranice"))
    dataset = replace(DATASET, events=(event,))

    (row,) = exchanges_sheet(select(dataset, View(2026)), POLISH).rows

    assert row[4:6] == ["Cēsis, Hranice", "Łotwa, Czechy"]
