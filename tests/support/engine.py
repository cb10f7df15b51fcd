"""A real browser as tests use it, whichever engine draws its pages.

An engine says how it opens, evaluates, acts, draws and prints; what a visitor does with
mouse, keys and fingers is the same for all, in the form of the W3C's WebDriver actions.
"""

from __future__ import annotations

import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from subprocess import Popen
from typing import Any, Final, Self

PATIENCE: Final = 30
"""Seconds in which a page shows what it is asked for."""
ASK_SECONDS: Final = 0.05
REST_SECONDS: Final = 0.3
"""In which a page that is still being laid out has moved something."""
KEYS: Final = {
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "End": "\ue010",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Home": "\ue011",
    "PageDown": "\ue00f",
    "PageUp": "\ue00e",
    "Tab": "\ue004",
}
"""The W3C's code of each key that has a name."""
FIND: Final = """(role, name) => {
  const plain = {
    button: 'button', dialog: 'dialog', heading: 'h1, h2, h3', link: 'a[href]',
    slider: 'input[type=range]', textbox: 'input[type=text]',
  };
  const label = (one) => one.ownerDocument.getElementById(one.getAttribute('aria-labelledby'));
  const named = (one) =>
    one.getAttribute('aria-label') ?? (label(one) ?? one).textContent.trim();
  const selector = [`[role=${role}]`, plain[role]].filter(Boolean).join(', ');
  const frames = [...document.querySelectorAll('iframe')].filter((one) => one.contentDocument);
  const places = [[document, null], ...frames.map((one) => [one.contentDocument, one])];
  for (const [place, frame] of places) {
    for (const element of place.querySelectorAll(selector)) {
      if (named(element).startsWith(name) && element.checkVisibility({ visibilityProperty: true }))
        return { element, frame };
    }
  }
  return null;
}"""
"""The first visible element of a role whose name begins so, on the page or in the map."""
PLACE: Final = f"""(role, name) => {{
  const {{ element, frame }} = ({FIND})(role, name);
  const seen = element.getBoundingClientRect();
  const outer = frame?.getBoundingClientRect() ?? {{ top: 0 }};
  if (outer.top + seen.top < 0 || outer.top + seen.bottom > innerHeight)
    element.scrollIntoView({{ block: 'center', behavior: 'instant' }});
  const {{ left, top, width, height }} = element.getBoundingClientRect();
  const around = frame?.getBoundingClientRect();
  const [x, y] = around ? [around.left + frame.clientLeft, around.top + frame.clientTop] : [0, 0];
  return [x + left + width / 2, y + top + height / 2];
}}"""
"""The middle of that element in the window, in CSS pixels, once it is scrolled into sight."""
FRAMES: Final = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => done())))"""
"""Waits until what the page shows is on the screen."""
MAP: Final = "document.querySelector('iframe')?.contentDocument?.querySelector('[data-ready]')"

Point = tuple[float, float]
"""From the left and from the top of the window, in CSS pixels."""
Sources = list[dict[str, Any]]
"""The W3C's WebDriver actions: what each device does, tick by tick."""


class ScriptError(Exception):
    """The page answered with an error, or was left for another while it was asked."""


class Engine(ABC):
    """A browser with one tab, which lives as long as its context."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        """Its own home, in which downloads arrive."""

    def __enter__(self) -> Self:
        """Start it."""
        with ExitStack() as life:
            self.begin(life)
            self._life = life.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self._life.close()

    @abstractmethod
    def begin(self, life: ExitStack) -> None:
        """Start it, and leave with its life what is to be ended with it."""

    @abstractmethod
    def open(self, url: str) -> None:
        """Go to a page and wait until it has loaded."""

    @abstractmethod
    def reload(self) -> None:
        """Load the page anew."""

    @abstractmethod
    def back(self) -> None:
        """Go back a step in the history."""

    @abstractmethod
    def evaluate(self, function: str, *arguments: object) -> Any:
        """What a JavaScript function answers, its promise awaited.

        Raises:
            ScriptError: It threw, or the page was left meanwhile.
        """

    @abstractmethod
    def act(self, sources: Sources) -> None:
        """Do these actions."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Give the page this room, in CSS pixels."""

    @abstractmethod
    def errors(self) -> list[str]:
        """What went wrong since it was last asked: errors in the console, failed answers."""

    def wait(self, function: str, *arguments: object) -> Any:
        """Wait until a function answers with something, also over a change of the page.

        Raises:
            AssertionError: It did not within its time.
        """
        deadline = time.monotonic() + PATIENCE
        pause = threading.Event()
        answer: object = None
        while time.monotonic() < deadline:
            try:
                answer = self.evaluate(function, *arguments)
            except ScriptError as error:
                answer = error
            else:
                if answer:
                    return answer
            pause.wait(ASK_SECONDS)
        shown = self.evaluate("() => document.body.innerText.slice(0, 500)")
        raise AssertionError(f"{function} {arguments}: {answer!r}\n{shown}")

    def shows(self, role: str, name: str) -> None:
        """Wait until an element of this role, whose name begins so, can be seen."""
        self.wait(f"(role, name) => ({FIND})(role, name) !== null", role, name)

    def drawn(self, name: str, value: str) -> None:
        """Wait until the map tells this of what it draws."""
        self.wait(f"(name, value) => {MAP}?.getAttribute(name) === value", name, value)

    def address(self, ending: str) -> None:
        """Wait until the address ends so."""
        self.wait("(ending) => location.href.endsWith(ending)", ending)

    def downloaded(self, name: str) -> bytes:
        """Wait for a download whose name is like this; its contents.

        Raises:
            AssertionError: It did not come within its time.
        """
        deadline, pause = time.monotonic() + PATIENCE, threading.Event()
        while time.monotonic() < deadline:
            for path in self.folder.glob(name):
                if (found := path.read_bytes()) and not list(self.folder.glob("*.part")):
                    path.unlink()
                    return found
            pause.wait(ASK_SECONDS)
        raise AssertionError(f"{name} is not among {list(self.folder.iterdir())}")

    def place(self, role: str, name: str) -> Point:
        """Where the middle of an element is, in the window, once it is there and in sight."""
        self.shows(role, name)
        x, y = self.at_rest(PLACE, role, name)
        return x, y

    def at_rest(self, function: str, *arguments: object) -> Any:
        """What a function answers once it answers the same again, as when a page has come to rest.

        Raises:
            AssertionError: It did not within its time.
        """
        pause, before = threading.Event(), None
        for _ in range(round(PATIENCE / REST_SECONDS)):
            try:
                answer = self.evaluate(function, *arguments)
            except ScriptError as error:  # what it asked for is being replaced
                answer = str(error)
            else:
                if answer == before:
                    return answer
            before = answer
            pause.wait(REST_SECONDS)
        raise AssertionError(f"{function} {arguments} does not come to rest: {before!r}")

    def click(self, role: str, name: str) -> None:
        """Click an element."""
        self.click_at(self.place(role, name))

    def click_at(self, point: Point) -> None:
        """Click a point of the window."""
        self.drag([point])

    def focus(self, role: str, name: str) -> None:
        """Give an element the focus."""
        self.shows(role, name)
        self.evaluate(
            f"""(role, name) => {{
              const {{ element, frame }} = ({FIND})(role, name);
              frame?.contentWindow.focus();
              element.focus();
            }}""",
            role,
            name,
        )

    def press(self, *keys: str) -> None:
        """Press keys one after another, letters or names, once one sees what they act on."""
        self.evaluate(FRAMES)
        codes = [KEYS.get(key, key) for key in keys]
        strokes = [{"type": kind, "value": code} for code in codes for kind in ("keyDown", "keyUp")]
        self.act([{"type": "key", "id": "keys", "actions": strokes}])

    def drag(self, points: Sequence[Point]) -> None:
        """Press the mouse at the first point, move it along the others and let go."""
        self.act([_pointer("mouse", "mouse", points)])

    def touch(self, *fingers: Sequence[Point]) -> None:
        """Put fingers down at their first points, move them along the others and lift them."""
        self.act([_pointer("touch", f"finger {n}", path) for n, path in enumerate(fingers)])

    def turn_wheel(self, point: Point, down: int) -> None:
        """Turn the wheel over a point, by so many CSS pixels."""
        x, y = map(round, point)
        turn = {"type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": down}
        self.act([{"type": "wheel", "id": "wheel", "actions": [turn]}])


def started(life: ExitStack, process: Popen[str]) -> Popen[str]:
    """A process that is ended with a life."""
    life.enter_context(process)
    life.callback(process.terminate)
    return process


def _pointer(kind: str, name: str, points: Sequence[Point]) -> dict[str, Any]:
    """A pointer that goes down at the first point and up at the last."""
    moves = [
        {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0 if n == 0 else 30}
        for n, (x, y) in enumerate(points)
    ]
    down, up = ({"type": f"pointer{way}", "button": 0} for way in ("Down", "Up"))
    actions = [moves[0], down, *moves[1:], up]
    return {
        "type": "pointer",
        "id": name,
        "parameters": {"pointerType": kind},
        "actions": actions,
    }
