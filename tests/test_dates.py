"""Dates stay as precise as their source, in the data and in words."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partner_map.dates import DateError, ImpreciseDate, Precision, edtf_of, parse_date, years_on
from partner_map.i18n.translator import translator_for


@pytest.mark.parametrize(
    ("edtf", "precision", "polish", "english"),
    [
        ("1991-05-03", Precision.DAY, "3 maja 1991", "3 May 1991"),
        ("2010-04", Precision.MONTH, "kwiecień 2010", "April 2010"),
        ("2005", Precision.YEAR, "2005", "2005"),
        ("1990~", Precision.ABOUT, "ok. 1990", "about 1990"),
        ("199X", Precision.DECADE, "lata 90.", "the 1990s"),
        ("1990~/1993~", Precision.EARLY_DECADE, "początek lat 90.", "early 1990s"),
        ("1997~/1999~", Precision.LATE_DECADE, "koniec lat 90.", "late 1990s"),
    ],
)
def test_a_date_is_said_as_its_source_puts_it(
    edtf: str, precision: Precision, polish: str, english: str
) -> None:
    date = parse_date(edtf)

    assert date.precision is precision
    assert translator_for("pl").date(date) == polish
    assert translator_for("en").date(date) == english


@pytest.mark.parametrize("text", ["", "2001-02-31", "31.02.2001", "soon", "1990~~", "1990?"])
def test_what_is_no_date_in_use_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_date(text)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [("3.5.1991", "1991-05-03"), ("04.05.2003", "2003-05-04"), ("04/05/2003", "04/05/2003")],
)
def test_a_day_is_typed_the_polish_way_and_no_other(typed: str, edtf: str) -> None:
    assert edtf_of(typed) == edtf


@given(st.text() | st.text("0123456789-~/X.", max_size=12))
def test_any_text_is_a_date_or_told(text: str) -> None:
    try:
        date = parse_date(edtf_of(text))
    except DateError:
        return
    assert isinstance(date, ImpreciseDate)
    assert date.earliest <= date.latest


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("1991-05-03", (1991, 5, 3), (1991, 5, 3)),
        ("2008-02", (2008, 2, 1), (2008, 2, 29)),
        ("2005", (2005, 1, 1), (2005, 12, 31)),
        ("199X", (1990, 1, 1), (1999, 12, 31)),
        ("1997~/1999~", (1997, 1, 1), (1999, 12, 31)),
    ],
)
def test_a_date_spans_the_days_within_which_it_lies(
    edtf: str, earliest: tuple[int, int, int], latest: tuple[int, int, int]
) -> None:
    date = parse_date(edtf)

    assert date.earliest == datetime.date(*earliest)
    assert date.latest == datetime.date(*latest)


@pytest.mark.parametrize("text", ["1999~/1997~", "1997~/1997~", "1992~/1998~", "1998~/2009~"])
def test_an_interval_that_is_no_part_of_a_decade_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_date(text)


@pytest.mark.parametrize(
    ("day", "years", "found"),
    [
        ((2008, 2, 29), 5, (2013, 2, 28)),
        ((2008, 2, 29), 20, (2028, 2, 29)),
        ((2007, 2, 28), 5, (2012, 2, 28)),
        ((2006, 4, 7), 25, (2031, 4, 7)),
    ],
)
def test_a_day_comes_back_years_on(
    day: tuple[int, int, int], years: int, found: tuple[int, int, int]
) -> None:
    assert years_on(datetime.date(*day), years) == datetime.date(*found)
