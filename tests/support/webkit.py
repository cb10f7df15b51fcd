"""WebKitGTK's small browser on a screen of its own, steered over WebDriver (W3C)."""

from __future__ import annotations

import json
import os
import socket
import threading
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import Any, Final

from tests.support.engine import ASK_SECONDS, PATIENCE, Engine, ScriptError, Sources, started

DRIVER: Final = "WebKitWebDriver"
SCREEN: Final = "Xvfb"
BROWSERS: Final = "*/webkit2gtk-4.*/MiniBrowser"
"""Where Debian has it below /usr/lib, in a folder of the kind of machine."""
START_SECONDS: Final = 60
ROOM: Final = "1800x1400x24"
"""The screen in pixels and bits of colour; larger than any window of a test."""
NO_ROOM: Final = (
    "window * { margin: 0; padding: 0; border-width: 0; min-width: 0; min-height: 0;"
    " font-size: 4px; -gtk-icon-transform: scale(0.1); }"
)
"""A style for the window's bars, which are wider than a phone."""
ENVIRONMENT: Final = {
    "GDK_BACKEND": "x11",
    "LANGUAGE": "pl",
    "LIBGL_ALWAYS_SOFTWARE": "1",
    "NO_AT_BRIDGE": "1",
    "TZ": "Europe/Warsaw",
    "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
}
FAILED: Final = """() => [window, ...Array.from(frames)].flatMap((place) =>
  place.performance.getEntriesByType('resource').filter(({ responseStatus }) =>
    responseStatus >= 400).map(({ name, responseStatus }) => `${responseStatus} ${name}`))"""


def browsers() -> list[Path]:
    """Each MiniBrowser that is installed, the newest last."""
    return sorted(Path("/usr/lib").glob(BROWSERS))


class WebKit(Engine):
    """WebKitGTK's MiniBrowser in a home of its own."""

    def __init__(self, browser: Path, folder: Path) -> None:
        super().__init__(folder)
        self._browser = browser
        self._session = ""

    def begin(self, life: ExitStack) -> None:
        """Start a screen, the driver and the browser."""
        style = self.folder / ".config" / "gtk-3.0" / "gtk.css"
        style.parent.mkdir(parents=True)
        style.write_text(NO_ROOM, encoding="utf-8")
        screen = Popen(
            [SCREEN, "-displayfd", "1", "-screen", "0", ROOM, "-nolisten", "tcp"],
            stdout=PIPE,
            stderr=DEVNULL,
            text=True,
        )
        display = started(life, screen).stdout
        assert display is not None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        driver = Popen(
            [DRIVER, f"--port={port}", "--host=127.0.0.1"],
            env=os.environ
            | ENVIRONMENT
            | {
                "DISPLAY": f":{display.readline().strip()}",
                "HOME": str(self.folder),
            },
            stdout=DEVNULL,
            stderr=DEVNULL,
            text=True,
        )
        started(life, driver)
        self._root = f"http://127.0.0.1:{port}"
        self._wait_for_driver()
        options = {"binary": str(self._browser), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        answer = self._ask("POST", "session", capabilities=wanted)
        self._session = f"session/{answer['sessionId']}"
        life.callback(self._ask, "DELETE", self._session)
        self._of_session("POST", "timeouts", script=2000 * PATIENCE, pageLoad=2000 * PATIENCE)

    def _wait_for_driver(self) -> None:
        """Wait until the driver answers."""
        deadline, pause = time.monotonic() + START_SECONDS, threading.Event()
        while True:
            try:
                self._ask("GET", "status")
                return
            except urllib.error.URLError:
                assert time.monotonic() < deadline, "the driver does not answer"
                pause.wait(ASK_SECONDS)

    def _ask(self, method: str, path: str, **parameters: object) -> Any:
        """Give a command and wait for its answer."""
        body = json.dumps(parameters).encode() if method == "POST" else None
        request = urllib.request.Request(f"{self._root}/{path}", data=body, method=method)
        try:
            with urllib.request.urlopen(request, timeout=3 * PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            told = json.load(error)["value"]
            raise ScriptError(f"{path}: {told['error']}: {told['message']}") from error

    def _of_session(self, method: str, path: str, **parameters: object) -> Any:
        return self._ask(method, f"{self._session}/{path}", **parameters)

    def open(self, url: str) -> None:
        """Go to a page and wait until it has loaded."""
        self._of_session("POST", "url", url=url)

    def reload(self) -> None:
        """Load the page anew."""
        self._of_session("POST", "refresh")

    def back(self) -> None:
        """Go back a step in the history."""
        self._of_session("POST", "back")

    def evaluate(self, function: str, *arguments: object) -> Any:
        """What a JavaScript function answers, its promise awaited."""
        script = f"""const [$told, $done] = arguments;
            Promise.resolve().then(() => ({function})(...JSON.parse($told))).then(
              (answer) => $done(JSON.stringify([answer ?? null, null])),
              (error) => $done(JSON.stringify([null, String(error)])))"""
        told = self._of_session(
            "POST", "execute/async", script=script, args=[json.dumps(arguments)]
        )
        answer, error = json.loads(told)
        if error is not None:
            raise ScriptError(error)
        return answer

    def act(self, sources: Sources) -> None:
        """Do these actions."""
        self._of_session("POST", "actions", actions=sources)

    def resize(self, width: int, height: int) -> None:
        """Give the page this room, in CSS pixels."""
        rect = self._of_session("GET", "window/rect")
        inner = self.evaluate("() => [innerWidth, innerHeight]")
        self._of_session(
            "POST",
            "window/rect",
            x=0,
            y=0,
            width=width + rect["width"] - inner[0],
            height=height + rect["height"] - inner[1],
        )
        self.wait("(...room) => room[0] === innerWidth && room[1] === innerHeight", width, height)

    def errors(self) -> list[str]:
        """The failed answers of the page that is open; of its console no driver tells."""
        return list(self.evaluate(FAILED))
