"""The first picture and the first full paint of a page on a warm server, and the bytes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from playwright.sync_api import Browser

from benchmarks.apps import APPS, FLOOR, OURS
from benchmarks.browser import first_picture, new_context, open_page
from benchmarks.figures import Figure, Limit, by_app, median_of
from benchmarks.fleet import Fleet
from benchmarks.make_many import SIZES
from benchmarks.rounds import rounds
from benchmarks.wire import Wire

_ROUNDS = 8
_SECONDS = 40
_SETTLING = 500  # milliseconds

_Samples = dict[str, list[float]]


def measure(browser: Browser, fleet: Fleet, quick: bool) -> Iterator[Figure]:
    """In each round every app is opened with an empty cache, and again with the full one."""
    empty: _Samples = defaultdict(list)
    full: _Samples = defaultdict(list)
    sizes: _Samples = defaultdict(list)
    full_sizes: _Samples = defaultdict(list)
    pictures: _Samples = defaultdict(list)
    for number in rounds((2 if quick else _ROUNDS) + 1, _SECONDS):
        for app in APPS:
            url = fleet.server(app, SIZES[0]).url
            with new_context(browser, app) as context:
                for times, taken in ((empty, sizes), (full, full_sizes)):
                    page = context.new_page()
                    wire = Wire(page)
                    time = open_page(page, app, url)
                    page.wait_for_timeout(_SETTLING)
                    if number:  # the first round warms up
                        times[app.name].append(time)
                        taken[app.name].append(wire.bytes)
                        if app is OURS and times is empty:
                            pictures[app.name].append(first_picture(page))
                    page.close()
    limit = Limit(1.4, median_of(empty[FLOOR.name]), "the floor")
    text = Limit(0.3, limit.base, "the floor's text")
    yield Figure("first picture, empty cache", "ms", by_app(pictures), text)
    yield Figure("first map, empty cache", "ms", by_app(empty), limit)
    yield Figure("first map, full cache", "ms", by_app(full))
    yield Figure("bytes of the first load, empty cache", "bytes", by_app(sizes))
    yield Figure("bytes of the first load, full cache", "bytes", by_app(full_sizes))
