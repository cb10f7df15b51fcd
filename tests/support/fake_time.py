"""Another time for a process that is started by a test, by Debian's libfaketime."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from pathlib import Path

LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
"""The library, where it is installed."""

_SLEEP = str(Path(__file__).parent / "real_sleep")


class FakeTime:
    """What a process takes for the time; it goes on from what was set last."""

    def __init__(self, file: Path, moment: datetime.datetime) -> None:
        self._file = file
        self.set(moment)

    def set(self, moment: datetime.datetime) -> None:
        """Let it be this moment now."""
        ahead = (moment - datetime.datetime.now(datetime.UTC)).total_seconds()
        new = self._file.with_suffix(".new")
        new.write_text(f"{ahead:+.3f}\n")
        new.replace(self._file)

    @property
    def environment(self) -> Mapping[str, str]:
        """What the process is started with; what it waits for is measured in real seconds."""
        return {
            "LD_PRELOAD": str(LIBRARY),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "PYTHONPATH": os.pathsep.join(filter(None, (_SLEEP, os.environ.get("PYTHONPATH")))),
        }
