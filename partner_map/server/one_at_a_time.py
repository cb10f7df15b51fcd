"""Work that is heavy: off the event loop, one piece at a time, and no long queue before it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_Result = TypeVar("_Result")


class BusyError(Exception):
    """Raised when too much waits already."""


class OneAtATime:
    """A thread for heavy work, which leaves the others to the light."""

    def __init__(self, name: str, most_waiting: int) -> None:
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._most_waiting = most_waiting
        self._waiting = 0

    async def run(self, work: Callable[[], _Result]) -> _Result:
        """What the work gives, when its turn has come; to be asked on the event loop.

        Raises:
            BusyError: So much waits already that it is not worth waiting.
        """
        if self._waiting > self._most_waiting:
            raise BusyError
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._worker, work)
        finally:
            self._waiting -= 1
