"""The start and the watch that follows it: what is heavy is done before a visitor waits for it."""

from __future__ import annotations

import asyncio
import gc
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from partner_map import clock, overview
from partner_map.mapview import streamlit_folium_host
from partner_map.model import LANGUAGES, NO_FILTERS
from partner_map.runtime import memory, store, watch
from partner_map.server import compression, data, frame, page, routes, streamlit_host
from partner_map.server.startup import lifespan
from tests.support.folders import PARTNER, write_folder

WAIT = 30  # seconds
LOADED = 100_000
"""Objects; with the imports of the pages there are more."""


class Diary:
    """The calls of some functions in their order, each of which does what it always did."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch
        self._more = threading.Condition()
        self.calls: list[tuple[str, tuple[Any, ...]]] = []

    def follow(self, module: Any, name: str) -> None:
        function: Callable[..., Any] = getattr(module, name)

        def followed(*arguments: Any) -> Any:
            result = function(*arguments)
            with self._more:
                self.calls.append((name, arguments))
                self._more.notify_all()
            return result

        self._patch.setattr(module, name, followed)

    def names(self) -> list[str]:
        return [name for name, _ in self.calls]

    def wait_for(self, count: int) -> None:
        """Wait until there are so many calls."""
        with self._more:
            assert self._more.wait_for(lambda: len(self.calls) >= count, WAIT), self.names()


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    monkeypatch.setenv("PARTNER_MAP_DATA", str(folder))
    monkeypatch.setattr(watch, "POLL_SECONDS", 0.01)
    return folder


@pytest.fixture
def diary(monkeypatch: pytest.MonkeyPatch) -> Diary:
    diary = Diary(monkeypatch)
    diary.follow(overview, "prepare")
    diary.follow(memory, "collect_and_freeze")
    return diary


def while_running(check: Callable[[], None]) -> None:
    """Start the server's part that is ours, look at it, and stop it."""

    async def run() -> None:
        async with lifespan("http://localhost:8501", None):
            check()

    # In a thread of its own: the browser tests of the same process keep a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, run()).result()


@pytest.mark.usefixtures("tables")
def test_after_the_start_the_data_are_prepared_and_the_memory_is_frozen(diary: Diary) -> None:
    gc.unfreeze()

    def check() -> None:
        dataset = store.current().dataset
        assert dataset is not None
        assert diary.calls[:2] == [
            ("prepare", (dataset, clock.today(dataset.town))),
            ("collect_and_freeze", ()),
        ]
        assert gc.get_freeze_count() > LOADED

    while_running(check)


@pytest.mark.usefixtures("tables")
def test_the_start_makes_the_bodies_that_the_first_visitor_asks_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def check() -> None:
        dataset = store.current().dataset
        assert dataset is not None
        made = Diary(monkeypatch)
        made.follow(data, "partners_geojson")
        for language in LANGUAGES:
            assert data.partners_body(dataset, language).prepared
        assert made.names() == []

    while_running(check)


@pytest.mark.usefixtures("tables")
def test_the_start_compresses_all_scripts_and_styles_without_waiting_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compression.kept_body.cache_clear()  # as in a process that has just begun
    frame.frame_scripts.cache_clear()
    routes.asset_bodies.cache_clear()
    begun = threading.Event()
    prepare = compression.prepare

    def prepare_later() -> None:
        assert begun.wait(WAIT)
        prepare()

    monkeypatch.setattr(compression, "prepare", prepare_later)

    while_running(begun.set)

    assert all(body.prepared for body in frame.frame_scripts().values())
    assert all(body.prepared for body in routes.all_asset_bodies())
    names = streamlit_host.first_files()
    bodies = [compression.static_body(name) for name in names]
    assert all(body is not None and body.prepared for body in bodies)


def test_after_a_save_the_new_data_are_prepared_and_the_memory_is_frozen_anew(
    tables: Path, diary: Diary
) -> None:
    def check() -> None:
        before = store.current().dataset
        gc.unfreeze()
        assert gc.get_freeze_count() == 0
        write_folder(tables, [PARTNER | {"name_pl": "Nowe"}])
        diary.wait_for(4)

        after = store.current().dataset
        assert after is not None
        assert after is not before
        assert diary.calls[2:] == [
            ("prepare", (after, clock.today(after.town))),
            ("collect_and_freeze", ()),
        ]
        assert gc.get_freeze_count() > LOADED

    while_running(check)


def test_a_save_that_breaks_the_tables_freezes_and_prepares_nothing(
    tables: Path, diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check() -> None:
        (tables / "partners.csv").write_bytes(b"")
        broken = Diary(monkeypatch)
        broken.follow(watch.Lookup, "follow")
        while not store.current().faults:
            broken.wait_for(len(broken.calls) + 1)
        broken.wait_for(len(broken.calls) + 1)
        assert diary.names() == ["prepare", "collect_and_freeze"]

    while_running(check)


@pytest.mark.usefixtures("tables")
def test_the_start_leaves_no_year_to_compute_for_the_first_visitor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def check() -> None:
        dataset = store.current().dataset
        assert dataset is not None
        computed = Diary(monkeypatch)
        computed.follow(overview, "status_on")
        today = clock.today(dataset.town)
        for year in range(dataset.town.first_year, today.year + 1):
            shown = overview.overview(dataset, NO_FILTERS).at(year, today).shown
            assert [partner.id for partner in shown] == ["hranice"] * (year >= 2006)
        assert computed.names() == []

    while_running(check)


@pytest.mark.usefixtures("tables")
def test_what_the_hosts_have_lost_stops_no_start_and_stands_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(streamlit_host, "package_folder", lambda _: tmp_path)
    monkeypatch.setattr(streamlit_folium_host, "package_folder", lambda _: tmp_path)
    cached = (streamlit_host.text_font, streamlit_host.element_modules, frame.frame_scripts)
    caplog.set_level(logging.WARNING)

    def check() -> None:
        lost = [*streamlit_host.lost(), *streamlit_folium_host.lost()]
        assert len(lost) > 10
        assert set(lost) <= {record.message for record in caplog.records}
        index = page.rewrite_page("<html><head></head>", "pl")
        assert index.startswith("<html><head>")
        assert "page.css" in index
        assert frame.frame_page() is None
        assert frame.frame_urls("pl")

    for function in cached:
        function.cache_clear()
    try:
        while_running(check)
    finally:
        for function in cached:
            function.cache_clear()
