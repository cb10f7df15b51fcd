"""Chromium, and pages in it that tell when they were painted."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.apps import App

_BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chromium-headless-shell",
)
_SCRIPT = Path(__file__).with_name("paint.js")
_TIMEOUT = 120_000  # milliseconds


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium that draws in software and asks nobody."""
    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=options)
        yield browser
        browser.close()


def new_context(browser: Browser, app: App) -> BrowserContext:
    """A browser with an empty cache, whose pages watch for what the app shows."""
    context = browser.new_context(
        viewport={"width": 1400, "height": 900}, locale="pl-PL", timezone_id="Europe/Warsaw"
    )
    context.set_default_timeout(_TIMEOUT)
    shown = json.dumps({"answer": app.answer, "hasMap": app.has_map})
    context.add_init_script(f"{_SCRIPT.read_text(encoding='utf-8')}followPaint({shown});")
    return context


_FIRST_PICTURE = """() => new Promise((done) => {
    new PerformanceObserver((list) => {
        for (const { url, renderTime, startTime } of list.getEntries()) {
            if (url.includes("/map.webp?")) done(renderTime || startTime);
        }
    }).observe({ type: "largest-contentful-paint", buffered: true });
})"""


def first_picture(page: Page) -> float:
    """Milliseconds from the navigation of a page of ours to the paint of its first view's picture,
    be that there still or not.
    """
    return float(page.evaluate(_FIRST_PICTURE))


def open_page(page: Page, app: App, url: str) -> float:
    """Open an app's page; gives the milliseconds from navigation to its first full paint."""
    page.goto(f"{url}?{app.query}", wait_until="commit")
    return float(page.evaluate("window.paint.first"))


def watch(page: Page, app: App, year: int | None = None, with_map: bool = True) -> None:
    """Watch from now on for the text and the map to change, to a year where one is given."""
    wanted = [None if year is None else str(year), with_map and app.has_map]
    page.evaluate("(wanted) => window.paint.watch(...wanted)", wanted)


def milliseconds_to_paint(page: Page) -> float:
    """From the last key or click to the paint that was watched for."""
    return float(page.evaluate("window.paint.time()"))
