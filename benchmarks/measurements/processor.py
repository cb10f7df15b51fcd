"""The server's processor time a step, with one visitor who steps without a pause."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AsyncExitStack

from benchmarks.apps import APPS, FLOOR, OURS, START_YEAR, App
from benchmarks.figures import Figure, Limit, by_app, median_of
from benchmarks.fleet import Fleet
from benchmarks.make_many import SIZES
from benchmarks.process import processor_seconds
from benchmarks.rounds import rounds
from benchmarks.serving import Server
from benchmarks.visitor import Visitor, visiting

_ROUNDS = 12
_SECONDS = 20
_STEPS = 5
_AFTERWARDS = 0.1  # seconds, in which the server collects the last run's garbage


def measure(fleet: Fleet, quick: bool) -> Iterator[Figure]:
    """At the smallest size beside the peers, and ours at the largest."""
    most = SIZES[-1]
    servers = {app.name: (app, fleet.server(app, SIZES[0])) for app in APPS}
    servers[f"{most}"] = (OURS, fleet.server(OURS, most))
    times = asyncio.run(_rounds(servers, 2 if quick else _ROUNDS))
    floor = median_of(times[FLOOR.name])
    many = {OURS.name: median_of(times.pop(f"{most}")), FLOOR.name: floor}
    limit = Limit(0.8, floor, "the floor")
    name = "server's processor time a step"
    yield Figure(f"{name}, {SIZES[0]} partners", "ms", by_app(times), limit)
    yield Figure(f"{name}, {most:,} partners", "ms", many, limit)


async def _rounds(
    servers: dict[str, tuple[App, Server]], most_rounds: int
) -> dict[str, list[float]]:
    """Milliseconds a step: a series of steps of each server in turn is one sample."""
    times: dict[str, list[float]] = defaultdict(list)
    async with AsyncExitStack() as stack:
        visitors = {
            name: await stack.enter_async_context(visiting(server.port, app.query))
            for name, (app, server) in servers.items()
        }
        for number in rounds(most_rounds + 1, _SECONDS):
            for name, (_, server) in servers.items():
                time = await _series(visitors[name], server.process)
                if number:  # the first round warms up
                    times[name].append(time)
    return times


async def _series(visitor: Visitor, process: int) -> float:
    before = processor_seconds(process)
    for step in range(1, _STEPS + 1):
        await visitor.step(START_YEAR + step)
    await asyncio.sleep(_AFTERWARDS)
    return 1000 * (processor_seconds(process) - before) / _STEPS
