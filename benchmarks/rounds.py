"""How often a round is repeated, within a share of the ten minutes."""

from __future__ import annotations

import time
from collections.abc import Iterator

_AT_LEAST = 2


def rounds(most: int, seconds: float) -> Iterator[int]:
    """Number the rounds: so many at most, and no new one after so many seconds."""
    end = time.monotonic() + seconds
    for number in range(most):
        if number >= _AT_LEAST and time.monotonic() > end:
            return
        yield number
