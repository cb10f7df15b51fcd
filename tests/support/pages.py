"""What browser tests do on a page, and what they look for there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from re import Pattern
from typing import Any

from babel.messages.pofile import read_po
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Frame,
    FrameLocator,
    Locator,
    Page,
    Route,
    WebSocket,
    expect,
)
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from partner_map.settings import PROJECT_FOLDER

HOSTILE = (
    "{{ cycler.__init__.__globals__.os.mkdir('stolen') }} {% raw %} ${alert(1)} `x` "
    "</script><script>window.stolen=1</script> <img src=x onerror='window.stolen=1'> "
    '\\ "\'" ![x](https://foreign.example/x.png) :red[x] :smile: '
    "www.foreign.example https://foreign.example/"
)
"""A cell that would run on the server, run in the browser or ask a third-party host."""
STOLEN = PROJECT_FOLDER / "stolen"
"""The folder that the hostile cell would make on the server."""
CATALOGUE = PROJECT_FOLDER / "partner_map/i18n/locale/pl/LC_MESSAGES/partner_map.po"
SAID = """() => [...document.querySelectorAll('*')].flatMap((element) => [
    ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name)),
    ...[...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data),
]).filter(Boolean).map((text) => text.trim())"""
"""All words of a page, those of its attributes too."""


PATIENCE = 40_000  # milliseconds
QUIET = 400  # milliseconds, more than the page's scripts wait for what belongs together
STILL = """(() => {
  const style = new CSSStyleSheet();
  style.replaceSync(`[data-testid^=stSkeleton], [data-testid=stAppSkeleton] * {
    animation: none !important;
  }`);
  document.adoptedStyleSheets = [style];
})()"""
"""Stops the pulse of Streamlit's placeholders: while a page loads, the machine would draw little
but them.
"""


def new_context(browser: Browser, **options: Any) -> BrowserContext:
    """A browser that remembers nothing, in Poland, with a desk's window unless told otherwise."""
    place: dict[str, Any] = {"locale": "pl-PL", "timezone_id": "Europe/Warsaw"}
    desk: dict[str, Any] = {"viewport": {"width": 1400, "height": 900}}
    context = browser.new_context(**(place | desk | options))
    context.set_default_timeout(20_000)
    context.add_init_script(STILL)
    return context


def english_only() -> set[str]:
    """The English sentences of the catalogue whose Polish is another."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="pl")
    entries = [entry for entry in catalogue if isinstance(entry.id, str) and entry.id]
    return {str(entry.id) for entry in entries if entry.string != entry.id}


def map_of(page: Page) -> FrameLocator:
    """The map's frame."""
    return page.frame_locator("iframe")


def open_page(page: Page, url: str) -> None:
    """Open the page and wait until the map is drawn."""
    page.goto(url)
    map_of(page).locator("[data-ready=true]").wait_for()


def language_menu(page: Page) -> Locator:
    """The button of the header behind which the languages lie; it is called as the one that is on.

    Its name has the word for languages before it once the page's script has come.
    """
    return page.locator("[class*=st-key-languages-] button").first


def choose_language(page: Page, name: str) -> None:
    """Change to a language by its own name."""
    language_menu(page).click()
    page.get_by_role("button", name=name, exact=True).click()


def drawn(page: Page, attribute: str, value: str | Pattern[str]) -> None:
    """Wait until the map tells this of what it draws."""
    expect(map_of(page).locator("[data-ready]")).to_have_attribute(attribute, value)


def until(page: Page | Frame, condition: str, argument: object = None) -> None:
    """Wait until a function of the page's gives true, looked at once a frame.

    Playwright's own waiting evaluates text in the page, which its policy forbids.
    """
    page.evaluate(
        f"""(argument) => new Promise((done, fail) => {{
          setTimeout(() => fail(new Error("waited in vain")), {PATIENCE});
          const look = () => (({condition})(argument) ? done() : requestAnimationFrame(look));
          look();
        }})""",
        argument,
    )


def hold_back(page: Page, address: str | Pattern[str]) -> Callable[[], None]:
    """Keep the files of these addresses from the page; gives what lets them come."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    def let_come() -> None:
        assert held, f"the page asked for nothing like {address}"
        for route in held:
            route.continue_()
        page.unroute(address)

    page.route(address, hold)
    return let_come


def put_story(page: Page) -> None:
    """Put a story, of Cēsis, beside the list, as the page has both until one of them goes."""
    page.evaluate(
        """() => {
          const sheet = document.createElement("div");
          sheet.className = "st-key-sheet";
          sheet.innerHTML = "<button>Back</button><h2>Cēsis</h2>";
          document.querySelector(".st-key-aside").append(sheet);
        }"""
    )


def rest(page: Page) -> None:
    """Wait until the server has run the page and nothing of it has changed for a while."""
    page.evaluate(
        f"""() => new Promise((done, fail) => {{
          setTimeout(() => fail(new Error("waited in vain")), {PATIENCE});
          let timer;
          const look = () => {{
            if (document.querySelector("[data-test-script-state=notRunning]")) done();
            else again();
          }};
          const again = () => {{
            clearTimeout(timer);
            timer = setTimeout(look, {QUIET});
          }};
          const all = {{ attributes: true, characterData: true, childList: true, subtree: true }};
          new MutationObserver(again).observe(document, all);
          again();
        }})"""
    )


class Wire:
    """Counts the bytes that come over the page's websocket, and the script runs and the kinds of
    elements that they tell of.
    """

    def __init__(self, page: Page) -> None:
        self.bytes = 0
        self.runs = 0
        self.finished = 0
        self.elements: Counter[str] = Counter()
        page.on("websocket", self._follow)

    def rest(self) -> None:
        """Wait until every run of the script has told that it is over."""
        while self.finished < self.runs:
            self.socket.wait_for_event("framereceived")

    def _follow(self, socket: WebSocket) -> None:
        self.socket = socket
        socket.on("framereceived", self._count)

    def _count(self, payload: str | bytes) -> None:
        self.bytes += len(payload)
        message = ForwardMsg()
        message.ParseFromString(payload if isinstance(payload, bytes) else payload.encode())
        self.runs += message.WhichOneof("type") == "new_session"
        if message.WhichOneof("type") == "delta" and message.delta.HasField("new_element"):
            self.elements[str(message.delta.new_element.WhichOneof("type"))] += 1
        self.finished += message.WhichOneof("type") == "script_finished"
