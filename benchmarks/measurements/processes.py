"""One crowd, borne by one, two and four processes behind nginx, as deploy/ has it."""

from __future__ import annotations

import asyncio
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path

from benchmarks.apps import OURS
from benchmarks.crowd import Experience, stay
from benchmarks.figures import Figure, Limit, Reading, median_of, spread_of
from benchmarks.measurements.sessions import percentile, warm
from benchmarks.nginx import in_front_of, is_there
from benchmarks.process import resident_megabytes
from benchmarks.serving import Server, served

_PROCESSES = (1, 2, 4)
_VISITORS = 500
_QUICK_VISITORS = 40
_ROUNDS, _SECONDS = 3, 15.0
_MANY = 400
_SLOW_PAUSES = (5.0, 10.0)
"""Seconds between two steps of those who are many."""
_BASE = "/mapa"


def measure(tables: Path, quick: bool) -> Iterator[Figure]:
    """The crowd at one, two and four of the same processes in turn; nothing without nginx."""
    if not is_there():
        return
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        environment = {"PARTNER_MAP_DATA": str(tables)}
        servers = [
            stack.enter_context(served(OURS.entry, environment, _BASE))
            for _ in range(max(_PROCESSES))
        ]
        for server in servers:
            asyncio.run(warm(OURS, server))
        fronts = {
            number: stack.enter_context(_front(servers[:number], folder / str(number)))
            for number in _PROCESSES
        }
        yield from _in_turn(fronts, quick)
        yield from _many(fronts[1], quick)
        weights = [resident_megabytes(server.process) for server in servers]
        yield Figure("memory of a process with visitors", "MB", {OURS.name: median_of(weights)})


def _in_turn(fronts: dict[int, Server], quick: bool) -> Iterator[Figure]:
    """Rounds in each of which every number of processes bears the crowd once."""
    met: dict[int, list[Experience]] = defaultdict(list)
    visitors = _QUICK_VISITORS if quick else _VISITORS
    for _ in range(1 if quick else _ROUNDS):
        for number, front in fronts.items():
            met[number].append(asyncio.run(stay(OURS, front, visitors, _SECONDS)))
    one = _late(met[1])
    for number, experiences in met.items():
        name = f"{visitors} visitors, {number} process{'es' if number > 1 else ''}"
        limit = Limit(1.0, one, "one process") if number == 2 else None
        yield Figure(f"{name}: step, p95", "ms", {OURS.name: _late(experiences)}, limit)
        failures = sum(experience.failures for experience in experiences)
        limit = Limit(0) if number > 1 else None
        yield Figure(f"{name}: failures", "", {OURS.name: _single(failures)}, limit)


def _many(front: Server, quick: bool) -> Iterator[Figure]:
    """Many who read between their steps, at one process."""
    visitors = _QUICK_VISITORS if quick else _MANY
    experience = asyncio.run(stay(OURS, front, visitors, 3 * _SECONDS, _SLOW_PAUSES))
    name = f"{visitors} visitors, a step each 5 to 10 s, 1 process"
    yield Figure(f"{name}: step, p95", "ms", {OURS.name: _late([experience])}, Limit(500))
    yield Figure(f"{name}: failures", "", {OURS.name: _single(experience.failures)}, Limit(0))


@contextmanager
def _front(servers: Sequence[Server], folder: Path) -> Iterator[Server]:
    """nginx in front of these, as a server."""
    folder.mkdir()
    with in_front_of([server.port for server in servers], folder, folder) as front:
        yield Server(front.root, front.port, front.process, _BASE)


def _late(experiences: Sequence[Experience]) -> Reading:
    """The 95th percentile of all steps, with the spread of that of each round."""
    rounds = [[took for _, took in one.steps] for one in experiences]
    times = list(chain.from_iterable(rounds))
    return spread_of(percentile(times), [percentile(one) for one in rounds])


def _single(value: float) -> Reading:
    return spread_of(value, ())
