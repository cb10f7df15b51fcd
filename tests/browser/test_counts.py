"""What a first load and a step cost, in counts that are the same on every machine."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.support.folders import many_partners, write_folder
from tests.support.pages import Wire, drawn, map_of, new_context, open_page, rest
from tests.support.server import Server

MAX_BYTES = 8192
MANY = 8000
MAX_OWN_REQUESTS = 24
MAX_FIRST_LOAD = 1_100_000
"""Bytes of all answers, headers included."""
FROM_2004 = re.compile(r"20(0[4-9]|1\d)")
"""A year that passes is not always met."""
KEPT = "public, max-age=31536000, immutable"
OWN = re.compile(r"/(assets|component|data/(partners|basemap)\.geojson)")
TRANSFERS = """() => performance.getEntriesByType("resource")
    .filter(({ transferSize }) => transferSize > 0).map(({ name }) => name)"""


@dataclass(frozen=True)
class Step:
    """What one step of the timeline brings."""

    bytes: int
    runs: int
    charts: int
    """How often the timeline's chart comes with it."""
    renders: str
    """How often the map is drawn, the first time counted."""
    is_in_the_same_frame: bool


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of the program with thousands of partners."""
    folder = tmp_path_factory.mktemp("many") / "tables"
    server = Server(write_folder(folder, many_partners(MANY)))
    server.wait()
    yield server.url
    server.stop()


@pytest.fixture(scope="module")
def measured(browser: Browser) -> Iterator[Callable[[str], Step]]:
    """Goes a step of the timeline at a URL of 2024; tests of the same step share it."""
    context = new_context(browser)
    yield cache(lambda url: _step(context.new_page(), url))
    context.close()


def _step(page: Page, url: str) -> Step:
    wire = Wire(page)
    open_page(page, url)
    body, shown = map_of(page).locator("body"), map_of(page).locator("[data-ready]")
    body.evaluate("document.body.dataset.kept = 'yes'")
    rest(page)
    wire.rest()
    bytes_before, runs_before = wire.bytes, wire.runs
    charts_before = wire.elements["bidi_component"]
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    drawn(page, "data-year", "2025")
    expect(page).to_have_url(re.compile("year=2025"))
    wire.rest()
    step = Step(
        wire.bytes - bytes_before,
        wire.runs - runs_before,
        wire.elements["bidi_component"] - charts_before,
        shown.get_attribute("data-renders") or "",
        body.get_attribute("data-kept") == "yes",
    )
    page.close()
    return step


@pytest.mark.parametrize(
    "query", ["", "&city=denzlingen", "&city=leidschendam&lang=en", "&city=krzemieniec"]
)
def test_a_step_costs_few_bytes(measured: Callable[[str], Step], url: str, query: str) -> None:
    assert 0 < measured(f"{url}/?year=2024{query}").bytes <= MAX_BYTES


@pytest.mark.parametrize("query", ["", "&city=city-100", "&lang=en&country=CZ"])
def test_a_step_costs_few_bytes_with_thousands_of_partners(
    measured: Callable[[str], Step], many: str, query: str
) -> None:
    assert 0 < measured(f"{many}/?year=2024{query}").bytes <= MAX_BYTES


@pytest.mark.parametrize("query", ["", "&city=denzlingen"])
def test_a_step_runs_the_script_once(measured: Callable[[str], Step], url: str, query: str) -> None:
    assert measured(f"{url}/?year=2024{query}").runs == 1


def test_playing_runs_the_script_once_a_year(page: Page, url: str) -> None:
    wire = Wire(page)
    open_page(page, f"{url}/?year=2000")
    rest(page)
    wire.rest()
    before = wire.runs

    page.get_by_role("button", name="Odtwórz").click()
    drawn(page, "data-year", FROM_2004)
    page.get_by_role("button", name="Pauza").click()
    expect(page.get_by_role("button", name="Odtwórz")).to_be_visible()
    wire.rest()

    years = int(page.get_by_role("slider").input_value()) - 2000
    play_and_pause = 2
    late_tick = 1  # may be on its way when the button is pressed
    assert 0 <= wire.runs - before - years - play_and_pause <= late_tick


@pytest.mark.parametrize("query", ["", "&city=denzlingen"])
def test_the_chart_is_not_sent_again_with_a_step(
    measured: Callable[[str], Step], url: str, query: str
) -> None:
    assert measured(f"{url}/?year=2024{query}").charts == 0


@pytest.mark.parametrize("query", ["", "&city=denzlingen"])
def test_a_step_draws_the_map_once_in_the_frame_that_is_there(
    measured: Callable[[str], Step], url: str, query: str
) -> None:
    step = measured(f"{url}/?year=2024{query}")

    assert (step.renders, step.is_in_the_same_frame) == ("2", True)


def transferred(page: Page) -> Counter[str]:
    """The paths of our own that came from the server and not from the browser's cache."""
    names = [name for frame in page.frames for name in frame.evaluate(TRANSFERS)]
    return Counter(path for path in map(path_of, names) if OWN.match(path))


def path_of(url: str) -> str:
    return urlsplit(url).path


@dataclass(frozen=True)
class FirstLoad:
    """What comes to a browser that was never here."""

    asked: Counter[str]
    """The paths of our own."""
    answers: list[Response]
    bytes: int
    """Of all answers, headers included."""


@pytest.fixture(scope="module")
def first_load(browser: Browser, url: str) -> Iterator[FirstLoad]:
    context = new_context(browser)
    page = context.new_page()
    sizes: list[int] = []
    answers: list[Response] = []
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  # Playwright refuses a builtin
    open_page(page, url)
    page.wait_for_load_state("networkidle")
    yield FirstLoad(transferred(page), answers[:], sum(sizes))
    context.close()


def test_a_first_load_asks_for_few_things_of_ours_and_for_each_once(first_load: FirstLoad) -> None:
    asked = first_load.asked
    # Streamlit asks for a component's page by itself to see whether it is there.
    asked = asked - Counter(path for path in asked if path.endswith("/index.html"))

    assert set(asked.values()) == {1}, asked
    assert len(asked) <= MAX_OWN_REQUESTS, asked


def test_a_second_load_takes_all_of_ours_from_the_cache(first_visit: Page, url: str) -> None:
    page = first_visit
    open_page(page, url)
    page.wait_for_load_state("networkidle")

    open_page(page, f"{url}/?year=2010")
    page.wait_for_load_state("networkidle")

    assert {path for path in transferred(page) if not path.endswith("/index.html")} == set()


def test_all_of_ours_on_a_first_load_comes_compressed_and_is_kept_forever(
    first_load: FirstLoad,
) -> None:
    ours = [
        answer
        for answer in first_load.answers
        if OWN.match(path_of(answer.url)) and not answer.url.partition("?")[0].endswith(".html")
    ]

    assert ours
    for answer in ours:
        assert answer.headers["cache-control"] == KEPT, answer.url
        assert answer.headers.get("content-encoding") == "br", answer.url


def test_a_first_load_is_small(first_load: FirstLoad) -> None:
    assert MAX_FIRST_LOAD / 2 < first_load.bytes <= MAX_FIRST_LOAD


@pytest.mark.parametrize(
    ("path", "icon", "turned"),
    [
        ("", "button[data-testid=stPopoverButton]", "-45deg"),
        ("o-danych", "summary", "135deg"),
    ],
)
def test_what_opens_has_a_chevron_that_turns(
    page: Page, url: str, path: str, icon: str, turned: str
) -> None:
    page.goto(f"{url}/{path}")
    opener = page.locator(icon).first
    chevron = opener.get_by_test_id("stIconMaterial")
    rotation = "element => getComputedStyle(element, '::before').rotate"
    border = "element => getComputedStyle(element, '::before').borderTopWidth"

    assert chevron.evaluate(border) == "2px"
    before = chevron.evaluate(rotation)
    opener.click()
    open_one = page.locator(f"{icon}[aria-expanded=true], details[open] > {icon}")
    expect(open_one).to_have_count(1)
    assert open_one.get_by_test_id("stIconMaterial").evaluate(rotation) == turned != before


def test_nothing_is_loaded_ahead_in_vain(first_visit: Page, url: str) -> None:
    page = first_visit
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.clock.install()
    open_page(page, url)
    page.wait_for_load_state("networkidle")
    page.clock.run_for(10_000)

    assert [text for text in said if "preload" in text] == []
