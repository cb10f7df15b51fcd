"""Sleeping for a process under libfaketime, whose 0.9.10 fails ``clock_nanosleep``.

It does so where it leaves the monotonic clock as it is; waiting for an event is left alone.
"""

import threading
import time
from typing import SupportsIndex


def _sleep(seconds: float | SupportsIndex) -> None:
    threading.Event().wait(float(seconds))


time.sleep = _sleep
