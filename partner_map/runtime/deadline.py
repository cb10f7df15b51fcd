"""Calls that may never come back, such as reading from a network drive that is gone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from partner_map.errors import PartnerMapError

_Result = TypeVar("_Result")


class TookTooLongError(PartnerMapError):
    """Raised when a call has not come back in time; it goes on in its thread."""


class Deadline:
    """Makes one call at a time, in a thread of its own, and waits so many seconds for it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._going_on: Future[Any] | None = None

    def call(self, function: Callable[[], _Result]) -> _Result:
        """What the function gives.

        Raises:
            TookTooLongError: It has not come back in time, or the one before has not yet.
        """
        if self._going_on is not None and not self._going_on.done():
            raise TookTooLongError("the call before has not come back yet")
        result: Future[_Result] = Future()
        self._going_on = result
        threading.Thread(target=_run, args=(function, result), daemon=True).start()
        try:
            return result.result(self._seconds)
        except TimeoutError as error:
            if result.done():
                raise
            raise TookTooLongError(f"no answer within {self._seconds:g} s") from error


def _run(function: Callable[[], _Result], result: Future[_Result]) -> None:
    try:
        result.set_result(function())
    except BaseException as error:  # whatever it is, it belongs to the one who called
        result.set_exception(error)
