"""How much the server is used and how fast it answers, as numbers of all visitors together.

A step is what a page has asked for by its websocket, from the message to the end of the run that
answers it: what a visitor waits for at the server. Kept are counts by time and duration alone, so
that neither a day nor a crowd takes more memory.
"""

from __future__ import annotations

import math
import threading
import time
from collections import Counter, deque
from dataclasses import dataclass
from typing import Final

WINDOW_SECONDS: Final = 300.0
"""What is told is of the time since so long ago."""
_SLICE_SECONDS: Final = 10.0
_SHORTEST: Final = 0.001  # seconds: what is quicker is not told apart
_LONGEST: Final = 600.0  # seconds
_WIDTH: Final = math.log(1.05)
"""A duration is known to a twentieth of itself."""
_SLOW_PART: Final = 0.95


@dataclass(frozen=True, slots=True)
class Usage:
    """The use of the server in its last minutes."""

    pages_open: int
    """Pages with a connection: a visitor has one for each tab."""
    steps: int
    seconds: float
    """The time that the steps are of."""
    p95_seconds: float | None
    """In so many seconds 95 of 100 steps had their answer; None without a step."""

    @property
    def steps_a_second(self) -> float:
        """How many steps a second, over that time."""
        return self.steps / self.seconds


class Traffic:
    """Counts pages and steps, from any thread; moments are seconds on the monotonic clock."""

    def __init__(self, begun: float) -> None:
        self._begun = begun
        self._lock = threading.Lock()
        self._open = 0
        self._slices: deque[tuple[int, Counter[int]]] = deque(
            maxlen=math.ceil(WINDOW_SECONDS / _SLICE_SECONDS)
        )
        """The steps of ten seconds each, by the class of their duration."""

    def page_opened(self) -> None:
        """A page has connected."""
        with self._lock:
            self._open += 1

    def page_closed(self) -> None:
        """A page's connection has ended."""
        with self._lock:
            self._open -= 1

    def step_ended(self, seconds: float, now: float) -> None:
        """A step that took so many seconds has ended now."""
        current = int(now // _SLICE_SECONDS)
        with self._lock:
            if not self._slices or self._slices[-1][0] != current:
                self._slices.append((current, Counter()))
            self._slices[-1][1][_class_of(seconds)] += 1

    def usage(self, now: float) -> Usage:
        """What the last minutes had."""
        oldest = (now - WINDOW_SECONDS) // _SLICE_SECONDS
        durations: Counter[int] = Counter()
        with self._lock:
            pages = self._open
            for number, counted in self._slices:
                if number > oldest:
                    durations.update(counted)
        seconds = min(max(now - self._begun, 1.0), WINDOW_SECONDS)
        return Usage(pages, durations.total(), seconds, _slow_duration(durations))


def _class_of(seconds: float) -> int:
    return math.ceil(math.log(min(max(seconds, _SHORTEST), _LONGEST) / _SHORTEST) / _WIDTH)


def _slow_duration(durations: Counter[int]) -> float | None:
    """The duration, in seconds, that 95 of 100 steps keep to."""
    kept = math.ceil(durations.total() * _SLOW_PART)
    for number, steps in sorted(durations.items()):
        kept -= steps
        if kept <= 0:
            return _SHORTEST * math.exp(number * _WIDTH)
    return None


_TRAFFIC: Final = Traffic(time.monotonic())


def traffic() -> Traffic:
    """That of this process."""
    return _TRAFFIC
