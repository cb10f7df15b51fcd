"""Visitors by the dozen: how long a step takes them, and what their sessions weigh."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from benchmarks.apps import APPS, FEATURE_GROUP, FLOOR, OURS, START_YEAR, STOCK, App
from benchmarks.crowd import Experience, stay
from benchmarks.figures import Figure, Limit, Reading, median_of, spread_of
from benchmarks.process import resident_megabytes
from benchmarks.serving import Server, served
from benchmarks.visitor import visiting

_SLICE = 10.0  # seconds; the spread of a percentile is that of its slices
_WARMING_VISITORS = 5
_WARMING_STEPS = 4
# Streamlit keeps the session of a visitor who left for two minutes, for one who comes back.
_KEPT_SECONDS = 125
_MAX_MILLISECONDS = 250
_MAX_MEGABYTES = 1.0
_MAX_LEFT = 1.1


Crowd = tuple[App, int]
"""So many visitors of an app."""

# Crowds that are there at once, and for how many seconds. Few visitors leave each other
# alone; many have the machine to themselves, and the peers what shows how they fare.
_TURNS: tuple[tuple[tuple[Crowd, ...], float], ...] = (
    ((*((app, 1) for app in APPS), (OURS, 20), (FLOOR, 20)), 60),
    (((STOCK, 20),), 10),
    (((FEATURE_GROUP, 20),), 10),
    (((OURS, 100),), 60),
    (((FLOOR, 100),), 12),
    (((OURS, 200),), 60),
    (((FLOOR, 200),), 12),
)
_QUICK_SECONDS = 8


class Sessions:
    """Keeps the servers of each crowd until what is left of it has been weighed."""

    def __init__(self, folder: Path, quick: bool) -> None:
        self._tables = {"PARTNER_MAP_DATA": str(folder)}
        self._quick = quick
        self._stack = ExitStack()
        self._servers: dict[tuple[int, str], Server] = {}
        self._experiences: dict[int, dict[str, Experience]] = {}
        self._last_left = 0.0

    def __enter__(self) -> Sessions:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stack.close()

    def measure(self) -> Iterator[Figure]:
        """Turn after turn, each crowd on a server of its own that is warm."""
        for crowds, seconds in _TURNS:
            asyncio.run(self._turn(crowds, _QUICK_SECONDS if self._quick else seconds))
        self._last_left = time.monotonic()
        for visitors, experiences in self._experiences.items():
            yield from _figures(visitors, experiences)

    async def _turn(self, crowds: Sequence[Crowd], seconds: float) -> None:
        servers = [self._start(app) for app, _ in crowds]
        await asyncio.gather(
            *(warm(app, server) for (app, _), server in zip(crowds, servers, strict=True))
        )
        found = await asyncio.gather(
            *(
                stay(app, server, visitors, seconds)
                for (app, visitors), server in zip(crowds, servers, strict=True)
            )
        )
        for (app, visitors), server, experience in zip(crowds, servers, found, strict=True):
            self._servers[visitors, app.name] = server
            self._experiences.setdefault(visitors, {})[app.name] = experience

    def _start(self, app: App) -> Server:
        return self._stack.enter_context(served(app.entry, {**app.environment, **self._tables}))

    def measure_afterwards(self) -> Iterator[Figure]:
        """What the servers weigh when the sessions' time is over and another visitor has come."""
        if not self._quick:
            time.sleep(max(0.0, self._last_left + _KEPT_SECONDS - time.monotonic()))
        for visitors, experiences in self._experiences.items():
            if visitors == 1:
                continue
            readings = {}
            for app, experience in experiences.items():
                server = self._servers[visitors, app]
                asyncio.run(_come_and_go(server))
                left = resident_megabytes(server.process) / experience.megabytes_before
                readings[app] = _single(left)
            limit = Limit(_MAX_LEFT) if visitors == 100 else None
            yield Figure(f"memory after {visitors} visitors left", "x before", readings, limit)


async def warm(app: App, server: Server) -> None:
    """Let some visitors come who step a few times, so that every part has been used."""

    async def visit() -> None:
        async with visiting(server.port, app.query, server.base) as visitor:
            for step in range(_WARMING_STEPS):
                await visitor.step(START_YEAR + step)

    await asyncio.gather(*(visit() for _ in range(_WARMING_VISITORS)))


async def _come_and_go(server: Server) -> None:
    async with visiting(server.port, ""):
        pass


def _figures(visitors: int, experiences: Mapping[str, Experience]) -> Iterator[Figure]:
    """What a crowd met with, with the limits of a hundred and of two hundred."""
    hundred, crowded = visitors == 100, visitors >= 100
    name = f"{visitors} visitors" if visitors > 1 else "1 visitor"
    halves = {app: median_of(_times(one)) for app, one in experiences.items()}
    yield Figure(f"{name}: step, p50", "ms", halves)
    late = {app: _late(one) for app, one in experiences.items()}
    limit = Limit(_MAX_MILLISECONDS) if hundred else None
    yield Figure(f"{name}: step, p95", "ms", late, limit)
    failures = {app: _single(one.failures) for app, one in experiences.items()}
    yield Figure(f"{name}: failures", "", failures, Limit(0) if crowded else None)
    if visitors > 1:
        memory = {
            app: _single((one.megabytes_with_all - one.megabytes_before) / visitors)
            for app, one in experiences.items()
        }
        limit = Limit(_MAX_MEGABYTES) if hundred else None
        yield Figure(f"{name}: memory a session", "MB", memory, limit)


def _times(experience: Experience) -> list[float]:
    return [took for _, took in experience.steps]


def _late(experience: Experience) -> Reading:
    """The 95th percentile of all steps, with the spread of that of its slices of time."""
    begin = min(asked for asked, _ in experience.steps)
    slices: dict[int, list[float]] = {}
    for asked, took in experience.steps:
        slices.setdefault(int((asked - begin) / _SLICE), []).append(took)
    percentiles = [percentile(times) for times in slices.values()]
    return spread_of(percentile(_times(experience)), percentiles)


def percentile(times: Sequence[float]) -> float:
    """The 95th."""
    if len(times) < 2:
        return times[0]
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def _single(value: float) -> Reading:
    return spread_of(value, ())
