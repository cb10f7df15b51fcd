"""The thread that follows the tables while pages are served.

It looks at the files' times and sizes twice a second, which works on network drives too.
A new city without coordinates is looked up in the offline gazetteer by a process of its
own, so that the gazetteer never lies in the server's memory. A server that may not write among the
tables leaves that to another one, so that of several on one folder one alone does it.
"""

from __future__ import annotations

import datetime
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from partner_map import clock, overview, settings
from partner_map.log import event
from partner_map.model import Dataset
from partner_map.runtime import memory
from partner_map.runtime.publishing import Publisher
from partner_map.runtime.recording import Recorder
from partner_map.runtime.store import Store, store

_LOG = logging.getLogger(__name__)
POLL_SECONDS: Final = 0.5
"""A save is taken when the files have rested this long."""
COLLECT_SECONDS: Final = 30.0
"""The time between two collections of the sessions that have ended."""
_STOP_SECONDS: Final = 5.0


@contextmanager
def watching() -> Iterator[Publisher | None]:
    """Follow the tables for as long as the block runs; gives who publishes, if anyone does."""
    site = settings.site_folder()
    publisher = None if site is None else Publisher(site, settings.tables_folder())
    stopped = threading.Event()
    thread = threading.Thread(
        target=_watch, args=(store(), publisher, stopped), name="tables", daemon=True
    )
    thread.start()
    try:
        yield publisher
    finally:
        stopped.set()
        thread.join(_STOP_SECONDS)


def _watch(tables: Store, publisher: Publisher | None, stopped: threading.Event) -> None:
    lookup = Lookup(settings.tables_folder())
    recorder = Recorder(tables)
    shown = tables.current().dataset
    prepared = _day_of(shown)
    collected_at = time.monotonic()
    while not stopped.wait(POLL_SECONDS):
        try:
            dataset = tables.poll().dataset
            if dataset is not None:
                recorder.follow(dataset)
            if dataset is not shown or _day_of(dataset) != prepared:
                shown, prepared = dataset, _day_of(dataset)
                if dataset is not None:
                    overview.prepare(dataset, clock.today(dataset.town))
                memory.collect_and_freeze()
            if time.monotonic() - collected_at >= COLLECT_SECONDS:
                memory.collect()
                collected_at = time.monotonic()
            if dataset is not None:
                lookup.follow(dataset)
                if publisher is not None:
                    publisher.follow(dataset)
        except Exception:  # whatever it is, the next look may go well
            _LOG.exception("The tables could not be looked at", extra=event("look-failed"))
    lookup.stop()
    if publisher is not None:
        publisher.stop()


def _day_of(dataset: Dataset | None) -> datetime.date | None:
    """The day on which the data are shown."""
    return None if dataset is None else clock.today(dataset.town)


class Lookup:
    """Has the geocoder look up the cities that lack coordinates, once for each state of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()  # the look-up has another working directory
        self._process: subprocess.Popen[str] | None = None
        self._asked: frozenset[tuple[str, ...]] = frozenset()

    def follow(self, dataset: Dataset) -> None:
        """Start a look-up where one is due; report one that has ended."""
        if self._process is not None:
            if self._process.poll() is None:
                return
            told, _ = self._process.communicate()
            level = logging.INFO if self._process.returncode == 0 else logging.WARNING
            _LOG.log(
                level,
                "Looked up the cities without coordinates:\n%s",
                told.strip(),
                extra=event("cities-looked-up"),
            )
            self._process = None
        lacking = frozenset(
            (partner.id, partner.country, partner.own_name, *partner.name.values())
            for partner in dataset.partners
            if partner.coordinate is None
        )
        if lacking <= self._asked:
            return
        self._asked = lacking
        if not os.access(self._folder, os.W_OK):
            _LOG.info(
                "Cities lack coordinates, and this server may not write them down.",
                extra=event("cities-left-to-others"),
            )
            return
        self._process = subprocess.Popen(
            [sys.executable, "-m", "partner_map", "geocode", "--data", str(self._folder)],
            cwd=settings.PROJECT_FOLDER,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )

    def stop(self) -> None:
        """End a look-up that still runs."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(_STOP_SECONDS)
