"""Lists are sorted as people of the language expect."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from partner_map.exchanges.ordering import (
    SortKey,
    ordered_events,
    ordered_partners,
    partners_by_latest,
)
from partner_map.exchanges.selection import select
from partner_map.model import NO_FILTERS, Dataset, ExchangeType, Filters
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN, PARTNER, write_folder

NAMES = ["Zakopane", "Łódź", "Cēsis", "Lublin", "Ćmielów", "Żory", "Cieszyn"]


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    event = {"type": "sport", "source": "https://a.example/"}
    return read_dataset(
        write_folder(
            tmp_path / "tables",
            [
                PARTNER | {"id": f"city-{number}", "name_pl": name}
                for number, name in enumerate(NAMES)
            ],
            [
                event
                | {
                    "partners": f"city-{number}",
                    "start": str(2000 + number // 2),
                    "title_pl": name,
                    "title_en": name,
                }
                for number, name in enumerate(NAMES)
            ],
        )
    )


SORTED = ["Cēsis", "Cieszyn", "Ćmielów", "Lublin", "Łódź", "Zakopane", "Żory"]


def test_partners_stand_by_their_names(dataset: Dataset) -> None:
    answer = select(dataset, NO_FILTERS)

    assert [partner.name["pl"] for partner in ordered_partners(answer, "pl")] == SORTED


def test_the_city_with_the_latest_matching_event_comes_first_and_ended_ones_apart() -> None:
    schools = Filters(types=frozenset({ExchangeType.SCHOOL}))
    answer = select(read_dataset(FROZEN), schools)

    going_on, over = partners_by_latest(answer, datetime.date(2026, 11, 26), "pl")

    latest = [max((e.year for e in answer.events_of(one)), default=None) for one in going_on]
    assert latest == [2024, 2023, 2017, None, None, None]
    assert [one.id for one in going_on[3:]] == ["hranice", "krzemieniec", "nowa-wilejka"]
    assert [one.id for one in over] == ["leidschendam"]


@pytest.mark.parametrize(
    ("day", "is_over"),
    [(datetime.date(2028, 12, 30), False), (datetime.date(2028, 12, 31), True)],
)
def test_cooperation_is_over_on_its_last_day(
    tmp_path: Path, day: datetime.date, is_over: bool
) -> None:
    ended = PARTNER | {"ended": "2028-12-31", "ended_source": "https://a.example/"}
    answer = select(read_dataset(write_folder(tmp_path / "tables", [ended])), NO_FILTERS)

    _, over = partners_by_latest(answer, day, "pl")

    assert bool(over) is is_over


@pytest.mark.parametrize(
    ("sort_key", "descending", "titles"),
    [
        (SortKey.TITLE, False, SORTED),
        (SortKey.TITLE, True, SORTED[::-1]),
        (SortKey.CITIES, False, SORTED),
        (SortKey.DATE, False, NAMES),
        (SortKey.DATE, True, NAMES[::-1]),
        (SortKey.TYPE, False, NAMES),
    ],
)
def test_exchanges_stand_by_a_column(
    dataset: Dataset, sort_key: SortKey, descending: bool, titles: list[str]
) -> None:
    events = ordered_events(select(dataset, NO_FILTERS), sort_key, descending, "pl", 0, 10)

    assert [event.title["pl"] for event in events] == titles


def test_a_page_of_the_order(dataset: Dataset) -> None:
    events = ordered_events(select(dataset, NO_FILTERS), SortKey.TITLE, False, "pl", 2, 4)

    assert [event.title["pl"] for event in events] == SORTED[2:4]
