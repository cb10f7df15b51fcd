"""How much longer 20 stepping visitors wait while 50 downloads a second are asked for.

    .venv/bin/python -m benchmarks.paired [PAIRS] [SECONDS]

Calm and disturbed phases take turns on one server, so that a busy machine slows both alike.
"""

from __future__ import annotations

import asyncio
import sys
from statistics import quantiles
from typing import Final

from benchmarks.apps import OURS
from benchmarks.crowd import stay
from benchmarks.serving import Server, served
from benchmarks.siege import VISITORS

MOST: Final = 1.5
"""The disturbed 95th percentile by the calm one, at most."""


async def phase(server: Server, others: str, seconds: float) -> list[float]:
    """The visitors' waits in milliseconds, while a process of its own does what others do."""
    command = (sys.executable, "-m", "benchmarks.siege", others, server.url, str(server.process))
    disturbing = await asyncio.create_subprocess_exec(*command)
    experience = await stay(OURS, server, VISITORS, seconds)
    if disturbing.returncode is None:
        disturbing.kill()
    await disturbing.wait()
    return [milliseconds for _, milliseconds in experience.steps]


async def main(pairs: int, seconds: float) -> None:
    """Take the phases in turn and print the ratio of all their steps."""
    waits: dict[str, list[float]] = {"nobody": [], "downloads": []}
    with served(OURS.entry) as server:
        for _ in range(pairs):
            for others, met in waits.items():
                met.extend(await phase(server, others, seconds))
    calm, disturbed = (quantiles(met, n=20)[-1] for met in waits.values())
    steps = " and ".join(str(len(met)) for met in waits.values())
    print(
        f"p95 {calm:.0f} ms calm, {disturbed:.0f} ms beside downloads, of {steps} steps: "
        f"{disturbed / calm:.2f} x, at most {MOST:g} x"
    )


if __name__ == "__main__":
    asyncio.run(main(int((sys.argv[1:] or ["4"])[0]), float((sys.argv[2:] or ["15"])[0])))
