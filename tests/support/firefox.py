"""Firefox without a window, steered over WebDriver BiDi (W3C), which it speaks itself."""

from __future__ import annotations

import base64
import json
import os
import re
from contextlib import ExitStack
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import Any, Final

from websockets.sync.client import connect

from tests.support.engine import PATIENCE, Engine, ScriptError, Sources, started

PROGRAMS: Final = ("firefox-esr", "firefox")
OPTIONS: Final = ("--headless", "--no-remote", "--remote-debugging-port", "0")
CENTIMETRES_OF_A4: Final = {"width": 21.0, "height": 29.7}
BROKEN_OFF: Final = ("NS_BINDING_ABORTED",)
"""What Firefox tells of a load that the page itself gave up, as when it is left."""
NOWHERE: Final = "127.0.0.1"
SETTINGS: Final[dict[str, object]] = {
    # Whatever is not of this machine goes to a proxy that is not there.
    "network.proxy.type": 1,
    "network.proxy.http": NOWHERE,
    "network.proxy.http_port": 9,
    "network.proxy.ssl": NOWHERE,
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "network.proxy.allow_hijacking_localhost": False,
    "network.trr.mode": 5,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.search.update": False,
    "browser.region.network.url": "",
    "browser.startup.homepage": "about:blank",
    "browser.startup.page": 0,
    "browser.newtabpage.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.update.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.server": "",
    # One process for all pages is warm for the next of them.
    "dom.ipc.processCount": 1,
    "dom.ipc.processPrelaunch.enabled": False,
    "fission.autostart": False,
    "browser.download.useDownloadDir": True,
    "browser.download.folderList": 2,
    "browser.download.alwaysOpenPanel": False,
    "intl.accept_languages": "pl, en",
}


BLOCKED_WEBASSEMBLY = "blocked WebAssembly"
"""In the console alone: Streamlit's long numbers try it, and do without where they may not."""


class Firefox(Engine):
    """Firefox on a profile of its own."""

    def __init__(self, program: str, folder: Path, **settings: object) -> None:
        """A Firefox with these settings added to those that all tests share."""
        super().__init__(folder)
        self._program = program
        self._settings = SETTINGS | {"browser.download.dir": str(self.folder)} | settings
        self._number = 0
        self._errors: list[str] = []

    def with_settings(self, folder: Path, **settings: object) -> Firefox:
        """Another of the same program, in a folder of its own and with other settings."""
        return Firefox(self._program, folder, **settings)

    def begin(self, life: ExitStack) -> None:
        """Start the program and connect to it."""
        profile = self.folder / "profile"
        profile.mkdir()
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
            for name, value in self._settings.items()
        ]
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        process = Popen(
            [self._program, "--profile", str(profile), *OPTIONS],
            env=os.environ | {"HOME": str(self.folder), "TZ": "Europe/Warsaw"},
            stdout=DEVNULL,
            stderr=PIPE,
            text=True,
        )
        url = _address(started(life, process))
        self._socket = life.enter_context(connect(f"{url}/session", max_size=None, proxy=None))
        self._ask("session.new", capabilities={})
        self._tab = self._ask("browsingContext.getTree")["contexts"][0]["context"]
        events = ["log.entryAdded", "network.responseCompleted", "network.fetchError"]
        self._ask("session.subscribe", events=events)

    def _ask(self, method: str, **parameters: object) -> Any:
        """Give a command and wait for its answer; what happens meanwhile is noted."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters}
        self._socket.send(json.dumps(command))
        while True:
            answer = json.loads(self._socket.recv(timeout=2 * PATIENCE))
            if answer.get("id") == self._number:
                break
            self._note(answer)
        if answer["type"] == "error":
            raise ScriptError(f"{method}: {answer['error']}: {answer['message']}")
        return answer["result"]

    def _note(self, event: dict[str, Any]) -> None:
        """Keep an event that tells of something wrong."""
        told = event.get("params", {})
        match event.get("method"):
            case "log.entryAdded" if told["level"] == "error":
                self._errors.append(f"console: {told['text']}")
            case "network.responseCompleted" if told["response"]["status"] >= 400:
                self._errors.append(f"{told['response']['status']} {told['response']['url']}")
            case "network.fetchError" if told["errorText"] not in BROKEN_OFF:
                self._errors.append(f"{told['errorText']} {told['request']['url']}")

    def _of_tab(self, method: str, **parameters: object) -> Any:
        return self._ask(f"browsingContext.{method}", context=self._tab, **parameters)

    def open(self, url: str) -> None:
        """Go to a page and wait until it has loaded."""
        self._of_tab("navigate", url=url, wait="complete")

    def reload(self) -> None:
        """Load the page anew."""
        self._of_tab("reload", wait="complete")

    def back(self) -> None:
        """Go back a step in the history."""
        self._of_tab("traverseHistory", delta=-1)

    def evaluate(self, function: str, *arguments: object) -> Any:
        """What a JavaScript function answers, its promise awaited."""
        answer = self._ask(
            "script.callFunction",
            functionDeclaration="async ($told) => JSON.stringify("
            f"(await ({function})(...JSON.parse($told))) ?? null)",
            arguments=[{"type": "string", "value": json.dumps(arguments)}],
            awaitPromise=True,
            target={"context": self._tab},
            userActivation=False,
        )
        if answer["type"] == "exception":
            raise ScriptError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def act(self, sources: Sources) -> None:
        """Do these actions."""
        self._ask("input.performActions", context=self._tab, actions=sources)

    def resize(self, width: int, height: int) -> None:
        """Give the page this room, in CSS pixels."""
        self._of_tab("setViewport", viewport={"width": width, "height": height})

    def print(self) -> bytes:
        """The page on A4 as a PDF, by the rules of its own style."""
        answer = self._of_tab("print", page=CENTIMETRES_OF_A4, background=False)
        return base64.b64decode(answer["data"])

    def errors(self) -> list[str]:
        """What went wrong since it was last asked: errors in the console, failed answers."""
        self.evaluate("() => null")  # what was told before its answer has then come
        told = [one for one in self._errors if BLOCKED_WEBASSEMBLY not in one]
        self._errors = []
        return told


def _address(process: Popen[str]) -> str:
    """Where it listens, as it says itself."""
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search(r"BiDi listening on (ws://\S+)", line):
            return found[1]
    raise AssertionError("Firefox has ended")
