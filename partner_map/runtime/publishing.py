"""The site, published anew after each good save by a process of its own.

So neither its memory nor its time is the server's, and a site that cannot be made leaves the one
that stands.
"""

from __future__ import annotations

import datetime
import logging
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from partner_map import clock, settings
from partner_map.log import event
from partner_map.model import Dataset

_LOG = logging.getLogger(__name__)
_STOP_SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True)
class Publishing:
    """How the last publishing went."""

    ended: datetime.datetime
    version: str
    """Of the tables."""
    is_good: bool


class Publisher:
    """Publishes into a folder whenever the data or the day are others."""

    def __init__(self, folder: Path, tables: Path) -> None:
        self._folder, self._tables = folder.absolute(), tables.absolute()
        self._process: subprocess.Popen[str] | None = None
        self._running: tuple[str, datetime.date] | None = None
        self._done: tuple[str, datetime.date] | None = None
        self.last: Publishing | None = None

    def follow(self, dataset: Dataset) -> None:
        """Start a publishing where one is due; report one that has ended."""
        if self._process is not None:
            if self._process.poll() is None:
                return
            self.finish()
        due = (dataset.version, clock.today(dataset.town))
        if due == self._done:
            return
        self._running = due
        url = settings.site_url() or dataset.town.accessibility.url
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-m", "partner_map", "publish", str(self._folder)),
                *("--url", url, "--data", str(self._tables)),
            ],
            cwd=settings.PROJECT_FOLDER,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )

    @property
    def is_at_work(self) -> bool:
        """Whether a publishing has begun that is not reported yet."""
        return self._process is not None

    def finish(self) -> None:
        """Wait for the publishing that runs, and report it."""
        if self._process is None:
            return
        told, _ = self._process.communicate()
        is_good = self._process.returncode == 0
        self._process = None
        assert self._running is not None
        self._done = self._running  # another try would end as this one did
        self.last = Publishing(clock.now(), self._running[0], is_good)
        if is_good:
            _LOG.info("Published the site:\n%s", told.strip(), extra=event("site-published"))
        else:
            _LOG.warning(
                "The site could not be published:\n%s", told.strip(), extra=event("site-refused")
            )

    def stop(self) -> None:
        """End a publishing that still runs."""
        if self._process is not None:
            self._process.terminate()
            self._process.communicate(timeout=_STOP_SECONDS)
            self._process = None
