"""The program in a process of its own, as ``make run`` starts it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from partner_map.settings import PROJECT_FOLDER
from partner_map.tables import read_dataset

START_SECONDS: Final = 60
STOP_SECONDS: Final = 20
SAVE_SECONDS: Final = 20
ASK_SECONDS: Final = 0.05
SERVES: Final = b"URL:"
"""What Streamlit's line has that tells where it serves."""


class Server:
    """The program on a folder of tables, at a free port of this machine."""

    def __init__(
        self, folder: Path, base: str = "", environment: Mapping[str, str] | None = None
    ) -> None:
        """``environment`` is what the process has besides ours."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.folder = folder
        self.base = base
        self._environment = dict(environment or {})
        self.url = f"http://127.0.0.1:{self.port}/{base}".rstrip("/")
        self.begin()

    def begin(self) -> None:
        """Start, or start again at the same URL."""
        command = [sys.executable, "-m", "streamlit", "run", "app.py"]
        command += ["--server.port", str(self.port), "--server.address", "127.0.0.1"]
        command += ["--server.baseUrlPath", self.base] if self.base else []
        self.process = subprocess.Popen(
            command,
            cwd=PROJECT_FOLDER,
            env=os.environ | {"PARTNER_MAP_DATA": str(self.folder)} | self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self._lines: list[bytes] = []
        self._told = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        """Read what the process says, so that it is never held up by a full pipe."""
        assert self.process.stdout is not None
        with self.process.stdout as output:
            for line in output:
                self._lines.append(line)
                if SERVES in line:
                    self._told.set()
        self._told.set()

    def wait(self) -> None:
        """Wait until the server serves.

        Raises:
            AssertionError: It ended, or took too long.
        """
        self._told.wait(START_SECONDS)
        try:
            urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=START_SECONDS).close()
        except OSError as error:
            raise AssertionError(f"the server did not start:\n{self.stop()}") from error

    def stop(self) -> str:
        """End the process; returns all that it said."""
        self.process.terminate()
        self.process.wait(STOP_SECONDS)
        self._reader.join(STOP_SECONDS)
        return b"".join(self._lines).decode(errors="replace")


class LentServer:
    """One server for many tests, each with tables of its own: its folder is a link to theirs."""

    def __init__(self, link: Path, first: Path) -> None:
        self._link = link
        link.symlink_to(first, target_is_directory=True)
        self.server = Server(link)
        self.server.wait()

    def lend(self, folder: Path) -> Server:
        """Serve these tables, which have no faults; returns once they are served."""
        other = self._link.with_suffix(".new")
        other.symlink_to(folder, target_is_directory=True)
        other.replace(self._link)
        version = read_dataset(folder).version
        deadline = time.monotonic() + SAVE_SECONDS
        pause = threading.Event()
        while (served := self._served()) != ("ok", version):
            assert time.monotonic() < deadline, f"{served} is served, not {version}"
            pause.wait(ASK_SECONDS)
        return self.server

    def _served(self) -> tuple[str, str]:
        """How the server is, and the version of its data."""
        with urllib.request.urlopen(f"{self.server.url}/healthz") as answer:
            health = json.load(answer)
        return health["status"], health["version"]
