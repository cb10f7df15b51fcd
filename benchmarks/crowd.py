"""Many visitors of one server at a time, each at a pace of its own."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic

from websockets.exceptions import WebSocketException

from benchmarks.apps import START_YEAR, App
from benchmarks.polling import poll
from benchmarks.process import resident_megabytes
from benchmarks.serving import Server
from benchmarks.visitor import Visitor, WrongAnswerError, visiting

PAUSES = (3.0, 5.0)
"""Seconds between two steps of a visitor, drawn evenly from between these."""
_ARRIVING_AT_ONCE = 4
_YEARS = 23
FAILURES = (
    WrongAnswerError,
    WebSocketException,
    OSError,
    TimeoutError,
    asyncio.IncompleteReadError,
)


@dataclass
class Experience:
    """What a crowd met with."""

    steps: list[tuple[float, float]] = field(default_factory=list)
    """When a step was asked for, in seconds, and the milliseconds to its whole answer."""
    failures: int = 0
    """Arrivals, steps and polls without a right answer."""
    megabytes_before: float = 0.0
    megabytes_with_all: float = 0.0


async def stay(
    app: App,
    server: Server,
    visitors: int,
    seconds: float,
    pauses: tuple[float, float] = PAUSES,
) -> Experience:
    """Let so many visitors come, step for so many seconds, and leave.

    Each comes from an address of their own; ``pauses`` are the seconds between two steps.
    """
    experience = Experience(megabytes_before=resident_megabytes(server.process))
    async with _all_here(app, server, visitors, experience) as crowd:
        end = monotonic() + seconds
        walks = (
            _walk(visitor, random.Random(number), end, experience, pauses)
            for number, visitor in enumerate(crowd)
        )
        await asyncio.gather(*walks)
        experience.megabytes_with_all = resident_megabytes(server.process)
    return experience


@asynccontextmanager
async def _all_here(
    app: App, server: Server, visitors: int, experience: Experience
) -> AsyncIterator[Sequence[Visitor]]:
    """The visitors that could come, a few at a time, with what their pages ask for besides."""
    door = asyncio.Semaphore(_ARRIVING_AT_ONCE)
    crowd: list[Visitor] = []
    async with AsyncExitStack() as stack:

        async def arrive(number: int) -> None:
            visit = visiting(server.port, app.query, server.base, _address(number))
            async with door:
                try:
                    crowd.append(await stack.enter_async_context(visit))
                except FAILURES:
                    experience.failures += 1

        async def keep_polling(number: int) -> None:
            path = app.polled and f"{server.base}{app.polled}"
            try:
                await poll(server.port, path, random.Random(number), _address(number))
            except FAILURES:
                experience.failures += 1

        await asyncio.gather(*(arrive(number) for number in range(visitors)))
        polls = [asyncio.create_task(keep_polling(number)) for number in range(len(crowd))]
        try:
            yield crowd
        finally:
            for task in polls:
                task.cancel()


def _address(number: int) -> str:
    """A visitor's own address; all of 127.0.0.0/8 are this machine's."""
    return f"127.1.{number // 250}.{1 + number % 250}"


async def _walk(
    visitor: Visitor,
    chance: random.Random,
    end: float,
    experience: Experience,
    pauses: tuple[float, float],
) -> None:
    """A step after each pause; a visitor who gets no right answer goes no further."""
    due = monotonic() + chance.uniform(0, pauses[1])
    step = chance.randrange(_YEARS)
    while due < end:
        await asyncio.sleep(due - monotonic())
        step += 1
        asked = monotonic()
        try:
            await visitor.step(START_YEAR + step % _YEARS)
        except FAILURES:
            experience.failures += 1
            return
        experience.steps.append((asked, 1000 * (monotonic() - asked)))
        due = max(due + chance.uniform(*pauses), monotonic())
