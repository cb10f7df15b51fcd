"""How a running server is, in a small file that the command ``status`` reads.

Each process writes one of its own into the state folder, under the name of the machine and the
number of the process, every few seconds and whole; it goes with the server. What a server that
was killed has left is passed over and cleared away. The file holds numbers and times alone, and
nothing of any one visitor.
"""

from __future__ import annotations

import datetime
import json
import logging
import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from partner_map import clock, settings
from partner_map.disk import read_start, write_private
from partner_map.log import event
from partner_map.runtime import store
from partner_map.runtime.publishing import Publisher
from partner_map.runtime.traffic import Usage, traffic

_LOG = logging.getLogger(__name__)
REPORT_SECONDS: Final = 5.0
"""The time from one report to the next."""
SILENT_SECONDS: Final = 30.0
"""A server that has told nothing for so long stands still."""
_STOP_SECONDS: Final = 5.0
_FOLDER: Final = "running"
_MAX_BYTES: Final = 65_536
_MOMENTS: Final = ("begun", "told", "saved", "published")
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9-]")


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """What a server tells of itself. Moments are in UTC, sizes in bytes."""

    host: str
    """The name of the machine, or of the container."""
    process: int
    url: str
    """Where a browser of its machine finds it."""
    begun: datetime.datetime
    told: datetime.datetime
    """When all this was so."""
    usage: Usage
    memory: int | None
    """What the process has in memory; None where the system does not say."""
    disk_free: int | None
    """Of the drive with the state folder."""
    saved: datetime.datetime | None
    """When the tables that are shown were taken over; None where none are shown."""
    faults: int
    """Those that keep a later save from being shown."""
    published: datetime.datetime | None
    """When the last publishing ended; None before one has, and where the server publishes none."""
    is_published: bool
    """Whether that one went well."""

    def is_silent(self, now: datetime.datetime) -> bool:
        """Whether it has told nothing for too long."""
        return (now - self.told).total_seconds() > SILENT_SECONDS

    def as_json(self) -> dict[str, Any]:
        """The same for programs, moments in ISO 8601."""
        return {
            name: value.isoformat(timespec="seconds")
            if isinstance(value, datetime.datetime)
            else value
            for name, value in asdict(self).items()
        }


def running_folder(state: Path) -> Path:
    """Where the servers of a state folder write how they are."""
    return state / _FOLDER


def status_now(url: str, begun: datetime.datetime, publisher: Publisher | None) -> ServerStatus:
    """How this process is."""
    loaded = store.current()
    last = None if publisher is None else publisher.last
    return ServerStatus(
        host=socket.gethostname(),
        process=os.getpid(),
        url=url,
        begun=begun,
        told=clock.machine_now(),
        usage=traffic().usage(time.monotonic()),
        memory=_memory(),
        disk_free=_free(settings.state_folder()),
        saved=None if loaded.dataset is None else loaded.dataset.loaded,
        faults=len(loaded.faults),
        published=None if last is None else last.ended,
        is_published=last is not None and last.is_good,
    )


def _memory() -> int | None:
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return None
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


@contextmanager
def reporting(url: str, publisher: Publisher | None) -> Iterator[None]:
    """Tell how the server is for as long as the block runs."""
    stopped = threading.Event()
    told = threading.Thread(
        target=_report, args=(url, publisher, stopped), name="status", daemon=True
    )
    told.start()
    try:
        yield
    finally:
        stopped.set()
        told.join(_STOP_SECONDS)


def _report(url: str, publisher: Publisher | None, stopped: threading.Event) -> None:
    folder = running_folder(settings.state_folder())
    host = _UNSAFE.sub("_", socket.gethostname())
    file = folder / f"{host}.{os.getpid()}.json"
    begun = clock.machine_now()
    failed = ""
    while True:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            told = status_now(url, begun, publisher).as_json()
            write_private(file, json.dumps(told).encode())
            clear_away(folder)
            failed = ""
        except Exception as error:  # the map is served all the same
            if str(error) != failed:
                _LOG.exception("The status cannot be told", extra=event("status-not-told"))
            failed = str(error)
        if stopped.wait(REPORT_SECONDS):
            break
    with suppress(OSError):
        file.unlink(missing_ok=True)


def servers(state: Path) -> list[ServerStatus]:
    """How the servers of a state folder are, that of the longest running first.

    Raises:
        PermissionError: They are told to another user alone.
    """
    try:
        files = [file for file in running_folder(state).iterdir() if file.suffix == ".json"]
    except (FileNotFoundError, NotADirectoryError):
        return []
    told = [one for one in map(_read, files) if one is not None]
    return sorted((one for one in told if _runs(one)), key=lambda one: one.begun)


def _runs(server: ServerStatus) -> bool:
    """Whether a server is still there; one on another machine is while it tells something."""
    if server.host == socket.gethostname() and os.name != "nt":  # Windows ends what is asked so
        return _is_alive(server.process)
    return not server.is_silent(clock.machine_now())


def _read(file: Path) -> ServerStatus | None:
    """What a server has told; None where it has gone, or a file is none of its."""
    try:
        told = json.loads(read_start(file, _MAX_BYTES))
        for name in _MOMENTS:
            if told[name] is not None:
                told[name] = datetime.datetime.fromisoformat(told[name])
        return ServerStatus(**told | {"usage": Usage(**told["usage"])})
    except PermissionError:
        raise
    except (OSError, ValueError, TypeError, KeyError):
        return None


def clear_away(folder: Path) -> None:
    """Remove what servers have left that are no more, or that tell nothing any longer."""
    for file in folder.glob("*.json*"):
        with suppress(OSError):  # another server has removed it
            if time.time() - file.stat().st_mtime > SILENT_SECONDS:
                status = _read(file)
                if status is None or not _runs(status):
                    file.unlink()


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True  # it is another user's
    return True
