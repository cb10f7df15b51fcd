"""A visit goes from run to run by named transitions; its URL and its View always agree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from partner_map.model import ExchangeType, Filters, Mode, View
from partner_map.permalink import (
    EXCHANGES_PARAMETERS,
    LINK_PARAMETERS,
    MAP_PARAMETERS,
    Query,
    read_view,
)
from partner_map.tables import read_dataset
from partner_map.timeline import whole_span
from partner_map.visit import kept_query, language_at, visit_at
from tests.support.folders import FROZEN

DATASET = read_dataset(FROZEN)
FIRST, LAST = DATASET.town.first_year, 2026
WHOLE = whole_span(DATASET, LAST)
IDS = sorted(DATASET.by_id)
PAGES = {"": MAP_PARAMETERS, "wymiany": EXCHANGES_PARAMETERS, "o-danych": LINK_PARAMETERS}
START = visit_at(None, {}, "", DATASET, LAST)


def test_the_first_run_has_the_view_of_its_url() -> None:
    visit = visit_at(None, {"year": ["2009"], "city": ["cesis"]}, "", DATASET, LAST)

    assert visit.view == View(2009, "cesis")
    assert not visit.playing
    assert visit.tour is None


def test_a_widget_changes_the_view_and_the_url_follows() -> None:
    visit = START.by_widget(city="hranice")

    assert visit.view.city == "hranice"
    assert visit.written(MAP_PARAMETERS, LAST).url == {"city": ["hranice"]}


def test_at_new_year_who_stands_at_the_end_stays_at_the_end() -> None:
    assert START.by_new_year(LAST, LAST + 1).view == replace(START.view, year=LAST + 1)

    earlier = START.by_widget(year=2009)
    assert earlier.by_new_year(LAST, LAST + 1) == earlier


def test_a_touch_explains_a_url_that_lags_behind() -> None:
    visit = START.by_widget(year=2000).written(MAP_PARAMETERS, LAST).by_widget(city="cesis")

    assert visit_at(visit, {}, "", DATASET, LAST).view == View(2000, "cesis")
    assert language_at(visit, {"lang": ["en"]}) == "pl"


def test_another_url_without_a_touch_is_a_link_or_the_way_back() -> None:
    visit = START.by_widget(year=2000).written(MAP_PARAMETERS, LAST)

    assert visit_at(visit, {"lang": ["en"]}, "", DATASET, LAST).view == View(LAST, language="en")
    assert language_at(visit, {"lang": ["en"]}) == "en"


def test_a_page_link_keeps_the_view_in_the_language_of_the_link() -> None:
    visit = START.by_widget(year=2000, city="cesis").written(MAP_PARAMETERS, LAST)

    there = visit_at(visit, {"lang": ["en"]}, "wymiany", DATASET, LAST)

    assert there.view == View(2000, "cesis", language="en")
    assert there.page == "wymiany"
    assert there.written(LINK_PARAMETERS, LAST).url == {"lang": ["en"]}


def test_new_data_keep_what_still_makes_sense() -> None:
    visit = START.by_widget(year=2000, city="cesis").written(MAP_PARAMETERS, LAST)
    fewer = replace(DATASET, partners=tuple(p for p in DATASET.partners if p.id != "cesis"))

    after = visit_at(visit, visit.url, "", fewer, LAST, is_new_data=True)

    assert after.view == View(2000)


@pytest.mark.parametrize(
    ("choice", "city"),
    [
        ({"city": "pisogne", "count": 1}, "pisogne"),
        ({"city": None}, None),
        ({"city": "nowhere"}, None),
        ({"city": 3}, None),
        ({}, None),
    ],
)
def test_the_map_chooses_a_partner_or_the_whole_picture(
    choice: dict[str, object], city: str | None
) -> None:
    before = START.by_widget(city="hranice")

    assert before.by_map(choice, DATASET).view.city == city
    partners = before.by_exchanges_map(choice, DATASET).view.filters.partners
    assert partners == (frozenset() if city is None else {city})


def test_what_is_no_choice_on_the_map_changes_nothing() -> None:
    assert START.by_map("hranice", DATASET) == START
    assert START.by_exchanges_map(None, DATASET) == START


def test_a_year_that_has_stood_gives_way_to_the_next_once() -> None:
    playing = START.by_slider(2000).by_play_or_pause(FIRST, LAST)

    assert playing.view.year == 2000
    ticked = playing.by_tick(2000, LAST)
    assert (ticked.view.year, ticked.playing) == (2001, True)
    assert ticked.by_tick(2000, LAST) == ticked


@pytest.mark.parametrize("stood", [None, "2000", 1999, {}])
def test_what_is_not_the_year_that_is_shown_moves_nothing(stood: object) -> None:
    playing = START.by_slider(2000).by_play_or_pause(FIRST, LAST)

    assert playing.by_tick(stood, LAST) == playing


def test_after_a_pause_a_tick_that_was_on_its_way_moves_nothing() -> None:
    paused = START.by_slider(2000).by_play_or_pause(FIRST, LAST).by_play_or_pause(FIRST, LAST)

    assert not paused.playing
    assert paused.by_tick(2000, LAST) == paused


def test_at_the_last_year_the_timeline_stops_and_starts_from_the_first() -> None:
    last_but_one = START.by_slider(LAST - 1).by_play_or_pause(FIRST, LAST)

    over = last_but_one.by_tick(LAST - 1, LAST)

    assert (over.view.year, over.playing) == (LAST, False)
    again = over.by_play_or_pause(FIRST, LAST)
    assert (again.view.year, again.playing) == (FIRST, True)


def test_a_hand_on_the_slider_stops_the_timeline() -> None:
    playing = START.by_slider(2000).by_play_or_pause(FIRST, LAST)

    assert not playing.by_slider(2010).playing
    assert playing.by_slider(2010).view.year == 2010


def test_while_the_timeline_plays_the_url_stays() -> None:
    visit = START.by_slider(2000).written(MAP_PARAMETERS, LAST).by_play_or_pause(FIRST, LAST)

    assert visit.by_tick(2000, LAST).written(MAP_PARAMETERS, LAST).url == {"year": ["2000"]}


def test_a_url_that_waits_is_written_when_the_years_have_come_to_rest() -> None:
    moved = START.by_slider(2000).written(MAP_PARAMETERS, LAST).by_slider(2001, waits=True)

    assert moved.written(MAP_PARAMETERS, LAST).url == {"year": ["2000"]}
    assert moved.by_tick(2000, LAST) == moved
    at_rest = moved.by_tick(2001, LAST).written(MAP_PARAMETERS, LAST)
    assert (at_rest.view.year, at_rest.url) == (2001, {"year": ["2001"]})


def test_a_url_waits_for_no_other_choice() -> None:
    moved = START.by_slider(2001, waits=True).by_widget(city="cesis")

    url = moved.written(MAP_PARAMETERS, LAST).url
    assert url == {"year": ["2001"], "city": ["cesis"]}


def test_a_page_left_before_its_url_was_written_is_found_again_as_it_was_left() -> None:
    moved = START.by_slider(1990, waits=True).written(MAP_PARAMETERS, LAST)

    there = visit_at(moved, {}, "o-danych", DATASET, LAST).written(LINK_PARAMETERS, LAST)
    back = visit_at(there, {}, "", DATASET, LAST).written(MAP_PARAMETERS, LAST)

    assert (back.view.year, back.url) == (1990, {"year": ["1990"]})


def test_another_page_and_the_tour_stop_the_timeline() -> None:
    playing = START.by_slider(2000).by_play_or_pause(FIRST, LAST)

    assert not visit_at(playing, {}, "wymiany", DATASET, LAST).playing
    assert not playing.by_tour(0, FIRST, None).playing
    touring = START.by_tour(0, FIRST, None).by_play_or_pause(FIRST, LAST)
    assert (touring.view.year, touring.playing) == (FIRST, False)


def test_the_tour_ends_at_the_start_in_the_language_that_is_set() -> None:
    kiosk = visit_at(None, {"mode": ["kiosk"], "lang": ["en"]}, "", DATASET, LAST)

    touring = kiosk.by_tour(3, 1993, "cesis")

    assert touring.view == View(1993, "cesis", language="en", mode=Mode.KIOSK)
    assert touring.by_widget(city=None).view == touring.view
    assert touring.written(MAP_PARAMETERS, LAST).url == kiosk.url
    over = touring.by_end_of_tour(LAST)
    assert over.view == kiosk.view
    assert over.tour is None
    assert kiosk.by_end_of_tour(LAST) == kiosk


def test_a_film_that_is_left_for_another_page_is_over() -> None:
    playing = START.by_play_or_pause(FIRST, LAST).written(MAP_PARAMETERS, LAST)
    assert playing.view.year == FIRST

    exchanges = visit_at(playing, {}, "wymiany", DATASET, LAST)
    back = visit_at(exchanges, {}, "", DATASET, LAST)

    assert back.view == START.view
    assert not back.playing


FILTERS = st.builds(
    Filters,
    types=st.frozensets(st.sampled_from(sorted(DATASET.types)), max_size=3),
    countries=st.frozensets(st.sampled_from(sorted(DATASET.countries)), max_size=2),
    every_type=st.booleans(),
    partners=st.frozensets(st.sampled_from(IDS), max_size=2),
    span=st.none()
    | st.tuples(st.integers(FIRST, 2005), st.integers(2006, LAST)).filter(
        lambda span: span != WHOLE
    ),
    words=st.sampled_from(["", "szkoła", "a b"]),
)


class Browsing(RuleBasedStateMachine):
    """One visitor who turns the pages, with the address bar and the history of a browser."""

    def __init__(self) -> None:
        super().__init__()
        self.visit = START
        self.page = ""
        self.bar: Query = {}
        self.before: list[tuple[str, Query]] = []
        self.bar_before: Query = {}

    @initialize(mode=st.sampled_from(Mode), language=st.sampled_from(["pl", "en"]))
    def arrive(self, mode: Mode, language: str) -> None:
        view = View(LAST, language=language, mode=mode)
        self.bar = self.kept(view)
        self.visit = visit_at(None, self.bar, "", DATASET, LAST)
        assert self.visit.view == view
        self.run()

    def kept(self, view: View) -> Query:
        """What the page's URL says of a View."""
        return kept_query(view, PAGES[self.page], LAST)

    def run(self, found: Query | None = None, is_new_data: bool = False) -> None:
        """A run of the page, which may have been sent off with an older URL."""
        shown = self.visit.view
        url = self.bar if found is None else found
        visit = visit_at(self.visit, url, self.page, DATASET, LAST, is_new_data)
        assert found is None or visit.view == shown
        self.visit = visit.written(PAGES[self.page], LAST)
        assert self.visit.page == self.page
        if self.visit.url != self.bar:
            self.before.append((self.page, self.bar))
            self.bar_before, self.bar = self.bar, self.visit.url

    @rule(year=st.integers(FIRST, LAST), waits=st.booleans(), lags=st.booleans())
    @precondition(lambda self: self.page == "")
    def move_the_slider(self, year: int, waits: bool, lags: bool) -> None:
        self.visit = self.visit.by_slider(year, waits)
        self.run(self.bar_before if lags else None)

    @rule(city=st.sampled_from([None, *IDS]), lags=st.booleans())
    @precondition(lambda self: self.page == "")
    def choose_in_the_list(self, city: str | None, lags: bool) -> None:
        self.visit = self.visit.by_widget(city=city)
        self.run(self.bar_before if lags else None)

    @rule(city=st.sampled_from([None, "nowhere", *IDS]))
    @precondition(lambda self: self.page != "o-danych")
    def choose_on_the_map(self, city: str | None) -> None:
        choice = {"city": city, "count": 1}
        if self.page == "":
            self.visit = self.visit.by_map(choice, DATASET)
        else:
            self.visit = self.visit.by_exchanges_map(choice, DATASET)
        self.run()

    @rule(
        types=st.frozensets(st.sampled_from(sorted(DATASET.types)), max_size=3),
        countries=st.frozensets(st.sampled_from(sorted(DATASET.countries)), max_size=2),
    )
    @precondition(lambda self: self.page == "")
    def choose_filters(self, types: frozenset[ExchangeType], countries: frozenset[str]) -> None:
        filters = replace(self.visit.view.filters, types=types, countries=countries)
        self.visit = self.visit.by_widget(filters=filters)
        self.run()

    @rule(filters=FILTERS)
    @precondition(lambda self: self.page == "wymiany")
    def choose_filters_of_exchanges(self, filters: Filters) -> None:
        self.visit = self.visit.by_widget(filters=filters)
        self.run()

    @rule(language=st.sampled_from(["pl", "en"]))
    def choose_a_language(self, language: str) -> None:
        self.visit = self.visit.by_widget(language=language)
        self.run()

    @rule()
    @precondition(lambda self: self.page == "")
    def play_or_pause(self) -> None:
        self.visit = self.visit.by_play_or_pause(FIRST, LAST)
        self.run()

    @rule(lags=st.booleans())
    def let_time_pass(self, lags: bool) -> None:
        self.visit = self.visit.by_tick(self.visit.view.year - lags, LAST)
        self.run()

    @rule()
    def save_the_tables(self) -> None:
        view = self.visit.view
        self.run(is_new_data=True)
        assert self.visit.view == view

    @rule(page=st.sampled_from(sorted(PAGES)))
    @precondition(lambda self: self.visit.tour is None)
    @precondition(lambda self: not self.visit.playing and not self.visit.waits)
    def turn_to_a_page(self, page: str) -> None:
        if page == self.page:
            return
        view = self.visit.view
        self.before.append((self.page, self.bar))
        self.page, self.bar = page, kept_query(view, LINK_PARAMETERS, LAST)
        self.run()
        assert self.visit.view == view

    @precondition(lambda self: self.before and self.visit.tour is None)
    @rule()
    def go_back(self) -> None:
        self.page, self.bar = self.before.pop()
        there = read_view(self.bar, DATASET, LAST)
        self.run()
        assert self.kept(self.visit.view) == self.kept(there)
        assert not self.visit.playing

    @rule(stop=st.integers(0, 50), year=st.integers(FIRST, LAST), city=st.sampled_from(IDS))
    @precondition(lambda self: self.page == "")
    def tour(self, stop: int, year: int, city: str) -> None:
        history = len(self.before)
        self.visit = self.visit.by_tour(stop, year, city)
        self.run()
        assert len(self.before) == history

    @precondition(lambda self: self.visit.tour is not None)
    @rule()
    def end_the_tour(self) -> None:
        language, mode = self.visit.view.language, self.visit.view.mode
        self.visit = self.visit.by_end_of_tour(LAST)
        self.run()
        assert self.visit.view == View(LAST, language=language, mode=mode)

    @invariant()
    def the_url_and_the_view_agree(self) -> None:
        if self.visit.playing or self.visit.waits or self.visit.tour is not None:
            return
        assert self.kept(self.visit.view) == self.bar
        assert self.kept(read_view(self.bar, DATASET, LAST)) == self.bar

    @invariant()
    def nothing_of_the_tour_stands_in_the_address_bar(self) -> None:
        assert self.bar == self.visit.url


TestBrowsing: Any = Browsing.TestCase
TestBrowsing.settings = settings(stateful_step_count=30, deadline=None)
