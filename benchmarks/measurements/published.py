"""The published pages, given by nginx: first map, bytes, a step, a crowd, a slow phone."""

from __future__ import annotations

import asyncio
import datetime
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.apps import FLOOR, OURS, PUBLISHED, START_YEAR, STOCK, App
from benchmarks.browser import first_picture, milliseconds_to_paint, new_context, open_page, watch
from benchmarks.figures import Figure, Limit, Reading, by_app, median_of
from benchmarks.fleet import Fleet
from benchmarks.make_many import SIZES
from benchmarks.nginx import is_there, served_by_nginx
from benchmarks.rounds import rounds
from benchmarks.wire import Wire
from partner_map.server.streamlit_host import text_font
from partner_map.site.loads import loads_of
from partner_map.site.pages import Publication, loaded_files, pages_of
from partner_map.site.standing import standing_in
from partner_map.site.writer import write_site
from partner_map.tables import read_dataset

_ROUNDS, _SECONDS = 8, 25
_STEPS = 20
_SETTLING = 300  # milliseconds
_VISITORS = 1000
_SLOW = {
    "offline": False,
    "latency": 150,  # milliseconds
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
"""Lighthouse's "slow 4G"."""
_SLOWER = 4
_NAMED = re.compile(rb'(?:src|href)="([^"]+\.(?:js|css|svg))"')
_SHIFTS = """() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 500);
})"""


def measure(
    browser: Browser, fleet: Fleet, folders: dict[int, Path], quick: bool
) -> Iterator[Figure]:
    """Nothing where there is no nginx."""
    if not is_there():
        return
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        for size in (SIZES[0], SIZES[-1]):
            _publish_map(folders[size], root / str(size) / "miasta")
        (root / "run").mkdir()
        with served_by_nginx(root / str(SIZES[0]), root / "run") as url:
            yield from _first_map(browser, fleet, url, 2 if quick else _ROUNDS)
            yield _step(browser, url, SIZES[0], 16)
            yield _crowd(url)
            yield from _slow_phone(browser, fleet, url, 1 if quick else 3)
        with served_by_nginx(root / str(SIZES[-1]), root / "run") as url:
            yield _step(browser, url, SIZES[-1], 33)


def _publish_map(tables: Path, folder: Path) -> None:
    """The map's page of some tables with all that it loads; the other pages are not looked at."""
    dataset, today = read_dataset(tables), datetime.date.today()
    loads = loads_of(dataset, today, text_font(), standing_in(folder))
    publication = Publication(dataset, "https://example.org/miasta/", today, text_font(), loads)
    the_map = next(pages_of(publication))
    write_site(folder, [*loaded_files(publication), the_map], loads.made_from)


def _first_map(browser: Browser, fleet: Fleet, url: str, most: int) -> Iterator[Figure]:
    times: dict[str, list[float]] = defaultdict(list)
    sizes: dict[str, list[float]] = defaultdict(list)
    requests: list[float] = []
    floor = fleet.server(FLOOR, SIZES[0]).url
    for number in rounds(most + 1, _SECONDS):
        for app, address in ((PUBLISHED, url), (FLOOR, floor)):
            with new_context(browser, app) as context:
                page = context.new_page()
                wire = Wire(page)
                asked = _requests_of(page)
                time = open_page(page, app, address)
                page.wait_for_timeout(_SETTLING)
                if number:
                    times[_column(app)].append(time)
                    sizes[_column(app)].append(wire.bytes)
                    if app is PUBLISHED:
                        requests.append(len(asked))
    limit = Limit(0.35, median_of(times[FLOOR.name]), "the floor")
    yield Figure("published: first map, empty cache", "ms", by_app(times), limit)
    yield Figure("published: bytes of the first map", "bytes", by_app(sizes), Limit(260_000))
    asked_for = {OURS.name: median_of(requests)}
    yield Figure("published: requests of the first map", "", asked_for, Limit(12))


def _requests_of(page: Page) -> list[str]:
    """The URLs that a page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def _step(browser: Browser, url: str, partners: int, most: float) -> Figure:
    """A key on the slider, from its own time stamp to the paint of map and text."""
    times = []
    with new_context(browser, PUBLISHED) as context:
        page = context.new_page()
        open_page(page, PUBLISHED, url)
        page.get_by_role("slider").focus()
        for number in range(_STEPS + 1):
            watch(page, PUBLISHED, START_YEAR + number + 1)
            page.keyboard.press("ArrowRight")
            time = milliseconds_to_paint(page)
            page.wait_for_timeout(_SETTLING)
            if number:
                times.append(time)
    name = f"published: step to paint, {partners:,} partners"
    return Figure(name, "ms", {OURS.name: median_of(times)}, Limit(most))


def _crowd(url: str) -> Figure:
    """So many visitors at once, each with all that the first map needs; those that failed."""
    # A loop of its own: that of this thread is the browser's.
    with ThreadPoolExecutor(1) as alone:
        failed = alone.submit(asyncio.run, _visit_all(url)).result()
    name = f"published: failures, {_VISITORS:,} visitors at once"
    return Figure(name, "", {OURS.name: Reading(failed, failed, failed, 1)}, Limit(0))


async def _visit_all(url: str) -> int:
    page = await _get(url)
    assert page is not None
    urls = [url, *(urljoin(url, name.decode()) for name in set(_NAMED.findall(page)))]

    async def visit() -> bool:
        return all([await _get(one) for one in urls])

    visits = await asyncio.gather(*(visit() for _ in range(_VISITORS)))
    return visits.count(False)


async def _get(url: str) -> bytes | None:
    """The body of a good answer, over a connection of its own; None for any other."""
    parts = urlsplit(url)
    try:
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        ask = f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n"
        writer.write(ask.encode())
        answer = await reader.read()
        writer.close()
    except OSError:
        return None
    head, _, body = answer.partition(b"\r\n\r\n")
    return body if head.startswith(b"HTTP/1.1 200 ") and body else None


def _slow_phone(browser: Browser, fleet: Fleet, url: str, most: int) -> Iterator[Figure]:
    """A phone with a quarter of the processor on slow 4G, with an empty cache."""
    times: dict[str, list[float]] = defaultdict(list)
    shifts: list[float] = []
    pictures: list[float] = []
    live, stock = (fleet.server(app, SIZES[0]).url for app in (OURS, STOCK))
    for _ in range(most):
        for app, address in ((PUBLISHED, url), (OURS, live), (STOCK, stock)):
            with new_context(browser, app) as context:
                page = context.new_page()
                page.set_viewport_size({"width": 390, "height": 844})
                _slow_down(context, page)
                time = open_page(page, app, address)
                times[app.name].append(time)
                if app is OURS:
                    pictures.append(first_picture(page))
                if app is PUBLISHED:
                    shifts.append(float(page.evaluate(_SHIFTS)))
    stock_reading = median_of(times[STOCK.name])
    for told, app, limit in (("published", PUBLISHED, Limit(2500)), ("live", OURS, None)):
        readings = {OURS.name: median_of(times[app.name]), STOCK.name: stock_reading}
        yield Figure(f"{told}: first map on a slow phone", "ms", readings, limit)
    readings = {OURS.name: median_of(pictures), STOCK.name: stock_reading}
    yield Figure("live: first picture on a slow phone", "ms", readings)
    yield Figure("published: shift of the layout", "", {OURS.name: median_of(shifts)}, Limit(0))


def _slow_down(context: BrowserContext, page: Page) -> None:
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", _SLOW)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})


def _column(app: App) -> str:
    """The column of an app in the table: the published pages are ours."""
    return OURS.name if app is PUBLISHED else app.name
