"""Times a step of the presentation, from the key to the paint, beside a bare Streamlit page.

    python -m benchmarks.council_step

Prints the medians in milliseconds and their ratio.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from playwright.sync_api import Page, sync_playwright

from partner_map.settings import PROJECT_FOLDER

ROUNDS = 30
BARE = """
import streamlit as st
st.text(f"line {st.slider('year', 1990, 2026, 1990)}")
"""
TIMED = """([key, done]) => new Promise((resolve) => {
  const start = performance.now();
  const before = document.querySelector(done).textContent;
  const look = () => document.querySelector(done)?.textContent !== before
    ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
    : requestAnimationFrame(look);
  look();
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent("keydown", { key, code: key, bubbles: true, cancelable: true }));
})"""


@contextmanager
def served(script: Path, port: int) -> Iterator[str]:
    """A server of a script, at an address."""
    address = f"http://127.0.0.1:{port}"
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    with subprocess.Popen(command, cwd=PROJECT_FOLDER, stdout=subprocess.DEVNULL) as process:
        try:
            end = monotonic() + 60
            while monotonic() < end:
                try:
                    urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()
                    break
                except OSError:
                    sleep(0.2)
            yield address
        finally:
            process.terminate()


def median(page: Page, changed: str, keys: tuple[str, str]) -> float:
    """The median time in milliseconds until what changes is painted."""
    times = []
    for number in range(ROUNDS):
        times.append(page.evaluate(TIMED, [keys[number % 2], changed]))
        page.wait_for_timeout(400)
    return float(statistics.median(times))


def main() -> None:
    """Time both pages and print what was found."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        with served(PROJECT_FOLDER / "app.py", 8681) as address:
            page.goto(f"{address}/rada?step=hranice")
            page.locator(".stage [data-ready=true]").wait_for()
            page.wait_for_timeout(1000)
            step = median(page, ".stage h1", ("PageDown", "PageUp"))
        with served(bare, 8682) as address:
            page.goto(address)
            page.get_by_role("slider").focus()
            page.wait_for_timeout(1000)
            plain = median(page, "[data-testid=stText]", ("ArrowRight", "ArrowLeft"))
        browser.close()
    print(f"step {step:.0f} ms, bare page {plain:.0f} ms, ratio {step / plain:.2f}")


if __name__ == "__main__":
    main()
