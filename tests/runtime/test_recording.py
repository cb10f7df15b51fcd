"""What a save changed is written once, off the visitors' path, and a restart loses none of it."""

from __future__ import annotations

import logging
import os
import shutil
import threading
from pathlib import Path

import pytest

from partner_map import disk
from partner_map.history.saves import History, read_history, save_words
from partner_map.i18n.letters import without_isolates
from partner_map.i18n.translator import translator_for
from partner_map.model import Dataset
from partner_map.runtime import recording, watch
from partner_map.runtime.recording import Recorder, current_history, history_file, history_of
from partner_map.runtime.store import Store, kept_file
from tests.support.folders import PARTNER, write_folder

WAIT = 30  # seconds
ENGLISH = translator_for("en")


def save(folder: Path, name: str) -> None:
    cells = {"name_pl": name, "name_en": name}
    write_folder(folder, [PARTNER | cells])


def shown(tables: Store) -> Dataset:
    """The data once the files have rested."""
    tables.poll()
    dataset = tables.poll().dataset
    assert dataset is not None
    return dataset


def lines(history: History) -> list[list[str]]:
    return [[without_isolates(line) for line in save_words(one, ENGLISH)] for one in history.saves]


def kept_history(kept: Path) -> History:
    return read_history(history_file(kept).read_bytes())


class Server:
    """A store and its recorder, as one process has them."""

    def __init__(self, folder: Path, kept: Path) -> None:
        self.tables = Store(folder, kept)
        self.recorder = Recorder(self.tables)
        self.look()

    def look(self) -> None:
        self.recorder.follow(shown(self.tables))


def test_the_first_start_tells_nothing(folder: Path, kept: Path) -> None:
    Server(folder, kept).look()

    assert not history_file(kept).exists()


def test_each_save_is_told_once_the_newest_first(folder: Path, kept: Path) -> None:
    server = Server(folder, kept)
    for name in ("Jeden", "Drugi"):
        save(folder, name)
        server.look()
        server.look()

    assert lines(kept_history(kept)) == [
        ["Drugi: changed: names; now Drugi, before Jeden"],
        ["Jeden: changed: names; now Jeden, before Hranice"],
    ]


def test_what_changed_while_no_server_ran_is_told_at_the_next_start(
    folder: Path, kept: Path
) -> None:
    Server(folder, kept)
    save(folder, "Nowe")

    Server(folder, kept)
    Server(folder, kept)

    assert lines(kept_history(kept)) == [["Nowe: changed: names; now Nowe, before Hranice"]]


def test_tables_with_faults_are_no_save(folder: Path, kept: Path) -> None:
    server = Server(folder, kept)
    write_folder(folder, [PARTNER | {"country": "nowhere"}])
    server.look()
    save(folder, "Nowe")
    server.look()

    assert len(kept_history(kept).saves) == 1


def test_a_server_that_was_killed_before_it_noted_a_save_as_told_tells_it_once(
    folder: Path, kept: Path
) -> None:
    server = Server(folder, kept)
    before = recording.told_file(kept).read_bytes()
    save(folder, "Nowe")
    server.look()
    recording.told_file(kept).write_bytes(before)

    Server(folder, kept)

    assert len(kept_history(kept).saves) == 1


def test_a_broken_history_is_told_and_goes_on(
    folder: Path, kept: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server = Server(folder, kept)
    history_file(kept).write_bytes(b"no json\n")
    save(folder, "Nowe")

    with caplog.at_level(logging.WARNING):
        server.look()

    history = kept_history(kept)
    assert (len(history.saves), history.broken) == (1, 0)
    assert "kept.jsonl" in caplog.text


def test_told_tables_that_are_broken_begin_anew(
    folder: Path, kept: Path, caplog: pytest.LogCaptureFixture
) -> None:
    Server(folder, kept)
    recording.told_file(kept).write_bytes(b"no archive")
    save(folder, "Nowe")

    server = Server(folder, kept)
    save(folder, "Nowsze")
    server.look()

    assert lines(kept_history(kept)) == [["Nowsze: changed: names; now Nowsze, before Nowe"]]
    assert "cannot be read" in caplog.text


def test_a_history_that_cannot_be_written_is_told_once_and_written_later(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(recording, "AGAIN_SECONDS", 0)
    server = Server(folder, kept)
    save(folder, "Nowe")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(recording, "write_whole", full)
        server.look()
        server.look()
    assert caplog.text.count("cannot be written") == 1

    server.look()
    assert len(kept_history(kept).saves) == 1


def test_a_history_that_cannot_be_written_is_not_tried_again_at_once(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server(folder, kept)
    save(folder, "Nowe")
    tries: list[object] = []

    def full(*asked: object) -> None:
        tries.append(asked)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(recording, "write_whole", full)
    server.look()
    server.look()

    assert len(tries) == 1


def test_a_drive_that_hangs_is_given_up(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server(folder, kept)
    server.recorder = Recorder(server.tables, seconds=0.05)
    save(folder, "Nowe")
    back = threading.Event()

    def hang(*_: object) -> None:
        back.wait(WAIT)

    with monkeypatch.context() as patch:
        patch.setattr(recording, "write_whole", hang)
        server.look()  # comes back
    back.set()

    assert not history_file(kept).exists()


def test_while_the_tables_cannot_be_kept_nothing_is_compared_with_old_ones(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server(folder, kept)
    save(folder, "Nowe")
    with monkeypatch.context() as patch:
        patch.setattr(Store, "state", property(lambda _: "full"))
        server.look()
        assert not history_file(kept).exists()

    server.look()
    assert len(kept_history(kept).saves) == 1


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX")
def test_the_history_is_for_the_server_alone(folder: Path, kept: Path) -> None:
    server = Server(folder, kept)
    save(folder, "Nowe")
    server.look()

    files = (history_file(kept), recording.told_file(kept))
    assert [file.stat().st_mode & 0o777 for file in files] == [0o600, 0o600]


def test_another_writers_mode_stays_as_it_was(tmp_path: Path) -> None:
    disk.write_whole(tmp_path / "file", b"")

    assert (tmp_path / "file").stat().st_mode & 0o600 == 0o600


def test_the_running_server_records_and_pages_read_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTNER_MAP_DATA", str(folder))
    monkeypatch.setenv("PARTNER_MAP_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(watch, "POLL_SECONDS", 0.01)
    recorded = threading.Semaphore(0)
    follow = Recorder.follow

    def follow_and_tell(recorder: Recorder, dataset: Dataset) -> None:
        before = recorder.told_version
        follow(recorder, dataset)
        if recorder.told_version != before:
            recorded.release()

    monkeypatch.setattr(Recorder, "follow", follow_and_tell)

    with watch.watching():
        assert recorded.acquire(timeout=WAIT)
        assert current_history().saves == ()
        save(folder, "Nowe")
        assert recorded.acquire(timeout=WAIT)

    assert lines(current_history()) == lines(history_of(folder))
    assert lines(current_history()) == [["Nowe: changed: names; now Nowe, before Hranice"]]
    shutil.rmtree(tmp_path / "state")
    assert history_of(folder).saves == ()
    assert not kept_file(folder).exists()
