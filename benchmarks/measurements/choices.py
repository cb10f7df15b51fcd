"""Two other steps in Chromium: a filter by country, and the choice of a city on the map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack

from playwright.sync_api import Browser, Page

from benchmarks.apps import MAP_APPS, OURS, App
from benchmarks.browser import milliseconds_to_paint, new_context, open_page, watch
from benchmarks.figures import Figure, by_app
from benchmarks.fleet import Fleet
from benchmarks.make_many import SIZES
from benchmarks.rounds import rounds

_ROUNDS = 10
_SECONDS = 20
_SETTLING = 400  # milliseconds
_CITIES = ("Miasto 1", "Miasto 2")

# Where a dot of the peers' maps stands in the frame, by the name in its tooltip's HTML.
_PLACE_OF_DOT = """(frame, name) => {
    const { map } = frame.contentWindow;
    const dots = Object.values(map._layers).filter((layer) => layer.getTooltip?.());
    const dot = dots.find((layer) => layer.getTooltip().getContent().includes(name));
    const { x, y } = map.latLngToContainerPoint(dot.getLatLng());
    return [x, y];
}"""


def measure(browser: Browser, fleet: Fleet, quick: bool) -> Iterator[Figure]:
    """Each app in turn filters and clears, and chooses one city and another."""
    filtered: dict[str, list[float]] = defaultdict(list)
    chosen: dict[str, list[float]] = defaultdict(list)
    with ExitStack() as stack:
        pages: dict[App, Page] = {}
        for app in MAP_APPS:
            page = stack.enter_context(new_context(browser, app)).new_page()
            open_page(page, app, fleet.server(app, SIZES[0]).url)
            pages[app] = page
        for number in rounds((1 if quick else _ROUNDS) + 1, _SECONDS):
            for app, page in pages.items():
                page.bring_to_front()
                filter_time = _filter(page, app)
                choice_time = _choose(page, app, _CITIES[number % len(_CITIES)])
                if number:  # the first round warms up
                    filtered[app.name].append(filter_time)
                    chosen[app.name].append(choice_time)
    yield Figure(f"filter step to paint, {SIZES[0]} partners", "ms", by_app(filtered))
    yield Figure(f"city from click to panel, {SIZES[0]} partners", "ms", by_app(chosen))


def _filter(page: Page, app: App) -> float:
    """Milliseconds to leave one country's partners on map and text; the rest come back."""
    if app is OURS:
        page.get_by_role("button", name="Filtr").click()
    country = page.get_by_role("button", name="Czechy" if app is OURS else "CZ", exact=True)
    times = []
    for _ in ("on", "off"):
        watch(page, app)
        country.click()
        times.append(milliseconds_to_paint(page))
        page.wait_for_timeout(_SETTLING)
    page.keyboard.press("Escape")
    return times[0]


def _choose(page: Page, app: App, city: str) -> float:
    """Milliseconds from a click on the map to the panel; the map itself is not waited for."""
    watch(page, app, with_map=False)
    if app is OURS:
        label = page.frame_locator("iframe").get_by_role("button", name=f"{city}:")
        label.click()
    else:
        frame = page.locator("iframe")
        frame.scroll_into_view_if_needed()
        box = frame.bounding_box()
        x, y = frame.evaluate(_PLACE_OF_DOT, city)
        assert box is not None
        page.mouse.click(box["x"] + x, box["y"] + y)
    time = milliseconds_to_paint(page)
    page.wait_for_timeout(_SETTLING)
    return time
