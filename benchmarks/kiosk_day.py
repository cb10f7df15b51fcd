"""A simulated day of visitors: what it leaves in the server's memory and in the page's.

    .venv/bin/python -m benchmarks.kiosk_day [--sessions 500] [--interactions 2000] [--resets 10]

The visitors are real sessions of the server over its websocket, with steps of the
timeline; the kiosk whose resets are measured is a real Chromium. Prints one line a figure, and ends
with 1 when the server grew by more than 20 MB or the page's heap by more than 20%.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from benchmarks.apps import OURS
from benchmarks.browser import chromium
from benchmarks.process import resident_megabytes
from benchmarks.serving import served
from benchmarks.visitor import visiting

SETTLING_SESSIONS = 100
MAX_GROWTH = 20.0  # MB
MAX_HEAP = 1.2  # share of the heap at the start
QUERY = "mode=kiosk"
CITIES = ("hranice", "pisogne", "cesis", "denzlingen", "krzemieniec")


async def visit(port: int, steps: int) -> None:
    """One visitor: a session of its own over the websocket, so many steps, and gone."""
    async with visiting(port, QUERY) as visitor:
        for step in range(steps):
            await visitor.step(1990 + step * 7 % 35)


def open_kiosk(page: Page, url: str) -> None:
    """Open the start and wait until the map is drawn."""
    page.goto(f"{url}/?{QUERY}")
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
    with served(OURS.entry) as server:
        port, process = server.port, server.process
        for _ in range(min(SETTLING_SESSIONS, asked.sessions)):
            asyncio.run(visit(port, steps))
        settled = resident_megabytes(process)
        print(f"server after settling: {settled:.1f} MB", flush=True)
        started = time.monotonic()
        for number in range(1, asked.sessions + 1):
            asyncio.run(visit(port, steps))
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
        with chromium() as browser:
            heaps = list(heaps_after_resets(browser, server.url, asked.resets))
    worst = max(heap / heaps[0] for heap in heaps)
    print("page's heap at the start and after each reset, MB:", *(f"{heap:.1f}" for heap in heaps))
    print(f"page's heap at most {worst:.2f} of its start")
    return int(growth > MAX_GROWTH or worst > MAX_HEAP)


def heaps_after_resets(browser: Browser, url: str, resets: int) -> Iterator[float]:
    """The page's heap at its start, and after each visitor who went away without a word."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.clock.install()
    open_kiosk(page, url)
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
