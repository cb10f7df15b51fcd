"""Servers of Streamlit apps, each in a process and on a free port of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from partner_map.settings import PROJECT_FOLDER

_START_SECONDS = 90
_OPTIONS = (
    *("--server.address", "127.0.0.1"),
    *("--server.headless", "true"),
    *("--server.fileWatcherType", "none"),
    *("--browser.gatherUsageStats", "false"),
)


@dataclass(frozen=True)
class Server:
    """A running server."""

    url: str
    port: int
    process: int
    base: str = ""
    """The path of its root, without a slash at its end."""


@contextmanager
def served(
    entry: Path, environment: Mapping[str, str] | None = None, base: str = ""
) -> Iterator[Server]:
    """Serve an app on 127.0.0.1, with the settings beside it alone, until the block is left.

    ``base`` is the path of its root, ``/mapa`` or the like.
    """
    port = _free_port()
    options = [*_OPTIONS, "--server.port", str(port), "--server.baseUrlPath", base.lstrip("/")]
    with tempfile.TemporaryDirectory() as state:
        own = {"PARTNER_MAP_STATE": state, "PYTHONPATH": str(PROJECT_FOLDER)}
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(entry), *options],
            cwd=entry.parent,
            env=os.environ | own | dict(environment or {}),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            url = f"http://127.0.0.1:{port}{base}"
            _wait_for(url, process)
            yield Server(url, port, process.pid, base)
        finally:
            process.terminate()
            process.wait(20)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while True:
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=1).close()
        except OSError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
