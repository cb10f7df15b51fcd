"""Work that two processes do at once, where there are two processors."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import Any, Final, TypeVar

Result = TypeVar("Result")

_MOST: Final = 2
"""Processes at most: what each writes to in memory is a copy of its own (60 to 130 MB)."""
_jobs: list[Callable[[int], Any]] = []
"""Of a process that has been begun for it: its one job."""


def done_by_all(job: Callable[[int], Result], count: int) -> Iterator[Result]:
    """What a job gives for each number from 0 on, in their order.

    A process begins with all that this one has, which no job has to be told; so what a job does
    to it is seen by nobody else. Where processes cannot begin like that, this one does it all.
    """
    processes = min(_MOST, os.cpu_count() or 1, count)
    if processes <= 1 or sys.platform != "linux":
        yield from map(job, range(count))
        return
    with ProcessPoolExecutor(processes, get_context("fork"), _begin, (job,)) as crew:
        yield from crew.map(_do, range(count))


def _begin(job: Callable[[int], Any]) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # what the first process notes ends this one
    gc.freeze()  # to look through what both have would be to write to it, and so to copy it
    _jobs.append(job)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _do(number: int) -> Any:
    return _jobs[-1](number)


def _end_with_parent() -> None:
    """End when the process is no more that would have the results."""
    parent = parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)
