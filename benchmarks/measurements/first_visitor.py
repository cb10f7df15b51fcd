"""The first visitor after a start beside those who come after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.apps import FLOOR, OURS
from benchmarks.browser import new_context, open_page
from benchmarks.figures import Figure, Limit, by_app, median_of
from benchmarks.rounds import rounds
from benchmarks.serving import served

_ROUNDS = 5
_SECONDS = 25
_VISITORS_AFTER = 2


def measure(browser: Browser, folder: Path, quick: bool) -> Iterator[Figure]:
    """Ours and the floor are started in turn; every visitor comes with an empty cache."""
    first: dict[str, list[float]] = defaultdict(list)
    after: dict[str, list[float]] = defaultdict(list)
    for _ in rounds(1 if quick else _ROUNDS, _SECONDS):
        for app in (OURS, FLOOR):
            with served(app.entry, {"PARTNER_MAP_DATA": str(folder)}) as server:
                for number in range(1 + _VISITORS_AFTER):
                    with new_context(browser, app) as context:
                        time = open_page(context.new_page(), app, server.url)
                    (after if number else first)[app.name].append(time)
    base = median_of(after[OURS.name])
    limit = Limit(1.3, base, "those after")
    yield Figure("first visitor after a start: first map", "ms", by_app(first), limit)
    yield Figure("visitors after: first map", "ms", by_app(after))
