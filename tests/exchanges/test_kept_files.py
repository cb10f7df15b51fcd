"""What is taken along is made once, by one thread at a time."""

from __future__ import annotations

import datetime
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from partner_map.exchanges import kept_files
from partner_map.exchanges.kept_files import FileKind, kept_file
from partner_map.i18n.translator import Translator, translator_for
from partner_map.model import NO_FILTERS, Dataset, ExchangeType, Filters
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN

TODAY = datetime.date(2026, 5, 3)
URL = "https://a.example/"
SCHOOLS = Filters(types=frozenset({ExchangeType("school")}))


@pytest.fixture
def dataset() -> Dataset:
    return read_dataset(FROZEN)


class Maker:
    """Makes a file of its own each time, and knows how many it made at the same time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._at_once = 0
        self.made = 0
        self.most_at_once = 0
        self.others_may_come = threading.Event()

    def __call__(self, *_: object) -> bytes:
        with self._lock:
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        self.others_may_come.wait(0.05)
        with self._lock:
            self._at_once -= 1
            self.made += 1
            return str(self.made).encode()


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> Maker:
    made = Maker()
    monkeypatch.setattr(kept_files, "exchanges_csv", made)
    monkeypatch.setattr(kept_files, "partners_csv", made)
    return made


@pytest.mark.parametrize("kind", FileKind)
@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_file_that_is_asked_for_again_is_the_same(
    dataset: Dataset, kind: FileKind, language: str
) -> None:
    first = kept_file(dataset, kind, NO_FILTERS, URL, TODAY, translator_for(language))

    assert kept_file(dataset, kind, NO_FILTERS, URL, TODAY, translator_for(language)) is first


def test_many_who_ask_at_once_get_what_is_made_once(dataset: Dataset, maker: Maker) -> None:
    def ask(_: int) -> bytes:
        return kept_file(dataset, FileKind.EXCHANGES, NO_FILTERS, URL, TODAY, translator_for("pl"))

    with ThreadPoolExecutor(8) as crowd:
        answers = set(crowd.map(ask, range(50)))

    assert (answers, maker.made) == ({b"1"}, 1)


def test_different_files_are_made_one_after_another(dataset: Dataset, maker: Maker) -> None:
    asked: list[tuple[FileKind, Translator]] = [
        (kind, translator_for(language))
        for kind in (FileKind.EXCHANGES, FileKind.PARTNERS)
        for language in ("pl", "en")
    ]

    with ThreadPoolExecutor(len(asked)) as crowd:
        list(
            crowd.map(lambda one: kept_file(dataset, one[0], NO_FILTERS, URL, TODAY, one[1]), asked)
        )

    assert (maker.made, maker.most_at_once) == (4, 1)


def test_another_selection_or_another_day_is_another_file(dataset: Dataset, maker: Maker) -> None:
    polish = translator_for("pl")
    for filters, day in (
        (NO_FILTERS, TODAY),
        (SCHOOLS, TODAY),
        (NO_FILTERS, TODAY + datetime.timedelta(days=1)),
    ):
        kept_file(dataset, FileKind.EXCHANGES, filters, URL, day, polish)

    assert maker.made == 3
