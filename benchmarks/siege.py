"""What visitors notice while others do their worst: the 95th percentile of 20 visitors' steps.

    .venv/bin/python -m benchmarks.siege

In turn: nobody else; 50 downloads of the presentation a second; connections that are slow, dropped,
senseless or of oversized headers. At the end, the memory before and after.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from statistics import quantiles
from typing import Final

from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from benchmarks.apps import OURS
from benchmarks.crowd import stay
from benchmarks.process import resident_megabytes
from benchmarks.serving import Server, served

VISITORS: Final = 20
SECONDS: Final = 25.0
DOWNLOADS_A_SECOND: Final = 50
SLOW: Final = 20
DROPPED: Final = 500
_REST_SECONDS: Final = 5
_DOWNLOAD: Final = (
    b"GET /presentation.html HTTP/1.1\r\nHost: localhost\r\n"
    b"Accept-Encoding: gzip\r\nConnection: close\r\n\r\n"
)
_OVERSIZED: Final = b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 200_000 + b"\r\n\r\n"


async def nobody(_: Server) -> None:
    """Leave the visitors alone."""


async def downloads(server: Server) -> None:
    """Ask for the presentation at a constant rate, whether it has come or not."""
    async with asyncio.TaskGroup() as group:
        while True:
            group.create_task(_ask(server, _DOWNLOAD))
            await asyncio.sleep(1 / DOWNLOADS_A_SECOND)


async def siege(server: Server) -> None:
    """Open slow connections, and drop, garble and overfill others."""
    async with asyncio.TaskGroup() as group:
        for _ in range(SLOW):
            group.create_task(_slowly(server))
        for _ in range(DROPPED):
            group.create_task(_drop(server))
            await asyncio.sleep(SECONDS / DROPPED / 2)
            group.create_task(_garble(server))
            group.create_task(_ask(server, _OVERSIZED))


async def _ask(server: Server, request: bytes) -> None:
    with suppress(OSError):
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(request)
        while await reader.read(65_536):
            pass
        writer.close()


async def _slowly(server: Server) -> None:
    """Send a header a second."""
    with suppress(OSError):
        _, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
        while True:
            await asyncio.sleep(1)
            writer.write(b"X: x\r\n")
            await writer.drain()


async def _drop(server: Server) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(b"GET /healthz HTT")
    writer.transport.abort()


async def _garble(server: Server) -> None:
    """Send what is no message, over a websocket that is opened as a page does."""
    with suppress(WebSocketException, OSError):
        url = f"ws://127.0.0.1:{server.port}/_stcore/stream"
        async with connect(url, subprotocols=[Subprotocol("streamlit")]) as socket:
            await socket.send(os.urandom(1000))
            await socket.recv()


OTHERS: Final[Mapping[str, Callable[[Server], Coroutine[None, None, None]]]] = {
    "nobody": nobody,
    "downloads": downloads,
    "siege": siege,
}


async def measure(server: Server, others: str) -> str:
    """What the visitors met with, while a process of its own disturbs them."""
    command = (sys.executable, "-m", "benchmarks.siege", others, server.url, str(server.process))
    disturbing = await asyncio.create_subprocess_exec(*command)
    experience = await stay(OURS, server, VISITORS, SECONDS)
    with suppress(ProcessLookupError):  # nobody has gone already
        disturbing.kill()
    await disturbing.wait()
    waits = [milliseconds for _, milliseconds in experience.steps]
    p95 = quantiles(waits, n=20)[-1]
    return f"p95 {p95:.0f} ms of {len(waits)} steps, {experience.failures} failures"


async def main() -> None:
    """Measure one after another on one server."""
    with served(OURS.entry) as server:
        for name in ("nobody", *OTHERS):
            before = resident_megabytes(server.process)
            told = await measure(server, name)
            await asyncio.sleep(_REST_SECONDS)
            after = resident_megabytes(server.process)
            print(f"{name}: {told}; {before:.0f} MB before, {after:.0f} MB after", flush=True)


def disturb(name: str, url: str, process: str) -> None:
    """Be one of the others."""
    server = Server(url, int(url.rpartition(":")[2]), int(process))
    asyncio.run(OTHERS[name](server))


if __name__ == "__main__":
    if sys.argv[1:]:
        disturb(*sys.argv[1:])
    else:
        asyncio.run(main())
