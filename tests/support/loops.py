"""Event loops for tests beside a browser's, whose own loop runs in the test's thread."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

_Result = TypeVar("_Result")


def run_alone(work: Coroutine[Any, Any, _Result]) -> _Result:
    """What a coroutine gives, run to its end in a thread and a loop of its own."""
    with ThreadPoolExecutor(max_workers=1) as threads:
        return threads.submit(asyncio.run, work).result()
