"""What is said of all partners, and that a step does not compute it anew."""

from __future__ import annotations

import datetime
import gc
import weakref
from dataclasses import replace
from pathlib import Path

import pytest

from partner_map.model import NO_FILTERS, Dataset, ExchangeType, Filters
from partner_map.overview import overview, prepare, printed_year
from partner_map.tables import read_dataset
from partner_map.timeline import TimelineYear
from tests.support.folders import FROZEN, PARTNER, write_folder

TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return read_dataset(FROZEN)


def test_only_what_has_begun_is_shown(dataset: Dataset) -> None:
    standing = overview(dataset, NO_FILTERS).at(1990, TODAY)

    assert [partner.id for partner in standing.shown] == ["leidschendam"]
    assert (standing.agreements, standing.contacts, standing.ended) == (0, 1, 0)


def test_partners_stand_in_the_order_of_the_year_that_is_printed_of_them_the_ended_last(
    dataset: Dataset,
) -> None:
    standing = overview(dataset, NO_FILTERS).at(2026, TODAY)

    assert [(partner.id, printed_year(partner, TODAY)) for partner in standing.shown] == [
        ("saint-germain-en-laye", 1992),
        ("hranice", 2006),
        ("krzemieniec", 2007),
        ("pisogne", 2008),
        ("nowa-wilejka", 2009),
        ("cesis", 2009),
        ("denzlingen", 2011),
        ("leidschendam", 1991),
    ]
    assert standing.first_agreement == 1991


def test_the_current_year_is_told_by_the_day(tmp_path: Path) -> None:
    signed = PARTNER | {"agreement": "2026-12-01", "first_contacts": "2005"}
    other = PARTNER | {"id": "other", "agreement": "2010"}
    loaded = read_dataset(write_folder(tmp_path, [signed, other]))
    whole = overview(loaded, NO_FILTERS)
    now, then = whole.at(2026, TODAY), whole.at(2026, datetime.date(2026, 12, 1))

    assert now.day == TODAY
    assert (now.agreements, now.contacts, then.agreements) == (1, 1, 2)
    assert [partner.id for partner in now.shown] == ["hranice", "other"]
    assert [partner.id for partner in then.shown] == ["other", "hranice"]


def test_a_partner_without_any_date_stands_in_the_current_year_alone(tmp_path: Path) -> None:
    undated = PARTNER | {"agreement": "", "agreement_kind": ""}
    whole = overview(read_dataset(write_folder(tmp_path, [undated])), NO_FILTERS)
    last_day = datetime.date(2026, 12, 31)

    for today in (TODAY, last_day):
        now = whole.at(2026, today)
        assert [partner.id for partner in now.shown] == ["hranice"]
        assert (now.partners, now.partner_countries, now.undated) == (1, 1, 1)
        assert (now.agreements, now.contacts, now.ended) == (0, 0, 0)
    assert whole.at(2025, TODAY).shown == ()
    assert whole.at(2026, datetime.date(2027, 1, 1)).shown == ()


def test_projects_and_suspended_ties_are_counted_apart_from_agreements_in_force(
    tmp_path: Path,
) -> None:
    rows = [
        PARTNER,
        PARTNER | {"id": "project", "agreement": "2010", "agreement_kind": "project"},
        PARTNER | {"id": "suspended", "agreement": "2012", "suspended": "2022"},
    ]

    now = overview(read_dataset(write_folder(tmp_path, rows)), NO_FILTERS).at(2026, TODAY)

    assert [partner.id for partner in now.shown] == ["hranice", "project", "suspended"]
    assert (now.agreements, now.projects, now.suspended, now.ended) == (1, 1, 1, 0)
    assert (now.partners, now.first_agreement) == (3, 2006)


def test_agreements_countries_and_ends_are_counted(dataset: Dataset) -> None:
    standing = overview(dataset, NO_FILTERS).at(2026, TODAY)

    assert (standing.agreements, standing.countries) == (7, 7)
    assert (standing.contacts, standing.ended) == (0, 1)
    (anniversary,) = standing.anniversaries
    assert (anniversary.partner.id, anniversary.years) == ("saint-germain-en-laye", 35)


def test_a_year_without_anything_is_told_too(dataset: Dataset) -> None:
    whole = overview(dataset, NO_FILTERS)

    assert whole.year(2003) == TimelineYear(2003)
    assert not whole.year(2003).is_eventful
    assert whole.year(1993).is_eventful


def test_a_step_back_and_forth_computes_nothing_anew(dataset: Dataset) -> None:
    first = overview(dataset, NO_FILTERS).at(2009, TODAY)

    assert overview(dataset, Filters(words="szkoła", span=(1990, 2000))) is overview(
        dataset, NO_FILTERS
    )
    assert overview(dataset, NO_FILTERS).at(2009, TODAY) is first


def test_no_visitor_waits_for_a_year_without_filters(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = read_dataset(FROZEN)
    prepare(loaded, TODAY)

    def compute(*_: object) -> None:
        pytest.fail("a year was computed for a visitor")

    monkeypatch.setattr("partner_map.overview.status_on", compute)
    for year in range(1990, 2027):
        assert overview(loaded, NO_FILTERS).at(year, TODAY).shown


def test_other_filters_have_an_overview_of_their_own(dataset: Dataset) -> None:
    sport = Filters(types=frozenset({ExchangeType.SPORT}))

    assert {partner.id for partner in overview(dataset, sport).partners} == {
        "leidschendam",
        "hranice",
    }


def test_what_is_kept_goes_with_its_data() -> None:
    short_lived = read_dataset(FROZEN)
    overview(short_lived, NO_FILTERS).at(2026, TODAY)
    gone = weakref.ref(short_lived)

    del short_lived
    gc.collect()

    assert gone() is None


def test_a_past_year_looks_ahead_from_its_own_end(dataset: Dataset) -> None:
    (item,) = overview(dataset, NO_FILTERS).at(2010, TODAY).anniversaries

    assert (item.partner.id, item.date) == ("hranice", datetime.date(2011, 4, 7))


def test_the_same_year_on_another_day_is_computed_anew(dataset: Dataset) -> None:
    whole = overview(dataset, NO_FILTERS)

    (before,) = whole.at(2026, datetime.date(2026, 4, 7)).anniversaries
    (after,) = whole.at(2026, datetime.date(2026, 4, 8)).anniversaries

    assert (before.partner.id, before.date) == ("hranice", datetime.date(2026, 4, 7))
    assert after.partner.id == "denzlingen"


def test_countries_count_once_and_only_with_an_agreement_in_force(dataset: Dataset) -> None:
    doubled = replace(
        dataset,
        partners=(*dataset.partners, replace(dataset.by_id["hranice"], id="another")),
        events=(),
    )

    standing = overview(doubled, NO_FILTERS).at(2026, TODAY)

    assert (standing.agreements, standing.countries) == (8, 7)


def test_few_overviews_are_kept_however_many_filters_are_tried(dataset: Dataset) -> None:
    first = overview(dataset, Filters(countries=frozenset({"none"})))
    for number in range(20):
        overview(dataset, Filters(countries=frozenset({f"country {number}"})))

    assert overview(dataset, Filters(countries=frozenset({"none"}))) is not first
