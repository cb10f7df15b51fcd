"""The server's processor time a step, with twenty visitors who step once a second."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AsyncExitStack
from time import monotonic

from benchmarks.apps import FLOOR, OURS, START_YEAR, UNCOLLECTED_FLOOR
from benchmarks.figures import Figure, Limit, by_app, median_of
from benchmarks.fleet import Fleet
from benchmarks.make_many import SIZES
from benchmarks.process import processor_seconds
from benchmarks.rounds import rounds
from benchmarks.visitor import Visitor, visiting

_VISITORS = 20
_PERIOD = 1.0
_STEPS = 8
"""Of each visitor in a row; with all visitors that is one sample."""
_ROUNDS = 4
_SECONDS = 70
_AFTERWARDS = 0.1  # seconds, in which the server collects the last run's garbage


def measure(fleet: Fleet, quick: bool) -> Iterator[Figure]:
    """Ours beside the floor with and without collections, in turn, at the smallest size."""
    apps = (OURS, FLOOR, UNCOLLECTED_FLOOR)
    servers = {app.name: (fleet.server(app, SIZES[0]), app.query) for app in apps}

    async def samples() -> dict[str, list[float]]:
        times: dict[str, list[float]] = defaultdict(list)
        for number in rounds(1 if quick else _ROUNDS + 1, _SECONDS):
            for name, (server, query) in servers.items():
                time = await _sample(server.port, server.process, query)
                if number or quick:  # the first round warms up
                    times[name].append(time)
        return times

    times = asyncio.run(samples())
    limit = Limit(1.0, median_of(times[UNCOLLECTED_FLOOR.name]), "the uncollected floor")
    name = f"server's processor time a step, {_VISITORS} visitors at a step a second"
    yield Figure(name, "ms", by_app(times), limit)


async def _sample(port: int, process: int, query: str) -> float:
    """Milliseconds a step, from the first step of the first visitor to the end of the last."""
    async with AsyncExitStack() as stack:
        crowd = [await stack.enter_async_context(visiting(port, query)) for _ in range(_VISITORS)]
        before = processor_seconds(process)
        await asyncio.gather(*(_walk(visitor, number) for number, visitor in enumerate(crowd)))
        await asyncio.sleep(_AFTERWARDS)
        return 1000 * (processor_seconds(process) - before) / (_VISITORS * _STEPS)


async def _walk(visitor: Visitor, number: int) -> None:
    """Step once a second; the visitors' steps are spread evenly over it."""
    due = monotonic() + _PERIOD * number / _VISITORS
    for step in range(1, _STEPS + 1):
        await asyncio.sleep(max(0.0, due - monotonic()))
        await visitor.step(START_YEAR + step)
        due += _PERIOD
