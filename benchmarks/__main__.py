"""Measure the program beside its peers; print one table, write it as JSON and plot the runs."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks.browser import chromium
from benchmarks.figures import Figure
from benchmarks.fleet import Fleet
from benchmarks.history import add_run
from benchmarks.make_many import SIZES, make_sizes
from benchmarks.measurements import (
    choices,
    first_map,
    first_visitor,
    map_data,
    paced,
    processes,
    processor,
    published,
    publishing,
    steps,
)
from benchmarks.measurements.sessions import Sessions
from benchmarks.page import page
from benchmarks.report import table, told

RESULTS = Path(__file__).with_name("results.json")
HISTORY = Path(__file__).with_name("history.jsonl")
PLOTS = Path(__file__).with_name("history.html")
PARTS = (
    "sessions",
    "processor",
    "paced",
    "first-map",
    "steps",
    "choices",
    "first-visitor",
    "map-data",
    "published",
)
"""In their order; what the sessions leave behind is weighed at the end."""
ON_REQUEST = ("processes", "publishing")
"""What the ten minutes have no room for."""

Part = Callable[[], Iterator[Figure]]


def main() -> int:
    """Run the parts; 1 when a figure is over its limit."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--only", choices=PARTS + ON_REQUEST, action="append", help="only this part"
    )
    parser.add_argument("--quick", action="store_true", help="few rounds, to try the benchmark")
    asked = parser.parse_args()
    figures: list[Figure] = []
    seconds: dict[str, float] = {}

    def run(name: str, part: Part) -> None:
        begin = time.monotonic()
        figures.extend(part())
        seconds[name] = time.monotonic() - begin
        print(f"{name}: {seconds[name]:.0f} s", file=sys.stderr, flush=True)

    _run_parts(asked.only or PARTS, asked.quick, run)
    print(table(figures))
    run_told = told(figures, seconds)
    RESULTS.write_text(json.dumps(run_told, indent=2) + "\n", encoding="utf-8")
    if not asked.quick:
        PLOTS.write_text(page(add_run(HISTORY, run_told)), encoding="utf-8")
    print(f"\nwritten to {RESULTS.parent.name}/{RESULTS.name} in {sum(seconds.values()):.0f} s")
    return int(any(figure.verdict == "OVER" for figure in figures))


def _run_parts(
    wanted: list[str] | tuple[str, ...], quick: bool, run: Callable[[str, Part], None]
) -> None:
    """The sessions before any browser is there, and their last figures when all else is done."""
    with ExitStack() as stack:
        folders = make_sizes(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        smallest = folders[SIZES[0]]
        fleet = stack.enter_context(Fleet(folders))
        sessions = stack.enter_context(Sessions(smallest, quick))
        if "sessions" in wanted:
            run("sessions", sessions.measure)
        if "processor" in wanted:
            run("processor", lambda: processor.measure(fleet, quick))
        if "paced" in wanted:
            run("paced", lambda: paced.measure(fleet, quick))
        if "processes" in wanted:
            run("processes", lambda: processes.measure(smallest, quick))
        if "publishing" in wanted:
            most = SIZES[-1]
            run("publishing", lambda: publishing.measure(folders[most], most, quick))
        browser_parts: dict[str, Part] = {
            "first-map": lambda: first_map.measure(browser, fleet, quick),
            "steps": lambda: steps.measure(browser, fleet, quick),
            "choices": lambda: choices.measure(browser, fleet, quick),
            "published": lambda: published.measure(browser, fleet, folders, quick),
            "first-visitor": lambda: first_visitor.measure(browser, smallest, quick),
        }
        if browser_parts.keys() & set(wanted):
            with chromium() as browser:
                for name, part in browser_parts.items():
                    if name in wanted:
                        run(name, part)
        if "map-data" in wanted:
            run("map-data", lambda: map_data.measure(fleet))
        if "sessions" in wanted:
            run("sessions afterwards", sessions.measure_afterwards)


if __name__ == "__main__":
    sys.exit(main())
