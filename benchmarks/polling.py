"""What an open page asks for again and again besides its websocket."""

from __future__ import annotations

import asyncio
import random
import re

from benchmarks.visitor import WrongAnswerError

_PERIOD = 2.0  # seconds, as in partner_map/ui/assets/live.js


async def poll(
    port: int, path: str | None, chance: random.Random, source: str = "127.0.0.1"
) -> None:
    """Ask for a path without end over one connection; for None there is nothing to ask.

    ``source`` is the address from which it is asked for.

    Raises:
        WrongAnswerError: The answer is not 200.
    """
    if path is None:
        return
    await asyncio.sleep(chance.uniform(0, _PERIOD))
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(source, 0))
    try:
        while True:
            writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            length = re.search(r"(?i)^content-length: (\d+)", head, re.MULTILINE)
            if not head.startswith("HTTP/1.1 200 ") or length is None:
                raise WrongAnswerError(head.splitlines()[0])
            await reader.readexactly(int(length[1]))
            await asyncio.sleep(_PERIOD)
    finally:
        writer.close()
