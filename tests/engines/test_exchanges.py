"""The exchanges page as a school coordinator uses it, in each engine."""

from __future__ import annotations

import io

import icalendar
import openpyxl
import pandas as pd
import pytest

from tests.support.engine import Engine

pytestmark = pytest.mark.thorough


def count(engine: Engine, words: str) -> None:
    """Wait for these figures."""
    engine.wait(
        "(words) => document.querySelector('.st-key-answer-count')?.textContent.includes(words)",
        words,
    )


def test_filters_and_words_narrow_the_answer_and_back_widens_it(engine: Engine, url: str) -> None:
    engine.open(f"{url}/wymiany")
    count(engine, "8 miast · 44 wydarzenia")

    engine.click("button", "Rodzaj")
    engine.click("button", "szkoły (7 · 6)")
    count(engine, "7 miast · 6 wydarzeń")
    engine.address("/wymiany?type=school")
    engine.press("Escape")
    engine.click("textbox", "Szukaj w tekstach")
    engine.press(*"hranice")
    count(engine, "1 miasto")
    engine.address("/wymiany?type=school&words=hranice")

    engine.open(f"{url}/wymiany?country=DE&country=CZ")
    count(engine, "2 miasta")
    engine.click("button", "Wyczyść")
    count(engine, "8 miast")
    engine.address("/wymiany")
    engine.back()
    count(engine, "2 miasta")
    assert engine.errors() == []


def test_the_downloads_hold_what_is_selected(engine: Engine, url: str) -> None:
    engine.open(f"{url}/wymiany?country=DE&from=2015&to=2022")
    count(engine, "1 miasto · 15 wydarzeń")
    engine.click("button", "Pobierz")

    engine.click("button", "Wymiany (CSV)")
    frame = pd.read_csv(io.BytesIO(engine.downloaded("*.csv")), sep=";", encoding="utf-8-sig")
    assert len(frame) == 15
    engine.click("button", "Wszystko ze źródłami (XLSX)")
    book = openpyxl.load_workbook(io.BytesIO(engine.downloaded("*.xlsx")))
    assert book["Wymiany"].max_row == 16
    engine.click("button", "Rocznice umów (ICS)")
    (event,) = icalendar.Calendar.from_ical(engine.downloaded("*.ics")).walk("VEVENT")
    assert event["summary"] == "Rocznica podpisania: Denzlingen"
