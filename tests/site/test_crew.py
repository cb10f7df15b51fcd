"""Work that several processes do at once gives what one alone would."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from partner_map.site.crew import done_by_all

ENDLESS = """
import signal
from partner_map.site.crew import done_by_all

def job(number):
    print("at work", flush=True)
    signal.pause()

list(done_by_all(job, 2))
"""
PATIENCE = 60  # seconds


@pytest.mark.parametrize("processors", [1, 2, 64])
def test_the_results_come_in_the_order_of_their_numbers(
    processors: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    factor = 3  # what a job knows goes with it

    assert list(done_by_all(lambda number: factor * number, 20)) == list(range(0, 60, 3))


@pytest.mark.parametrize("processors", [1, 2])
def test_a_failure_is_that_of_the_job(processors: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)

    def job(number: int) -> int:
        if number == 1:
            raise OSError(28, "No space left on device")
        return number

    with pytest.raises(OSError, match="No space left"):
        list(done_by_all(job, 3))


def test_no_work_begins_no_process() -> None:
    assert list(done_by_all(lambda number: number, 0)) == []


def test_a_crew_ends_with_the_process_that_began_it() -> None:
    with subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"at work\n"
        process.kill()
        # The output comes to its end when nobody is left who could write to it.
        process.communicate(timeout=PATIENCE)
