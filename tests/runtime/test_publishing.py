"""The running server publishes the site after each good save, in a process of its own."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from partner_map.model import Accessibility, Dataset
from partner_map.runtime.publishing import Publisher
from partner_map.tables import read_dataset
from tests.support.folders import PARTNER, write_folder

URL = "https://example.org/miasta/"
WAIT = 60  # seconds


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables of which a site is soon made."""
    return write_folder(tmp_path_factory.mktemp("small") / "tables", [PARTNER])


@pytest.fixture(scope="module")
def dataset(tables: Path) -> Dataset:
    return read_dataset(tables)


@pytest.fixture(scope="module")
def nameless(dataset: Dataset) -> Dataset:
    """The same of a town that names no URL."""
    return replace(dataset, town=replace(dataset.town, accessibility=Accessibility()))


@contextmanager
def publishing(folder: Path, tables: Path) -> Iterator[Publisher]:
    publisher = Publisher(folder, tables)
    yield publisher
    publisher.stop()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("web") / "site"


@pytest.fixture(scope="module")
def publisher(site: Path, tables: Path, dataset: Dataset) -> Iterator[Publisher]:
    """A publisher that has followed good tables and come to its end."""
    with pytest.MonkeyPatch.context() as patch, publishing(site, tables) as publisher:
        patch.setenv("PARTNER_MAP_SITE_URL", URL)
        publisher.follow(dataset)
        assert publisher.is_at_work
        publisher.finish()
        yield publisher


def test_the_site_stands_when_the_tables_are_good(
    publisher: Publisher, site: Path, dataset: Dataset
) -> None:
    assert publisher.last is not None
    assert publisher.last.is_good
    assert publisher.last.version == dataset.version
    page = (site / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{URL}">' in page


def test_what_is_published_is_not_published_again(publisher: Publisher, dataset: Dataset) -> None:
    publisher.follow(dataset)
    assert not publisher.is_at_work

    publisher.follow(replace(dataset, version="another"))
    assert publisher.is_at_work


def test_a_publishing_that_runs_is_not_waited_for(
    tables: Path, dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTNER_MAP_SITE_URL", URL)

    with publishing(tmp_path / "site", tables) as publisher:
        publisher.follow(dataset)
        publisher.follow(replace(dataset, version="another"))

        assert publisher.last is None


def test_a_publishing_that_has_ended_is_told_at_the_next_look(
    tables: Path, nameless: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PARTNER_MAP_SITE_URL", raising=False)
    until = time.monotonic() + WAIT

    with publishing(tmp_path / "site", tables) as publisher:
        while publisher.last is None and time.monotonic() < until:
            publisher.follow(nameless)

        assert publisher.last is not None
        assert not publisher.last.is_good


def test_a_site_without_a_url_is_told_and_not_tried_again(
    tables: Path,
    nameless: Dataset,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.delenv("PARTNER_MAP_SITE_URL", raising=False)

    with caplog.at_level(logging.WARNING), publishing(tmp_path / "site", tables) as publisher:
        publisher.follow(nameless)
        publisher.finish()
        publisher.follow(nameless)

        assert not publisher.is_at_work
        assert publisher.last is not None
        assert not publisher.last.is_good
    assert "https://www.example.pl/miasta/" in caplog.text
