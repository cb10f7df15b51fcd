"""What is said of the machine's clock."""

from __future__ import annotations

import datetime


def clock_words(behind: datetime.datetime | None) -> str:
    """``ok``, or what an operator should do about a clock that says this moment (UTC)."""
    if behind is None:
        return "ok"
    told = behind.isoformat(timespec="seconds")
    return f"behind: it says {told}, before this program was released; set the machine's clock"
