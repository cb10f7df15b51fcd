"""A long publishing says how far it is, a short one nothing; one that is ended leaves nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from partner_map.cli.publish import Teller
from partner_map.i18n.translator import translator_for
from tests.support.folders import FROZEN

PATIENCE = 60  # seconds


def test_a_long_publishing_tells_every_500_files_or_so(capsys: pytest.CaptureFixture[str]) -> None:
    tell = Teller(translator_for("en"))
    for done in range(98, 2000, 98):
        tell(done, 1960)

    assert capsys.readouterr().err.splitlines() == [
        "588 of 1960 files",
        "1176 of 1960 files",
        "1764 of 1960 files",
    ]


def test_the_town_itself_is_published_without_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    tell = Teller(translator_for("pl"))
    for done in (100, 200, 300, 409):
        tell(done, 409)

    assert capsys.readouterr().err == ""


def begun(folder: Path) -> subprocess.Popen[bytes]:
    """A publishing, in a group of processes of its own, that has begun to write."""
    command = [sys.executable, "-m", "partner_map", "publish", str(folder / "site")]
    asked = [*command, "--url", "https://example.org/", "--data", str(FROZEN)]
    pause, deadline = threading.Event(), time.monotonic() + PATIENCE
    process = subprocess.Popen(asked, stderr=subprocess.DEVNULL, start_new_session=True)
    while not list(folder.glob(".site-*/*")):
        assert time.monotonic() < deadline
        pause.wait(0.01)
    return process


def test_one_that_is_asked_to_end_leaves_nothing_behind(tmp_path: Path) -> None:
    with begun(tmp_path) as process:
        process.terminate()

    assert process.returncode == 143
    assert list(tmp_path.iterdir()) == []


def test_one_whose_processes_are_all_asked_to_end_does_so_too(tmp_path: Path) -> None:
    with begun(tmp_path) as process:
        os.killpg(process.pid, signal.SIGTERM)

    assert process.returncode == 143
    assert list(tmp_path.iterdir()) == []
