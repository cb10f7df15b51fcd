"""The address holds the View; what makes no sense in it is dropped."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partner_map.model import ExchangeType, Filters, Mode, View
from partner_map.permalink import MAX_WORDS_CHARACTERS, PARAMETERS, read_span, read_view, write_view
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN

DATASET = read_dataset(FROZEN)
LAST = 2026


def test_a_link_restores_the_view() -> None:
    view = View(
        year=2009,
        city="cesis",
        filters=Filters(
            types=frozenset({ExchangeType.SCHOOL, ExchangeType.CULTURE}),
            countries=frozenset({"LV", "FR"}),
            every_type=True,
            partners=frozenset({"cesis", "hranice"}),
            span=(1995, 2010),
            words="Łódź szkoła",
        ),
        language="en",
        mode=Mode.KIOSK,
    )

    assert read_view(write_view(view, LAST), DATASET, LAST) == view


def test_the_opening_view_has_a_bare_address() -> None:
    assert write_view(View(LAST), LAST) == {}


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(PARAMETERS),
        st.lists(st.text() | st.integers().map(str), max_size=3),
    )
)
def test_any_address_gives_a_view_that_makes_sense(query: dict[str, list[str]]) -> None:
    view = read_view(query, DATASET, LAST)
    filters, first = view.filters, DATASET.town.first_year

    assert first <= view.year <= LAST
    assert view.city is None or view.city in DATASET.by_id
    assert filters.countries <= DATASET.countries
    assert view.language in ("pl", "en")
    assert filters.partners <= DATASET.by_id.keys()
    assert (
        view.filters.span is None
        or DATASET.town.first_year <= view.filters.span[0] <= view.filters.span[1] <= LAST
    )
    assert len(filters.words) <= MAX_WORDS_CHARACTERS
    assert view.mode in Mode
    assert read_view(write_view(view, LAST), DATASET, LAST) == view


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        ("1995", "2010", (1995, 2010)),
        ("2010", "1995", (1995, 2010)),
        ("2010", "", (2010, 2026)),
        ("", "2010", (1990, 2010)),
        ("99999", "2010", (1990, 2010)),
        ("1990", "2026", None),
        ("", "", None),
    ],
)
def test_a_span_of_years_is_put_right(start: str, end: str, span: tuple[int, int] | None) -> None:
    assert read_span(start, end, (1990, LAST)) == span
