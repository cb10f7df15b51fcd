"""The servers of a measurement: an app with tables of a size, started when asked for."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from benchmarks.apps import App
from benchmarks.serving import Server, served


class Fleet:
    """Starts a server of each app and size at most once, and stops them all at its end."""

    def __init__(self, folders: Mapping[int, Path]) -> None:
        self._folders = folders
        self._servers: dict[tuple[str, int], Server] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Fleet:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stack.close()

    def server(self, app: App, partners: int) -> Server:
        """The server of an app with so many partners."""
        if (app.name, partners) not in self._servers:
            environment = {**app.environment, "PARTNER_MAP_DATA": str(self._folders[partners])}
            server = self._stack.enter_context(served(app.entry, environment))
            self._servers[app.name, partners] = server
        return self._servers[app.name, partners]
