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
