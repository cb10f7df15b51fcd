"""A step of the timeline in Chromium: from the key to the paint, and its bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from benchmarks.apps import FEATURE_GROUP, FLOOR, OURS, START_YEAR, STOCK, App
from benchmarks.browser import milliseconds_to_paint, new_context, open_page, watch
from benchmarks.figures import Figure, Limit, by_app, median_of
from benchmarks.fleet import Fleet
from benchmarks.make_many import SIZES
from benchmarks.rounds import rounds
from benchmarks.wire import Wire

_MAX_BYTES = 8192
_BASE = SIZES[0]
_SETTLING = 300  # milliseconds
_LAST_YEAR = 2025  # the current year is told as today, not by its number
_ROUNDS = 16
_SECONDS = {8: 18, 80: 12, 800: 15, 8000: 25}
_PEER_ROUNDS = {8: 16, 80: 6, 800: 3, 8000: 1}
"""In so many of the rounds the peers take part that render all lines at each step."""


@dataclass
class Walker:
    """A page that walks through the years, and what its steps took and brought."""

    app: App
    page: Page
    wire: Wire
    year: int = START_YEAR
    way: int = 1

    def step(self) -> tuple[float, int]:
        """Go a year on, or back from either end; gives milliseconds and bytes."""
        if not START_YEAR <= self.year + self.way <= _LAST_YEAR:
            self.way = -self.way
        self.year += self.way
        self.page.bring_to_front()
        before = self.wire.bytes
        watch(self.page, self.app, self.year)
        self.page.keyboard.press("ArrowRight" if self.way > 0 else "ArrowLeft")
        time = milliseconds_to_paint(self.page)
        self.page.wait_for_timeout(_SETTLING)
        return time, self.wire.bytes - before


def measure(browser: Browser, fleet: Fleet, quick: bool) -> Iterator[Figure]:
    """Each size in turn; in every round the floor and ours at the smallest size take part."""
    for partners in SIZES:
        yield from _measure_size(browser, fleet, partners, 2 if quick else _ROUNDS)


def _measure_size(
    browser: Browser, fleet: Fleet, partners: int, most_rounds: int
) -> Iterator[Figure]:
    times: dict[str, list[float]] = defaultdict(list)
    sizes: dict[str, list[float]] = defaultdict(list)
    base = f"ours at {_BASE}"
    with ExitStack() as stack:

        def walker(app: App, size: int) -> Walker:
            context = stack.enter_context(new_context(browser, app))
            page = context.new_page()
            wire = Wire(page)
            open_page(page, app, fleet.server(app, size).url)
            page.get_by_role("slider").focus()
            return Walker(app, page, wire)

        walkers = {OURS.name: walker(OURS, partners), FLOOR.name: walker(FLOOR, _BASE)}
        if partners != _BASE:
            walkers[base] = walker(OURS, _BASE)
        peers = {app.name: walker(app, partners) for app in (STOCK, FEATURE_GROUP)}
        repeated = walkers | (peers if _PEER_ROUNDS[partners] > 1 else {})
        for one in repeated.values():
            one.step()
        for number in rounds(most_rounds, _SECONDS[partners]):
            with_peers = number < _PEER_ROUNDS[partners]
            for name, one in (walkers | (peers if with_peers else {})).items():
                time, size = one.step()
                times[name].append(time)
                sizes[name].append(size)
    limit = Limit(1.0, median_of(times[FLOOR.name]), "the floor") if partners == _BASE else None
    if partners == SIZES[-1]:
        limit = Limit(1.2, median_of(times[base]), base)
    times.pop(base, None)
    sizes.pop(base, None)
    yield Figure(f"step to paint, {partners:,} partners", "ms", by_app(times), limit)
    yield Figure(f"bytes a step, {partners:,} partners", "bytes", by_app(sizes), Limit(_MAX_BYTES))
