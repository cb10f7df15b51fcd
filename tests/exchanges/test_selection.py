"""What the exchanges page selects, counts and blames."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partner_map.exchanges.selection import (
    Count,
    FilterName,
    Tally,
    YearCount,
    active_filters,
    causes_of_no_results,
    count,
    select,
    without,
)
from partner_map.i18n.letters import folded
from partner_map.model import (
    NO_FILTERS,
    Dataset,
    Event,
    ExchangeType,
    Filters,
    Partner,
    partner_types,
)
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN, PARTNER, write_folder

DATASET = read_dataset(FROZEN)


def types(*kinds: ExchangeType) -> frozenset[ExchangeType]:
    return frozenset(kinds)


SCHOOL, SPORT, CULTURE = ExchangeType.SCHOOL, ExchangeType.SPORT, ExchangeType.CULTURE


@pytest.fixture
def shared(tmp_path: Path) -> Dataset:
    """Two partners with one exchange in common, and one exchange of the first alone."""
    event = {"title_pl": "Turniej.", "title_en": "A cup.", "source": "https://a.example/"}
    lodz = {"id": "lodz", "name_pl": "Łódź", "name_en": "Łódź", "name_own": "Łódź"}
    return read_dataset(
        write_folder(
            tmp_path / "tables",
            [PARTNER, PARTNER | lodz | {"types": "school", "summary_pl": "Łąka."}],
            [
                event | {"partners": "hranice|lodz|hranice", "start": "2010", "type": "sport"},
                event | {"partners": "hranice", "start": "2012", "type": "sport"},
            ],
        )
    )


def test_nothing_chosen_selects_everything() -> None:
    assert select(DATASET, NO_FILTERS).count == Count(8, 44)


def test_a_partner_whose_kind_is_named_but_not_dated_is_found() -> None:
    answer = select(DATASET, Filters(types=types(ExchangeType.SENIORS)))

    assert [partner.id for partner in answer.partners] == ["hranice"]
    assert answer.events == ()


def test_a_type_is_undated_where_no_event_of_the_city_has_it_selected_or_not() -> None:
    hranice = DATASET.by_id["hranice"]

    assert select(DATASET, NO_FILTERS).undated_types(hranice) == types(
        ExchangeType.SCHOOL, ExchangeType.SENIORS, ExchangeType.ART
    )
    # Sport has an event, though the span leaves it out.
    assert SPORT not in select(DATASET, Filters(span=(1990, 2008))).undated_types(hranice)


def test_any_of_the_kinds_or_all_of_them() -> None:
    any_of = Filters(types=types(SCHOOL, SPORT))
    all_of = replace(any_of, every_type=True)

    assert count(DATASET, any_of) == Count(7, 7)
    assert {partner.id for partner in select(DATASET, all_of).partners} == {
        "leidschendam",
        "hranice",
    }


@pytest.mark.parametrize(
    ("words", "ids"),
    [("cesis", {"cesis"}), ("CĒSIS", {"cesis"}), ("naujoji", {"nowa-wilejka"}), ("xyzzy", set())],
)
def test_words_are_found_without_case_and_accents(words: str, ids: set[str]) -> None:
    answer = select(DATASET, Filters(words=words))

    assert {partner.id for partner in answer.partners} == ids


def test_words_are_found_by_any_apostrophe_and_hyphen(tmp_path: Path) -> None:
    names = dict.fromkeys(("name_pl", "name_en", "name_own"), "L\u2019Isle\u2011Adam")
    dataset = read_dataset(write_folder(tmp_path / "tables", [PARTNER | names]))

    assert count(dataset, Filters(words="l'isle-adam")) == Count(1, 0)
    assert count(dataset, Filters(words="L\u2019Isle-Adam")) == Count(1, 0)


def test_l_with_a_stroke_is_found_by_a_plain_one(shared: Dataset) -> None:
    assert count(shared, Filters(words="lodz")) == Count(2, 1)
    assert count(shared, Filters(words="laka")) == Count(1, 0)
    assert count(shared, Filters(words="lodz cup")) == Count(2, 1)
    assert count(shared, Filters(words="lodz xyzzy")) == Count(0, 0)


def test_a_span_leaves_those_with_an_exchange_in_it() -> None:
    answer = select(DATASET, Filters(span=(1990, 2008)))

    assert [partner.id for partner in answer.partners] == ["leidschendam"]
    assert {event.year for event in answer.events} == {1993, 2008}


def test_a_shared_exchange_counts_once_and_stands_under_each(shared: Dataset) -> None:
    answer = select(shared, NO_FILTERS)

    assert answer.count == Count(2, 2)
    assert answer.tallies(answer.partners) == {
        "hranice": {SPORT: Tally(2, 2010, 2012)},
        "lodz": {SPORT: Tally(1, 2010, 2010)},
    }
    assert answer.totals(answer.partners)["hranice"] == Tally(2, 2010, 2012)
    assert answer.by_type() == {SPORT: Tally(2, 2010, 2012)}
    assert answer.by_year() == {2010: YearCount(1, {SPORT: 1}), 2012: YearCount(1, {SPORT: 1})}
    assert [event.year for event in answer.events_of(shared.by_id["lodz"])] == [2010]


def test_an_exchange_of_several_types_counts_once_and_once_under_each(tmp_path: Path) -> None:
    event = {"title_pl": "Dzień.", "title_en": "A day.", "source": "https://a.example/"}
    both = event | {"partners": "hranice", "start": "2010", "type": "culture|school"}
    dataset = read_dataset(write_folder(tmp_path / "tables", [PARTNER], [both]))
    once = Tally(1, 2010, 2010)

    answer = select(dataset, NO_FILTERS)

    assert answer.count == Count(1, 1)
    assert answer.by_type() == {CULTURE: once, SCHOOL: once}
    assert answer.totals(answer.partners) == {"hranice": once}
    assert answer.by_year() == {2010: YearCount(1, {CULTURE: 1, SCHOOL: 1})}
    for one in (CULTURE, SCHOOL):
        found = select(dataset, Filters(types=types(one)))
        assert found.count == Count(1, 1)
        assert found.by_type() == {one: once}
    assert select(dataset, Filters(types=types(SPORT))).count == Count(0, 0)


def test_tables_without_exchanges_select_their_partners(tmp_path: Path) -> None:
    dataset = read_dataset(write_folder(tmp_path / "tables", [PARTNER]))
    answer = select(dataset, NO_FILTERS)

    assert answer.count == Count(1, 0)
    assert answer.tallies(answer.partners) == {"hranice": {}}
    assert answer.by_type() == {}
    assert select(dataset, Filters(words="hranice")).count == Count(1, 0)


def test_the_filter_that_leaves_no_results_is_named() -> None:
    filters = Filters(types=types(SPORT), words="xyzzy")

    (blamed,) = causes_of_no_results(DATASET, filters)

    assert (blamed.name, blamed.count) == (FilterName.WORDS, Count(2, 1))
    assert blamed.filters == Filters(types=types(SPORT))


def test_two_filters_that_exclude_each_other_are_both_named() -> None:
    filters = Filters(types=types(SPORT), countries=frozenset({"FR"}), partners=frozenset())

    assert {item.name for item in causes_of_no_results(DATASET, filters)} == {
        FilterName.TYPES,
        FilterName.COUNTRIES,
    }


def test_where_no_single_filter_helps_the_one_that_finds_nothing_alone_is_named() -> None:
    filters = Filters(words="xyzzy", types=types(SPORT), countries=frozenset({"FR"}))

    assert [item.name for item in causes_of_no_results(DATASET, filters)] == [FilterName.WORDS]


def test_any_of_the_kinds_is_offered_where_all_are_too_many() -> None:
    filters = Filters(types=frozenset(ExchangeType), every_type=True)

    assert FilterName.EVERY_TYPE in {item.name for item in causes_of_no_results(DATASET, filters)}


MIXED = replace(
    DATASET,
    events=tuple(
        replace(event, types=event.types | {CULTURE}) if number % 3 == 0 else event
        for number, event in enumerate(DATASET.events)
    ),
)
"""The frozen tables with exchanges of several types among the others."""
FILTERS = st.builds(
    Filters,
    types=st.frozensets(st.sampled_from(ExchangeType), max_size=3),
    countries=st.frozensets(st.sampled_from(sorted(DATASET.countries)), max_size=3),
    every_type=st.booleans(),
    partners=st.frozensets(st.sampled_from(sorted(DATASET.by_id)), max_size=3),
    span=st.none() | st.tuples(st.integers(1990, 2010), st.integers(2010, 2026)),
    words=st.sampled_from(["", "szkol", "delegacja burmistrz", "cesis", "x"]),
)


def fits(partner: Partner, filters: Filters) -> bool:
    own = partner_types(MIXED, partner)
    return (
        (not filters.countries or partner.country in filters.countries)
        and (not filters.partners or partner.id in filters.partners)
        and (
            not filters.types
            or (filters.types <= own if filters.every_type else bool(filters.types & own))
        )
    )


def has_words(texts: list[str], filters: Filters) -> bool:
    held = folded("\n".join(texts))
    return all(word in held for word in folded(filters.words).split())


def names(partner: Partner) -> list[str]:
    return [*partner.name.values(), partner.own_name]


def looked_at(event: Event, filters: Filters) -> int:
    """Under how many types an event stands."""
    return len(event.types & filters.types if filters.types else event.types)


def happened(event: Event, filters: Filters) -> bool:
    there = [DATASET.by_id[partner] for partner in event.partners]
    texts = [*event.title.values(), *(name for partner in there for name in names(partner))]
    return (
        any(fits(partner, filters) for partner in there)
        and (not filters.types or bool(filters.types & event.types))
        and (filters.span is None or filters.span[0] <= event.year <= filters.span[1])
        and has_words(texts, filters)
    )


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=300)
@given(FILTERS)
def test_the_selection_is_what_its_description_says(filters: Filters) -> None:
    events = [event for event in MIXED.events if happened(event, filters)]
    partners = [
        partner
        for partner in MIXED.partners
        if fits(partner, filters)
        and (
            any(partner.id in event.partners for event in events)
            or (
                filters.span is None
                and has_words(
                    [*names(partner), *partner.note.values(), *partner.summary.values()], filters
                )
            )
        )
    ]

    answer = select(MIXED, filters)

    assert list(answer.events) == events
    assert list(answer.partners) == partners
    assert answer.count == count(MIXED, filters)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(FILTERS)
def test_every_way_of_counting_agrees(filters: Filters) -> None:
    answer = select(MIXED, filters)
    tallies = answer.tallies(answer.partners)
    totals = answer.totals(answer.partners)

    years = answer.by_year().values()
    assert sum(year.exchanges for year in years) == len(answer.events)
    told = [looked_at(event, filters) for event in answer.events]
    assert sum(tally.exchanges for tally in answer.by_type().values()) == sum(told)
    assert sum(sum(year.types.values()) for year in years) == sum(told)
    assert set(tallies) == {partner.id for partner in answer.partners}
    for partner in answer.partners:
        events = answer.events_of(partner)
        own = len(events)
        told = [looked_at(event, filters) for event in events]
        assert sum(tally.exchanges for tally in tallies[partner.id].values()) == sum(told)
        assert (totals[partner.id].exchanges if own else 0) == own


@given(FILTERS)
def test_each_filter_can_be_taken_off(filters: Filters) -> None:
    assert active_filters(NO_FILTERS) == ()
    for name in active_filters(filters):
        assert name not in active_filters(without(filters, name))


def test_all_of_one_type_is_no_filter_beside_that_type() -> None:
    one = Filters(types=frozenset({ExchangeType.SCHOOL}), every_type=True)
    two = replace(one, types=one.types | {ExchangeType.CULTURE})

    assert active_filters(one) == (FilterName.TYPES,)
    assert active_filters(two) == (FilterName.EVERY_TYPE, FilterName.TYPES)
