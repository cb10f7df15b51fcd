"""Times a step of the presentation, from the key to the paint, beside the floor.

    .venv/bin/python -m benchmarks.presentation_step

Prints the medians in milliseconds and their ratio.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace

from playwright.sync_api import Browser, Page

from benchmarks.apps import FLOOR, OURS, App
from benchmarks.browser import chromium, milliseconds_to_paint, new_context, open_page, watch
from benchmarks.figures import median_of
from benchmarks.serving import served

ROUNDS = 30
SETTLING = 400  # milliseconds
PRESENTATION = replace(OURS, answer=".presentation h1", has_map=False, query="step=hranice")


def main() -> None:
    """Step through both pages in turn and print what was found."""
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        presentation = _open(stack, browser, PRESENTATION, "/rada")
        floor = _open(stack, browser, FLOOR, "")
        floor.get_by_role("slider").focus()
        steps, plain = [], []
        for number in range(ROUNDS):
            steps.append(_step(presentation, PRESENTATION, ("PageDown", "PageUp")[number % 2]))
            plain.append(_step(floor, FLOOR, ("ArrowRight", "ArrowLeft")[number % 2]))
    step, bare = median_of(steps).value, median_of(plain).value
    print(f"step {step:.0f} ms, floor {bare:.0f} ms, ratio {step / bare:.2f}")


def _open(stack: ExitStack, browser: Browser, app: App, path: str) -> Page:
    server = stack.enter_context(served(app.entry))
    page = stack.enter_context(new_context(browser, app)).new_page()
    open_page(page, app, server.url + path)
    page.wait_for_timeout(1000)
    return page


def _step(page: Page, app: App, key: str) -> float:
    page.bring_to_front()
    watch(page, app)
    page.keyboard.press(key)
    time = milliseconds_to_paint(page)
    page.wait_for_timeout(SETTLING)
    return time


if __name__ == "__main__":
    main()
