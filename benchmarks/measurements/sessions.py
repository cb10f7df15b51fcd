"""Visitors by the dozen: how long a step takes them, and what their sessions weigh."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from benchmarks.apps import APPS, FLOOR, OURS, App
from benchmarks.crowd import Experience, stay
from benchmarks.figures import Figure, Limit, Reading, median_of, spread_of
from benchmarks.process import resident_megabytes
from benchmarks.serving import Server, served
from benchmarks.visitor import visiting

_SLICE = 10.0  # seconds; the spread of a percentile is that of its slices
_WARMING_VISITORS = 5
_WARMING_SECONDS = 5
# Streamlit keeps the session of a visitor who left for two minutes, for one who comes back.
_KEPT_SECONDS = 125
_MOST_MILLISECONDS = 250
_MOST_MEGABYTES = 1.0
_MOST_LEFT = 1.1


@dataclass(frozen=True)
class Plan:
    """So many visitors for so many seconds, of all apps at once or of one after the other."""

    visitors: int
    apps: Sequence[App]
    seconds: float
    at_once: bool


_PLANS = (
    Plan(1, APPS, 60, at_once=True),
    Plan(20, APPS, 60, at_once=True),
    Plan(100, (OURS, FLOOR), 60, at_once=False),
    Plan(200, (OURS, FLOOR), 60, at_once=False),
)
_QUICK_SECONDS = 10


class Sessions:
    """Keeps the servers of each crowd until what is left of it has been weighed."""

    def __init__(self, folder: Path, quick: bool) -> None:
        self._environment = {"PARTNER_MAP_DATA": str(folder)}
        self._quick = quick
        self._stack = ExitStack()
        self._left: dict[int, dict[str, tuple[Server, float]]] = {}
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
        """Crowd after crowd, each on a server of its own that is warm."""
        for plan in _PLANS:
            experiences = asyncio.run(self._stay(plan))
            self._last_left = time.monotonic()
            yield from _figures(plan.visitors, experiences)

    async def _stay(self, plan: Plan) -> Mapping[str, Experience]:
        servers = {app.name: await self._warm_server(app) for app in plan.apps}
        seconds = _QUICK_SECONDS if self._quick else plan.seconds
        stays = [stay(app, servers[app.name], plan.visitors, seconds) for app in plan.apps]
        if plan.at_once:
            found = await asyncio.gather(*stays)
        else:
            found = [await one for one in stays]
        experiences = dict(zip(servers, found, strict=True))
        self._left[plan.visitors] = {
            name: (server, experiences[name].megabytes_before) for name, server in servers.items()
        }
        return experiences

    async def _warm_server(self, app: App) -> Server:
        environment = {**app.environment, **self._environment}
        server = self._stack.enter_context(served(app.entry, environment))
        await stay(app, server, _WARMING_VISITORS, _WARMING_SECONDS)
        return server

    def measure_afterwards(self) -> Iterator[Figure]:
        """What the servers weigh when the sessions' time is over and another visitor has come."""
        if not self._quick:
            time.sleep(max(0.0, self._last_left + _KEPT_SECONDS - time.monotonic()))
        for visitors, servers in self._left.items():
            if visitors == 1:
                continue
            readings = {}
            for name, (server, before) in servers.items():
                asyncio.run(_come_and_go(server))
                readings[name] = _single(resident_megabytes(server.process) / before)
            limit = Limit(_MOST_LEFT) if visitors == 100 else None
            yield Figure(f"memory after {visitors} visitors left", "x before", readings, limit)


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
    limit = Limit(_MOST_MILLISECONDS) if hundred else None
    yield Figure(f"{name}: step, p95", "ms", late, limit)
    failures = {app: _single(one.failures) for app, one in experiences.items()}
    yield Figure(f"{name}: failures", "", failures, Limit(0) if crowded else None)
    if visitors > 1:
        memory = {
            app: _single((one.megabytes_with_all - one.megabytes_before) / visitors)
            for app, one in experiences.items()
        }
        limit = Limit(_MOST_MEGABYTES) if hundred else None
        yield Figure(f"{name}: memory a session", "MB", memory, limit)


def _times(experience: Experience) -> list[float]:
    return [took for _, took in experience.steps]


def _late(experience: Experience) -> Reading:
    """The 95th percentile of all steps, with the spread of that of its slices of time."""
    begin = min(asked for asked, _ in experience.steps)
    slices: dict[int, list[float]] = {}
    for asked, took in experience.steps:
        slices.setdefault(int((asked - begin) / _SLICE), []).append(took)
    percentiles = [_percentile(times) for times in slices.values()]
    return spread_of(_percentile(_times(experience)), percentiles)


def _percentile(times: Sequence[float]) -> float:
    if len(times) < 2:
        return times[0]
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def _single(value: float) -> Reading:
    return spread_of(value, ())
