"""How long a change of a filter takes to reach the screen, with the eight and at size.

    .venv/bin/python -m benchmarks.filter_change EIGHT_ADDRESS MANY_ADDRESS [ROUNDS]

Two servers must be up, one on the project's data, one on what make_many.py made. Both are
measured in one Chromium, turn by turn: a touch on a kind of exchange, until the figures,
the map and the table that belong to it are drawn. It prints the medians in milliseconds
and their ratio.
"""

from __future__ import annotations

import shutil
import statistics
import sys

from playwright.sync_api import Page, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# From the touch to the frame after which figures, map and table have all changed.
MEASURE = """(name) => new Promise((done) => {
    const map = document.querySelector("iframe").contentDocument.querySelector("[data-renders]");
    const read = () => [
        document.querySelector(".st-key-answer-count").innerText,
        map.dataset.renders,
        document.querySelector(".st-key-exchange-table").innerText,
    ];
    const before = read();
    const pill = [...document.querySelectorAll("[class*=st-key-exchange-types] button")]
        .find((button) => button.innerText.startsWith(name));
    const start = performance.now();
    const look = () => {
        if (read().every((text, place) => text !== before[place])) {
            requestAnimationFrame(() => done(performance.now() - start));
        } else if (performance.now() - start > 20000) {
            done(NaN);
        } else {
            requestAnimationFrame(look);
        }
    };
    pill.click();
    look();
})"""


def open_page(page: Page, address: str) -> None:
    """Open the exchanges page with its kinds in sight."""
    page.goto(f"{address}/wymiany?lang=en")
    page.frame_locator("iframe").locator("[data-ready=true]").wait_for()
    page.get_by_role("button", name="Kind").first.click()
    page.locator("[class*=st-key-exchange-types] button").first.wait_for()


def main(addresses: list[str], rounds: int) -> None:
    """Measure, turn by turn, and print."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    times: dict[str, list[float]] = {address: [] for address in addresses}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        pages = {address: browser.new_page() for address in addresses}
        for address, page in pages.items():
            page.set_viewport_size({"width": 1400, "height": 900})
            open_page(page, address)
            page.evaluate(MEASURE, "schools")
            page.evaluate(MEASURE, "schools")
        for _ in range(rounds):
            for address, page in pages.items():
                page.bring_to_front()
                times[address].append(page.evaluate(MEASURE, "schools"))
        browser.close()
    medians = [statistics.median(times[address]) for address in addresses]
    for address, median in zip(addresses, medians, strict=True):
        print(f"{address}: {median:.0f} ms, {min(times[address]):.0f} to {max(times[address]):.0f}")
    print(f"ratio: {medians[1] / medians[0]:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:3], int(sys.argv[3]) if len(sys.argv) > 3 else 20)
