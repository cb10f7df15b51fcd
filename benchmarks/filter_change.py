"""How long a filter of the exchanges page takes, with the project's data and at size.

    .venv/bin/python -m benchmarks.filter_change [ROUNDS]

Both are measured in one Chromium, turn by turn: from a touch on a type of exchange until
the map and the table below it are drawn. It prints the medians in milliseconds and their ratio.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks.apps import OURS
from benchmarks.browser import chromium, milliseconds_to_paint, new_context, open_page, watch
from benchmarks.figures import Reading, median_of
from benchmarks.make_many import make
from benchmarks.serving import served
from partner_map.settings import PROJECT_FOLDER

SETTLING = 500  # milliseconds
EXCHANGES = replace(OURS, answer=".st-key-exchange-table", query="lang=en")


def main(rounds: int) -> None:
    """Measure, turn by turn, and print."""
    with ExitStack() as stack:
        many = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "many"
        make(many)
        browser = stack.enter_context(chromium())
        folders = {"own data": PROJECT_FOLDER / "data", "at size": many}
        pages = {name: _open(stack, browser, folder) for name, folder in folders.items()}
        times: dict[str, list[float]] = {name: [] for name in pages}
        for number in range(rounds + 2):
            for name, page in pages.items():
                time = _change(page)
                if number > 1:  # one change there and back warms up
                    times[name].append(time)
    readings = {name: median_of(samples) for name, samples in times.items()}
    for name, reading in readings.items():
        print(f"{name}: {_words(reading)}")
    print(f"ratio: {readings['at size'].value / readings['own data'].value:.2f}")


def _open(stack: ExitStack, browser: Browser, folder: Path) -> Page:
    """The exchanges page with its kinds in sight."""
    server = stack.enter_context(served(OURS.entry, {"PARTNER_MAP_DATA": str(folder)}))
    page = stack.enter_context(new_context(browser, EXCHANGES)).new_page()
    open_page(page, EXCHANGES, f"{server.url}/wymiany")
    page.get_by_role("button", name="Kind").first.click()
    return page


def _change(page: Page) -> float:
    page.bring_to_front()
    kinds = page.locator("[class*=st-key-exchange-types]")
    watch(page, EXCHANGES)
    kinds.get_by_role("button", name="schools").click()
    time = milliseconds_to_paint(page)
    page.wait_for_timeout(SETTLING)
    return time


def _words(reading: Reading) -> str:
    return f"{reading.value:.0f} ms, quartiles {reading.low:.0f} and {reading.high:.0f}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
