"""A slow line between a browser and a server of this machine."""

from __future__ import annotations

import asyncio
import threading
from typing import Final

SETTLE_SECONDS: Final = 10


class SlowLine:
    """Hands on what comes over TCP, each part after a delay and in its order.

    Of so many parts one is lost: it comes after another round trip, and all that follows it
    waits, as TCP has it.
    """

    def __init__(self, port: int, delay: float, one_lost_of: int) -> None:
        """``port`` is the server's; ``delay`` are seconds each way."""
        self._port, self._delay, self._one_lost_of = port, delay, one_lost_of
        self._parts = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        starting = asyncio.run_coroutine_threadsafe(
            asyncio.start_server(self._connect, "127.0.0.1", 0), self._loop
        )
        self._server = starting.result(SETTLE_SECONDS)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def close(self) -> None:
        """End the line with all that is on it."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(SETTLE_SECONDS)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(SETTLE_SECONDS)
        self._loop.close()

    async def _end(self) -> None:
        self._server.close()
        tasks = asyncio.all_tasks(self._loop) - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0)  # in which what was broken off is closed

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ends = [writer]
        try:
            await asyncio.sleep(2 * self._delay)  # the handshake
            there, back = await asyncio.open_connection("127.0.0.1", self._port)
            ends.append(back)
            await asyncio.gather(self._carry(reader, back), self._carry(there, writer))
        except asyncio.CancelledError:
            for end in ends:
                end.transport.abort()  # with what is still on its way
            raise
        finally:
            for end in ends:
                end.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        on_the_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        arriving = asyncio.create_task(self._arrive(on_the_way, writer))
        part = b"something"
        while part:
            try:
                part = await reader.read(65536)
            except ConnectionError:
                part = b""
            self._parts += 1
            lost = self._parts % self._one_lost_of == 0
            due = self._loop.time() + self._delay * (3 if lost else 1)
            on_the_way.put_nowait((due, part))
        await arriving

    async def _arrive(
        self, on_the_way: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter
    ) -> None:
        part = b"something"
        while part:
            due, part = await on_the_way.get()
            await asyncio.sleep(due - self._loop.time())
            try:
                writer.write(part)
                await writer.drain()
            except ConnectionError:
                return
        if writer.can_write_eof():
            writer.write_eof()
