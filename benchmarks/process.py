"""What a process has used so far, as Linux counts it."""

from __future__ import annotations

import os
import time
from pathlib import Path

_CLOCK_OF_A_PROCESS = 2  # CPUCLOCK_SCHED of Linux's include/linux/posix-timers.h


def processor_seconds(process: int) -> float:
    """The processor time of all threads of a process, those that ended too."""
    return time.clock_gettime(~process << 3 | _CLOCK_OF_A_PROCESS)


def resident_megabytes(process: int) -> float:
    """The process's resident memory in millions of bytes."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def family_megabytes(process: int) -> float:
    """The memory of a process and of those that it has begun, in millions of bytes.

    What several share is counted once (the proportional set size). What has ended counts no more.
    """
    return sum(_proportional_megabytes(one) for one in (process, *_begun_by(process)))


def _begun_by(process: int) -> list[int]:
    try:
        threads = list(Path(f"/proc/{process}/task").iterdir())
        told = " ".join((thread / "children").read_text(encoding="ascii") for thread in threads)
    except OSError:
        return []
    return [int(child) for child in told.split()]


def _proportional_megabytes(process: int) -> float:
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0
    kilobytes = next(line.split()[1] for line in told.splitlines() if line.startswith("Pss:"))
    return int(kilobytes) * 1024 / 1e6
