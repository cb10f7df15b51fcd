"""Lists are sorted as people of the language expect."""

from __future__ import annotations

from pathlib import Path

import pytest

from partner_map.exchanges.ordering import SortKey, ordered_events, ordered_partners
from partner_map.exchanges.selection import select
from partner_map.model import NO_FILTERS, Dataset
from partner_map.tables import read_dataset
from tests.support.folders import PARTNER, write_folder

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
