"""What stands beside the tables keeps no visitor waiting, whatever its drive does."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from partner_map.presentation import choices
from partner_map.runtime import beside, store
from partner_map.runtime.beside import FileBeside
from tests.support.folders import PARTNER, write_folder


def test_a_file_is_read_as_it_is_now(tmp_path: Path) -> None:
    path = tmp_path / "presentation.toml"
    file = FileBeside(path)

    with pytest.raises(FileNotFoundError):
        file.read()
    path.write_bytes(b"one")
    assert file.read() == b"one"
    path.write_bytes(b"two")
    assert file.read() == b"two"


def test_a_drive_that_hangs_costs_one_visitor_a_moment_and_the_file_stands_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "presentation.toml"
    path.write_bytes(b"as it was")
    file = FileBeside(path, seconds=0.1)
    file.read()
    back = threading.Event()

    def hang(_path: Path, _size: int) -> bytes:
        back.wait()
        return b"as it is"

    monkeypatch.setattr(beside, "read_start", hang)
    begun = time.monotonic()
    answers = [file.read() for _ in range(20)]
    took = time.monotonic() - begun
    back.set()

    assert answers == [b"as it was"] * 20
    assert took < 1


def test_a_pipe_in_place_of_the_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "presentation.toml"
    os.mkfifo(path)

    with pytest.raises(OSError, match="no ordinary file"):
        FileBeside(path).read()


def test_open_pages_hear_of_other_choices_though_size_and_time_stamp_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    path = folder / "presentation.toml"
    monkeypatch.setenv("PARTNER_MAP_DATA", str(folder))
    monkeypatch.setenv("PARTNER_MAP_STATE", str(tmp_path / "state"))
    path.write_text('leave_out = ["opening"]')
    stamp = path.stat().st_mtime_ns
    store.current()
    before = choices.revision()

    path.write_text('leave_out = ["closing"]')
    os.utime(path, ns=(stamp, stamp))

    assert choices.revision() != before
