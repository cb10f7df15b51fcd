"""A simulated day of visitors: what it leaves in the server's memory and in the page's.

    .venv/bin/python benchmarks/kiosk_day.py [--sessions 500] [--interactions 2000] [--resets 10]

The visitors are real sessions of the server over its websocket, with steps of the
timeline; the kiosk whose resets are measured is a real Chromium. Prints one line a figure, and ends
with 1 when the server grew by more than 20 MB or the page's heap by more than 20%.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

PROJECT = Path(__file__).resolve().parent.parent
SETTLING_SESSIONS = 100
MOST_GROWTH = 20.0  # MB
MOST_HEAP = 1.2  # share of the heap at the start
START_SECONDS = 60
CITIES = ("hranice", "pisogne", "cesis", "denzlingen", "krzemieniec")


@contextmanager
def server() -> Iterator[tuple[str, int]]:
    """The program on a free port: its address and the process's number."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with tempfile.TemporaryDirectory() as state:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "streamlit", "run", "app.py"),
                *("--server.address", "127.0.0.1", "--server.port", port),
            ],
            cwd=PROJECT,
            env=os.environ | {"PARTNER_MAP_STATE": state},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(address)
            yield address, process.pid
        finally:
            process.terminate()
            process.wait(20)


def wait_for(address: str) -> None:
    """Until the server answers."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=1).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def resident_megabytes(process: int) -> float:
    """The process's resident memory."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def visit(port: int, steps: int) -> None:
    """One visitor: a session of its own over the websocket, so many steps, and gone."""
    with connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
    ) as socket:
        slider, fragment = run(socket, ClientState(query_string="mode=kiosk"))
        for step in range(steps):
            state = ClientState(query_string="mode=kiosk", fragment_id=fragment)
            moved = state.widget_states.widgets.add(id=slider)
            moved.double_array_value.data.append(1990 + step * 7 % 35)
            run(socket, state)


def run(socket: ClientConnection, state: ClientState) -> tuple[str, str]:
    """Have the page's script run; gives the slider's id and its fragment's."""
    socket.send(BackMsg(rerun_script=state).SerializeToString())
    slider = fragment = ""
    while True:
        message = ForwardMsg()
        message.ParseFromString(bytes(socket.recv(START_SECONDS, decode=False)))
        element = message.delta.new_element
        if element.WhichOneof("type") == "slider":
            slider, fragment = element.slider.id, message.delta.fragment_id
        if message.WhichOneof("type") == "script_finished":
            if not slider:
                raise RuntimeError("the page's script drew no timeline")
            return slider, fragment


def open_kiosk(page: Page, address: str) -> None:
    """Open the start and wait until the map is drawn."""
    page.goto(f"{address}/?mode=kiosk")
    page.frame_locator("iframe").locator("[data-ready=true]").wait_for()


def use(page: Page, steps: int) -> None:
    """Years and cities in turn, each drawn before the next."""
    drawn = page.frame_locator("iframe")
    slider = page.get_by_role("slider")
    for step in range(steps):
        if step % 2:
            city = CITIES[step // 2 % len(CITIES)]
            drawn.locator(".partner-label").nth(CITIES.index(city)).press("Enter")
            drawn.locator("[data-selected]:not([data-selected=''])").wait_for()
        else:
            year = int(slider.input_value()) - 1
            slider.press("ArrowLeft")
            drawn.locator(f"[data-year='{year}']").wait_for()


def heap_megabytes(page: Page) -> float:
    """The page's heap, collected."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("HeapProfiler.collectGarbage")
    used = float(devtools.send("Runtime.getHeapUsage")["usedSize"])
    devtools.detach()
    return used / 1e6


def main() -> int:
    """Let a day pass and tell what it left."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sessions", type=int, default=500)
    parser.add_argument("--interactions", type=int, default=2000)
    parser.add_argument("--resets", type=int, default=10)
    asked = parser.parse_args()
    steps = -(-asked.interactions // asked.sessions)
    with server() as (address, process):
        port = int(address.rpartition(":")[2])
        for _ in range(min(SETTLING_SESSIONS, asked.sessions)):
            visit(port, steps)
        settled = resident_megabytes(process)
        print(f"server after settling: {settled:.1f} MB", flush=True)
        started = time.monotonic()
        for number in range(1, asked.sessions + 1):
            visit(port, steps)
            if number % 100 == 0:
                now = resident_megabytes(process)
                print(f"server after {number} sessions: {now:.1f} MB", flush=True)
        growth = resident_megabytes(process) - settled
        took = time.monotonic() - started
        print(
            f"server's growth in {asked.sessions} sessions, {asked.sessions * steps} "
            f"interactions: {growth:.1f} MB in {took:.0f} s",
            flush=True,
        )
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"),
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            )
            heaps = list(heaps_after_resets(browser, address, asked.resets))
            browser.close()
    worst = max(heap / heaps[0] for heap in heaps)
    print("page's heap at the start and after each reset, MB:", *(f"{heap:.1f}" for heap in heaps))
    print(f"page's heap at most {worst:.2f} of its start")
    return int(growth > MOST_GROWTH or worst > MOST_HEAP)


def heaps_after_resets(browser: Browser, address: str, resets: int) -> Iterator[float]:
    """The page's heap at its start, and after each visitor who went away without a word."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.clock.install()
    open_kiosk(page, address)
    page.wait_for_load_state("networkidle")
    yield heap_megabytes(page)
    for _ in range(resets):
        use(page, 6)
        page.clock.fast_forward(91_000)
        page.get_by_role("alertdialog").wait_for()
        page.evaluate("document.documentElement.dataset.before = 'yes'")
        page.clock.fast_forward(21_000)
        page.locator("html:not([data-before])").wait_for(state="attached")
        page.frame_locator("iframe").locator("[data-ready=true]").wait_for()
        page.wait_for_load_state("networkidle")
        yield heap_megabytes(page)


if __name__ == "__main__":
    sys.exit(main())
