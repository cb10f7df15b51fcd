"""The cities without coordinates are looked up once, by a process that ends with the server."""

from __future__ import annotations

import datetime
import os
import subprocess
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from partner_map.model import Dataset
from partner_map.runtime import memory, watch
from partner_map.tables import read_dataset
from tests.support.folders import PARTNER, write_folder

WAIT = 30  # seconds


class Process:
    """A look-up that has begun, in place of the real one, which takes seconds."""

    def __init__(self) -> None:
        self.returncode: int | None = None
        self.terminated = False

    def poll(self) -> int | None:
        return self.returncode

    def communicate(self) -> tuple[str, None]:
        return "hranice: found", None

    def terminate(self) -> None:
        self.terminated = True
        self.returncode = -15

    def wait(self, timeout: float) -> int:
        assert timeout > 0
        assert self.returncode is not None
        return self.returncode


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Process]:
    """The look-ups that have begun."""
    processes: list[Process] = []

    def begin(*_command: object, **_options: object) -> Process:
        processes.append(Process())
        return processes[-1]

    monkeypatch.setattr(subprocess, "Popen", begin)
    return processes


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """A partner without a coordinate."""
    placed = read_dataset(write_folder(tmp_path, [PARTNER]))
    lacking = tuple(replace(partner, coordinate=None) for partner in placed.partners)
    return replace(placed, partners=lacking, loaded=datetime.datetime.now(datetime.UTC))


def test_what_the_gazetteer_did_not_know_is_not_asked_for_again(
    begun: list[Process], dataset: Dataset, tmp_path: Path
) -> None:
    lookup = watch.Lookup(tmp_path)
    lookup.follow(dataset)
    begun[0].returncode = 1

    lookup.follow(dataset)
    lookup.follow(dataset)

    assert len(begun) == 1


def test_one_look_up_runs_at_a_time(begun: list[Process], dataset: Dataset, tmp_path: Path) -> None:
    lookup = watch.Lookup(tmp_path)
    lookup.follow(dataset)
    renamed = tuple(replace(partner, own_name="Nowe") for partner in dataset.partners)

    lookup.follow(replace(dataset, partners=renamed))
    assert len(begun) == 1

    begun[0].returncode = 0
    lookup.follow(replace(dataset, partners=renamed))
    assert len(begun) == 2


def test_a_server_that_may_not_write_among_the_tables_leaves_the_look_up_to_another(
    begun: list[Process], dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: not (path == tmp_path and mode & os.W_OK))

    watch.Lookup(tmp_path).follow(dataset)

    assert begun == []


def test_a_look_up_ends_with_the_server(
    begun: list[Process], dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    followed = threading.Event()
    follow = watch.Lookup.follow

    def follow_the_lacking(lookup: watch.Lookup, _: Dataset) -> None:
        follow(lookup, dataset)
        followed.set()

    monkeypatch.setattr(watch.Lookup, "follow", follow_the_lacking)
    serve(tmp_path, monkeypatch)

    with watch.watching():
        assert followed.wait(WAIT)

    assert begun[0].terminated


def test_the_sessions_that_ended_are_collected_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collected = threading.Semaphore(0)
    monkeypatch.setattr(memory, "collect", collected.release)
    monkeypatch.setattr(watch, "COLLECT_SECONDS", 0)
    serve(tmp_path, monkeypatch)

    with watch.watching():
        assert collected.acquire(timeout=WAIT)
        assert collected.acquire(timeout=WAIT)


def serve(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the watch follow a folder of tables, without a pause."""
    monkeypatch.setenv("PARTNER_MAP_DATA", str(write_folder(folder / "tables", [PARTNER])))
    monkeypatch.setenv("PARTNER_MAP_STATE", str(folder / "state"))
    monkeypatch.setattr(watch, "POLL_SECONDS", 0.01)
