"""A running server tells how it is in a file of its own, which goes with it."""

from __future__ import annotations

import datetime
import json
import os
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from partner_map import clock
from partner_map.runtime import status, store
from partner_map.runtime.publishing import Publisher, Publishing
from partner_map.runtime.status import SILENT_SECONDS, reporting, running_folder, servers
from tests.support.folders import PARTNER, write_folder

WAIT = 30  # seconds
URL = "http://localhost:8501"


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder, and tables with a partner."""
    monkeypatch.setenv("PARTNER_MAP_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("PARTNER_MAP_DATA", str(write_folder(tmp_path / "tables", [PARTNER])))
    return tmp_path / "state"


class Reports:
    """The reports that a server makes, to wait for."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._made = threading.Semaphore(0)
        clear_away = status.clear_away  # it ends a report

        def followed(folder: Path) -> None:
            clear_away(folder)
            self._made.release()

        patch.setattr(status, "clear_away", followed)
        patch.setattr(status, "REPORT_SECONDS", 0.01)

    def wait(self) -> None:
        assert self._made.acquire(timeout=WAIT)


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> Reports:
    return Reports(monkeypatch)


def files(state: Path) -> list[Path]:
    return sorted(running_folder(state).iterdir())


def ended_process() -> int:
    """The number of a process that runs no more."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def leave(state: Path, reports: Reports, **other: object) -> Path:
    """A file as another server has left it."""
    with reporting(URL, None):
        reports.wait()
        (file,) = files(state)
        told = json.loads(file.read_bytes())
    left = file.with_name(f"{other.get('host', 'a')}.{other.get('process', 1)}.json")
    left.write_text(json.dumps(told | other), encoding="utf-8")
    return left


def make_old(file: Path) -> None:
    long_ago = file.stat().st_mtime - SILENT_SECONDS - 5
    os.utime(file, (long_ago, long_ago))


def test_a_running_server_tells_how_it_is(state: Path, reports: Reports) -> None:
    with reporting(URL, None):
        reports.wait()
        (told,) = servers(state)

    dataset = store.current().dataset
    assert dataset is not None
    assert (told.process, told.host, told.url) == (os.getpid(), socket.gethostname(), URL)
    assert told.saved == dataset.loaded.replace(microsecond=0)
    assert (told.faults, told.published, told.is_published) == (0, None, False)
    assert told.disk_free is not None
    assert told.disk_free > 0
    assert not told.is_silent(clock.machine_now())


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says it in a file")
def test_the_memory_is_that_of_the_process(state: Path, reports: Reports) -> None:
    with reporting(URL, None):
        reports.wait()
        (told,) = servers(state)

    assert told.memory is not None
    assert 20e6 < told.memory < 8e9


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_its_owner_alone_may_read_the_file(state: Path, reports: Reports) -> None:
    with reporting(URL, None):
        reports.wait()
        (file,) = files(state)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_server_that_ends_leaves_no_file(state: Path, reports: Reports) -> None:
    with reporting(URL, None):
        reports.wait()

    assert files(state) == []
    assert servers(state) == []


def test_where_no_server_has_ever_run_there_is_none(tmp_path: Path) -> None:
    assert servers(tmp_path / "nowhere") == []


def test_the_last_publishing_is_told(state: Path, reports: Reports) -> None:
    publisher = Publisher(state / "site", state)
    ended = datetime.datetime(2026, 11, 27, 2, 30, tzinfo=datetime.UTC)
    publisher.last = Publishing(ended, "a-version", is_good=True)

    with reporting(URL, publisher):
        reports.wait()
        (told,) = servers(state)

    assert (told.published, told.is_published) == (ended, True)


def test_a_server_that_was_killed_is_passed_over_and_its_file_cleared_away(
    state: Path, reports: Reports
) -> None:
    left = leave(state, reports, host=socket.gethostname(), process=ended_process())
    assert servers(state) == []

    make_old(left)
    with reporting(URL, None):
        reports.wait()
        reports.wait()
        assert left not in files(state)


@pytest.mark.parametrize("seconds", [0, SILENT_SECONDS + 5])
def test_a_server_of_another_machine_is_there_while_it_tells_something(
    state: Path, reports: Reports, seconds: float
) -> None:
    told = clock.machine_now() - datetime.timedelta(seconds=seconds)
    leave(state, reports, host="another", process=ended_process(), told=told.isoformat())

    assert [server.host for server in servers(state)] == ([] if seconds else ["another"])


def test_a_server_that_stands_still_is_told_as_silent(state: Path, reports: Reports) -> None:
    now = clock.machine_now()
    told = now - datetime.timedelta(seconds=SILENT_SECONDS + 5)
    leave(state, reports, host=socket.gethostname(), process=os.getpid(), told=told.isoformat())

    (server,) = servers(state)

    assert server.is_silent(now)


@pytest.mark.parametrize("contents", [b"", b"{}", b"[]", b"\xff", b'{"usage": 1, "told": "x"}'])
def test_what_no_server_has_written_is_none(state: Path, reports: Reports, contents: bytes) -> None:
    leave(state, reports).write_bytes(contents)

    assert servers(state) == []


def test_where_the_file_cannot_be_written_the_log_says_so_once(
    state: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tries = threading.Semaphore(0)

    def fail(*_: object) -> None:
        tries.release()
        raise OSError("no space left")

    monkeypatch.setattr(status, "write_private", fail)
    monkeypatch.setattr(status, "REPORT_SECONDS", 0.01)

    with reporting(URL, None):
        for _ in range(3):
            assert tries.acquire(timeout=WAIT)

    told = [record.message for record in caplog.records if record.name == status.__name__]
    assert told == ["The status cannot be told"]
    assert servers(state) == []
