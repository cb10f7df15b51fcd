"""The presentation as a presenter uses it: on the page and from the exported file."""

from __future__ import annotations

import io
import itertools
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from partner_map.cli.parser import main
from partner_map.presentation.file import MAX_FILE_BYTES
from tests.support.barriers import BEST, WCAG, barriers
from tests.support.folders import FROZEN
from tests.support.pages import new_context, until
from tests.support.server import Server

SIZES = [(1920, 1080), (1280, 720)]
COVERED = """() => {
  const canvases = [...document.querySelectorAll('.presentation .leaflet-overlay-pane canvas')];
  const names = [...document.querySelectorAll('.presentation :is(.partner-label, .town-label)')]
    .filter((name) => getComputedStyle(name).visibility !== 'hidden')
    .map((name) => [name.textContent, name.getBoundingClientRect()]);
  const isDrawnIn = (canvas, box) => {
    const origin = canvas.getBoundingClientRect();
    const ratio = canvas.width / origin.width;
    // Whole pixels: a difference of 99.9999 is no 99.
    const place = [box.left - origin.left, box.top - origin.top, box.width, box.height]
      .map((length) => Math.round(length * ratio));
    const pixels = canvas.getContext('2d').getImageData(...place).data;
    return pixels.some((value, index) => index % 4 === 3 && value > 0);
  };
  const lines = names.filter(([, box]) => canvases.some((canvas) => isDrawnIn(canvas, box)));
  const pairs = names.flatMap(([name, a], index) => names.slice(index + 1)
    .filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
    .map(([other]) => name + ' x ' + other));
  return [...lines.map(([name]) => name), ...pairs];
}"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll('.presentation *')]
  .filter((element) => !element.matches('.country-name') &&
    element.checkVisibility({ visibilityProperty: true })
    && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((element) => parseFloat(getComputedStyle(element).fontSize)))"""
CONTRASTS = """() => {
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
  };
  return Math.min(...[...document.querySelectorAll('.presentation *')]
    .filter((element) => !element.matches('.country-name') &&
      element.checkVisibility({ visibilityProperty: true })
    && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((element) => [light(getComputedStyle(element).color), light(ground(element))].sort())
    .map(([dark, bright]) => (bright + 0.05) / (dark + 0.05)));
}"""
SCROLLS = """() => {
  const inside = document.querySelectorAll('.presentation, .presentation-text');
  const boxes = [document.documentElement, ...inside];
  return boxes.some((box) =>
    box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth);
}"""

SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
"""What WCAG 1.4.12 lets a visitor set."""
OUT_OF_REACH = """() => [...document.querySelectorAll(
  '.presentation-text > :not(.step-timeline), .presentation-bar > *, .presentation-bar button,'
  + '.presentation-help[open] > *')]
  .filter((one) => one.checkVisibility() && one.textContent.trim())
  .filter((one) => {
    one.scrollIntoView({ block: 'end' });
    const words = document.createRange();
    words.selectNodeContents(one);
    const [{ left, right }] = [...words.getClientRects()].slice(-1);
    const { bottom } = one.getBoundingClientRect();
    const around = one.closest('.presentation-text, .presentation-bar, .presentation-help')
      .getBoundingClientRect();
    return left < around.left - 1 || right > around.right + 1
      || bottom > Math.min(around.bottom, innerHeight) + 1;
  })
  .map((one) => one.textContent)"""
"""The parts whose words are cut or lie outside of what can be scrolled into sight."""


def at_step(page: Page, step: str) -> None:
    expect(page.locator(".presentation")).to_have_attribute("data-step", step)


def open_presentation(page: Page, url: str) -> None:
    page.goto(url)
    page.locator(".presentation [data-ready=true]").wait_for()


@pytest.fixture(scope="session")
def rada(url: str) -> str:
    return f"{url}/rada"


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("usb") / "presentation.html"
    assert main(["export", str(path)]) == 0
    assert path.stat().st_size <= MAX_FILE_BYTES
    return path.as_uri()


@pytest.fixture(scope="module")
def opened(browser: Browser, rada: str) -> Iterator[Page]:
    """The presentation on a page that tests of keys share."""
    context = new_context(browser)
    page = context.new_page()
    open_presentation(page, rada)
    yield page
    context.close()


@pytest.fixture
def stage(opened: Page) -> Page:
    """The presentation at its first step, with neither a blank screen nor the keys over it."""
    opened.set_viewport_size({"width": 1400, "height": 900})
    opened.evaluate("document.activeElement.blur()")
    for key in ("Escape", "Home"):
        opened.keyboard.press(key)
    at_step(opened, "opening")
    return opened


def go_to(page: Page, number: int, step: str) -> None:
    """Go to a step by its number."""
    page.keyboard.type(str(number))
    page.keyboard.press("Enter")
    at_step(page, step)


@pytest.mark.parametrize("key", ["PageDown", "Space", "ArrowRight", "ArrowDown"])
def test_a_key_goes_on(stage: Page, rada: str, key: str) -> None:
    page = stage

    page.keyboard.press(key)

    at_step(page, "leidschendam")
    expect(page.get_by_role("heading", level=1)).to_have_text("Leidschendam")
    expect(page.get_by_text("2 z 10")).to_be_visible()
    expect(page).to_have_url(f"{rada}?step=leidschendam")


@pytest.mark.parametrize("key", ["PageUp", "ArrowLeft", "ArrowUp"])
def test_a_key_goes_back(stage: Page, key: str) -> None:
    go_to(stage, 4, "hranice")

    stage.keyboard.press(key)

    at_step(stage, "saint-germain-en-laye")


def test_home_and_end_go_to_the_first_and_the_last_step(stage: Page) -> None:
    page = stage
    go_to(page, 4, "hranice")

    page.keyboard.press("End")
    at_step(page, "close")
    page.keyboard.press("PageDown")
    at_step(page, "close")
    page.keyboard.press("Home")
    at_step(page, "opening")


@pytest.mark.parametrize("key", ["b", "B", "."])
def test_a_key_blanks_the_screen_and_gives_it_back(stage: Page, key: str) -> None:
    page = stage
    go_to(page, 7, "cesis")
    blank = page.get_by_label("Ekran jest wygaszony")

    page.keyboard.press(key)
    expect(blank).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()

    page.keyboard.press(key)
    expect(blank).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cēsis")


@pytest.mark.parametrize(("number", "step"), [(7, "cesis"), (10, "close")])
def test_a_blank_screen_shows_nothing_at_all(stage: Page, number: int, step: str) -> None:
    page = stage
    go_to(page, number, step)
    page.keyboard.press("b")
    expect(page.get_by_label("Ekran jest wygaszony")).to_be_visible()

    seen = page.evaluate(
        """() => [...document.querySelectorAll('.presentation *')].filter(element =>
            !element.matches('.presentation-blank')
            && element.checkVisibility({ visibilityProperty: true })
            && element.getClientRects().length).length"""
    )

    assert seen == 0
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    assert picture.getcolors() == [(picture.width * picture.height, (0, 0, 0))]


@pytest.mark.parametrize(("number", "step"), [(7, "cesis"), (10, "close")])
def test_the_keys_lie_above_the_map(stage: Page, number: int, step: str) -> None:
    page = stage
    go_to(page, number, step)
    page.keyboard.press("?")
    keys = page.locator(".presentation-help")
    expect(keys).to_be_visible()

    covered = keys.evaluate(
        """(keys) => {
          const { left, top, width, height } = keys.getBoundingClientRect();
          const shares = [0.05, 0.25, 0.5, 0.75, 0.95];
          return shares.flatMap((x) => shares.map((y) =>
            document.elementFromPoint(left + x * width, top + y * height)))
            .filter((element) => !keys.contains(element)).length;
        }"""
    )

    assert covered == 0


def test_a_key_that_goes_on_first_lifts_the_blank(stage: Page) -> None:
    page = stage
    go_to(page, 7, "cesis")
    page.keyboard.press("b")

    page.keyboard.press("PageDown")

    expect(page.get_by_label("Ekran jest wygaszony")).to_be_hidden()
    at_step(page, "cesis")


def test_f_fills_the_screen_and_gives_it_back_and_a_clickers_f5_fills_it_from_the_start(
    page: Page, rada: str
) -> None:
    open_presentation(page, rada)

    page.keyboard.press("f")
    until(page, "() => document.fullscreenElement !== null")
    page.keyboard.press("f")
    until(page, "() => document.fullscreenElement === null")
    page.keyboard.press("PageDown")
    at_step(page, "leidschendam")
    page.keyboard.press("F5")
    at_step(page, "opening")
    until(page, "() => document.fullscreenElement !== null")


DEVICE = """
Object.defineProperty(document, "fullscreenEnabled", { value: false });
Object.defineProperty(navigator, "wakeLock", { value: {
  request: async (kind) => { window.keptAwake = kind; return { release: async () => {} }; },
} });
"""
"""A device without full screen that can be kept awake."""


def test_the_screen_stays_awake_and_full_screen_is_offered_where_there_is_one(
    page: Page, rada: str
) -> None:
    page.add_init_script(DEVICE)
    open_presentation(page, rada)

    assert page.evaluate("window.keptAwake") == "screen"
    expect(page.get_by_role("button", name="Dalej")).to_be_visible()
    expect(page.get_by_role("button", name="Pełny ekran")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Klawisze")).not_to_contain_text("Pełny ekran")


def test_a_question_mark_shows_the_keys(stage: Page) -> None:
    page = stage

    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Klawisze")).to_contain_text("Page Down")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Klawisze")).to_be_hidden()


def test_the_keys_of_one_character_can_be_switched_off_for_the_visit(page: Page, rada: str) -> None:
    open_presentation(page, rada)
    page.keyboard.press("?")
    page.get_by_role("checkbox", name=re.compile("^Klawisze jednoznakowe")).uncheck()
    page.get_by_role("button", name="Zamknij").click()

    for key in ("b", "?", "2", "Enter"):
        page.keyboard.press(key)
    expect(page.locator(".presentation-blank")).to_be_hidden()
    expect(page.get_by_role("dialog", name="Klawisze")).to_be_hidden()
    expect(page.locator(".presentation")).to_have_attribute("data-step", "opening")

    page.reload()
    page.locator(".presentation-text h1").wait_for()
    page.keyboard.press("b")
    page.keyboard.press("PageDown")
    expect(page.locator(".presentation")).not_to_have_attribute("data-step", "opening")
    expect(page.locator(".presentation-blank")).to_be_hidden()


def test_the_keys_work_with_the_focus_on_the_map_or_on_a_button(stage: Page) -> None:
    page = stage
    go_to(page, 7, "cesis")

    page.get_by_role("region", name="Mapa miast partnerskich").focus()
    page.keyboard.press("ArrowRight")
    at_step(page, "nowa-wilejka")

    page.get_by_role("button", name="Języki: Polski").focus()
    page.keyboard.press("PageDown")
    at_step(page, "denzlingen")
    expect(page.get_by_role("button", name="English")).to_be_hidden()


def test_space_presses_the_button_that_the_keyboard_has_gone_to(page: Page, rada: str) -> None:
    open_presentation(page, f"{rada}?step=cesis")

    page.keyboard.press("Tab")
    page.get_by_role("button", name="Języki: Polski").focus()
    page.keyboard.press("Space")

    expect(page.get_by_role("button", name="English")).to_be_visible()
    at_step(page, "cesis")


def test_shift_and_space_go_back_and_a_number_with_enter_to_its_step(stage: Page) -> None:
    page = stage
    go_to(page, 7, "cesis")

    page.keyboard.press("Shift+Space")
    at_step(page, "pisogne")
    page.keyboard.type("10")
    page.keyboard.press("Enter")
    at_step(page, "close")
    page.keyboard.type("99")
    page.keyboard.press("Enter")
    at_step(page, "close")


@pytest.mark.parametrize(("width", "height"), [(844, 390), (932, 430), (700, 450), (390, 844)])
def test_on_a_small_screen_the_text_scrolls_and_town_and_city_are_in_sight(
    stage: Page, width: int, height: int
) -> None:
    page = stage
    page.set_viewport_size({"width": width, "height": height})
    go_to(page, 3, "saint-germain-en-laye")

    names = page.locator(".presentation :is(.town-label, .partner-label[aria-pressed=true])")
    for name in (names.first, names.last):
        expect(name).to_be_in_viewport(ratio=1)
    story = page.get_by_role("main").get_by_text("Razem:")
    story.scroll_into_view_if_needed()
    expect(story).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 360, 320])
def test_on_a_phone_the_ways_back_and_on_stand_side_by_side(stage: Page, width: int) -> None:
    stage.set_viewport_size({"width": width, "height": 844})

    back, on = (
        stage.get_by_role("button", name=name).bounding_box() for name in ("Wstecz", "Dalej")
    )

    assert back is not None
    assert on is not None
    assert back["y"] == on["y"]


@pytest.mark.parametrize(
    ("width", "height", "spacing"),
    [
        (320, 256, ""),
        (640, 360, ""),
        (700, 450, ""),
        (320, 256, SPACING),
        (360, 640, SPACING),
        (1280, 720, SPACING),
    ],
)
def test_zoomed_or_widely_spaced_every_word_can_be_reached(
    stage: Page, width: int, height: int, spacing: str
) -> None:
    stage.set_viewport_size({"width": width, "height": height})
    stage.evaluate(
        """(text) => {
          const style = new CSSStyleSheet();
          style.replaceSync(text);
          document.adoptedStyleSheets = [style];
        }""",
        spacing,
    )

    for number, step in ((1, "opening"), (4, "hranice"), (10, "close")):
        go_to(stage, number, step)
        assert stage.evaluate(OUT_OF_REACH) == [], step
    stage.keyboard.press("?")
    assert stage.evaluate(OUT_OF_REACH) == []
    stage.evaluate("document.adoptedStyleSheets = []")


def test_the_colours_of_the_visitors_system_hide_nothing(stage: Page) -> None:
    stage.emulate_media(forced_colors="active")
    go_to(stage, 4, "hranice")

    for part in (".step-timeline .bar", ".step-timeline .dot", ".presentation-progress .is-done"):
        seen, around = stage.locator(part).first.evaluate(
            """(part) => [part, document.querySelector(".presentation-text")]
              .map((one) => getComputedStyle(one).backgroundColor)"""
        )
        assert seen not in (around, "rgba(0, 0, 0, 0)"), part
    chosen = stage.locator(".presentation .partner-label[aria-pressed=true]")
    expect(chosen).to_have_css("outline-style", "solid")
    stage.emulate_media(forced_colors="none")


def test_a_held_key_goes_on_once(stage: Page) -> None:
    page = stage

    for _ in range(5):
        page.keyboard.down("PageDown")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => done(true)))")
    page.keyboard.up("PageDown")

    at_step(page, "leidschendam")


def test_a_key_doubled_within_a_frame_goes_on_once(stage: Page) -> None:
    page = stage

    page.evaluate("""() => [1, 2].forEach(() => document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true })))""")

    at_step(page, "leidschendam")


def test_every_press_of_the_clicker_shows_the_next_step(stage: Page) -> None:
    page = stage
    counter = page.get_by_text(re.compile(r"^\d+ z 10$"))

    for number in range(2, 11):
        page.keyboard.press("PageDown")
        expect(counter).to_have_text(f"{number} z 10")


def swipe(page: Page, start: int, end: int) -> None:
    touch = page.context.new_cdp_session(page)
    for kind, points in (
        ("touchStart", [{"x": start, "y": 300}]),
        ("touchMove", [{"x": end, "y": 305}]),
        ("touchEnd", []),
    ):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_arrows_and_swipes_turn_the_steps(stage: Page) -> None:
    page = stage

    page.get_by_role("button", name="Dalej").click()
    at_step(page, "leidschendam")
    swipe(page, 700, 300)
    at_step(page, "saint-germain-en-laye")
    swipe(page, 300, 700)
    at_step(page, "leidschendam")
    page.get_by_role("button", name="Wstecz").click()
    at_step(page, "opening")


def test_it_plays_at_the_chosen_pace_until_a_key(timed_page: Page, rada: str) -> None:
    open_presentation(timed_page, rada)
    timed_page.get_by_role("button", name="10 s na krok").click()
    timed_page.get_by_role("button", name="Odtwarzaj").click()
    expect(timed_page.get_by_role("button", name="Zatrzymaj")).to_be_visible()

    timed_page.clock.run_for(20_100)
    at_step(timed_page, "leidschendam")
    timed_page.keyboard.press("x")
    expect(timed_page.get_by_role("button", name="Odtwarzaj")).to_be_visible()
    timed_page.clock.run_for(60_000)
    at_step(timed_page, "leidschendam")


def test_reload_back_and_forward_keep_to_the_steps(page: Page, rada: str) -> None:
    open_presentation(page, f"{rada}?step=pisogne")
    page.reload()
    at_step(page, "pisogne")

    page.keyboard.press("PageDown")
    at_step(page, "cesis")
    page.go_back()
    at_step(page, "pisogne")
    page.go_forward()
    at_step(page, "cesis")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cēsis")


def test_one_way_through_the_steps_is_one_step_back(page: Page, rada: str) -> None:
    open_presentation(page, f"{rada}?step=hranice")
    length = page.evaluate("history.length")

    for step in ("krzemieniec", "pisogne", "cesis"):
        page.keyboard.press("PageDown")
        at_step(page, step)
    expect(page).to_have_url(f"{rada}?step=cesis")

    assert page.evaluate("history.length") == length + 1
    page.go_back()
    at_step(page, "hranice")


@pytest.mark.parametrize("place", ["page", "file"])
def test_a_refused_address_stops_no_step_and_is_written_later(
    page: Page, rada: str, exported: str, place: str
) -> None:
    open_presentation(page, rada if place == "page" else exported)
    page.evaluate("""() => {
        const write = history.pushState;
        history.pushState = () => {
            history.pushState = write;
            throw new DOMException("too often", "SecurityError");
        };
    }""")

    page.keyboard.press("PageDown")
    at_step(page, "leidschendam")
    page.keyboard.press("PageDown")
    at_step(page, "saint-germain-en-laye")

    expect(page).to_have_url(re.compile("step=saint-germain-en-laye"))


def test_the_language_changes_where_one_is(page: Page, rada: str) -> None:
    open_presentation(page, f"{rada}?step=krzemieniec")

    page.get_by_role("button", name="Języki: Polski").click()
    page.get_by_role("button", name="English").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Kremenets")
    expect(page).to_have_url(re.compile("lang=en"))
    at_step(page, "krzemieniec")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kremenets")


def test_an_office_and_a_place_say_the_language_that_they_had_to_be_told_in(
    page: Page, rada: str
) -> None:
    open_presentation(page, f"{rada}?step=nowa-wilejka&lang=nl")

    foreign = page.locator("[data-kind=partner]").locator(
        ".step-kicker, .step-figure, .step-signed"
    )
    expect(foreign.locator("[lang=en]")).to_have_text(
        ["a district of Vilnius (en)", "Vilnius (en)", "head of the district (en)", "mayor (en)"]
    )


def test_the_way_to_the_map_stays_open(page: Page, rada: str, url: str) -> None:
    open_presentation(page, f"{rada}?step=krzemieniec")

    page.get_by_role("button", name="Mapa", exact=True).click()

    expect(page.locator(".presentation")).to_have_count(0)
    expect(page).to_have_url(f"{url}/")
    expect(page.get_by_role("slider")).to_be_visible()


def test_the_choices_of_the_file_reach_an_open_page(
    page: Page, serve: Callable[[Path], Server], tmp_path: Path
) -> None:
    folder = tmp_path / "tables"
    shutil.copytree(FROZEN, folder)
    open_presentation(page, f"{serve(folder).url}/rada?step=cesis")

    (folder / "presentation.toml").write_text('leave_out = ["hranice"]', encoding="utf-8")

    expect(page.get_by_text("6 z 9")).to_be_visible()
    at_step(page, "cesis")


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_step_is_readable_from_the_last_row(page: Page, rada: str, language: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_presentation(page, f"{rada}?lang={language}")
    page.evaluate("document.fonts.ready")

    for (width, height), number in itertools.product(SIZES, range(1, 11)):
        page.set_viewport_size({"width": width, "height": height})
        if number == 1:
            page.keyboard.press("Home")
        expect(page.locator(".presentation-counter")).to_have_text(re.compile(f"^{number} "))
        page.evaluate("new Promise((done) => requestAnimationFrame(() => done(true)))")
        where = f"step {number}, {width} x {height}"
        assert page.evaluate(SMALLEST) >= 24, where
        assert page.evaluate(CONTRASTS) >= 7, where
        assert not page.evaluate(SCROLLS), where
        covered = page.evaluate(COVERED)
        # Where all cities are named, one may have no place without a line.
        assert [name for name in covered if number not in (1, 10) or " x " in name] == [], where
        page.keyboard.press("PageDown")


def test_the_presentation_has_no_barrier(stage: Page) -> None:
    go_to(stage, 4, "hranice")

    assert barriers(stage, [*WCAG, BEST]) == ""


def test_the_exported_file_shows_the_same_with_the_network_off(
    browser: Browser, page: Page, rada: str, exported: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    file = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    file.on("request", lambda request: asked.append(request.url))
    file.on("pageerror", lambda error: errors.append(str(error)))
    open_presentation(file, exported)
    page.set_viewport_size({"width": 1280, "height": 720})
    open_presentation(page, rada)

    for number in range(2, 11):
        for shown in (file, page):
            shown.keyboard.press("PageDown")
            expect(shown.locator(".presentation-counter")).to_have_text(f"{number} z 10")
        assert (
            file.locator(".presentation-text").inner_text()
            == page.locator(".presentation-text").inner_text()
        )
        for drawn in ("data-agreements", "data-ended", "data-selected"):
            value = page.locator(".presentation [data-ready]").get_attribute(drawn)
            assert file.locator(".presentation [data-ready]").get_attribute(drawn) == value
    file.get_by_role("button", name="Języki: Polski").click()
    file.get_by_role("button", name="English").click()
    expect(file.get_by_role("heading", level=1)).to_contain_text("Today, ")
    file.go_back()
    expect(file.get_by_role("heading", level=1)).to_contain_text("Miasta partnerskie")
    file.go_forward()
    file.reload()
    expect(file.get_by_role("heading", level=1)).to_contain_text("Today, ")
    assert [url for url in asked if url.split("#")[0] != exported] == []
    assert errors == []
    context.close()


def test_the_page_saves_the_file(stage: Page) -> None:
    page = stage

    with page.expect_download() as saved:
        page.get_by_role("link", name="Zapisz plik").click()

    assert saved.value.suggested_filename == "presentation.html"
    assert saved.value.path().stat().st_size <= MAX_FILE_BYTES


@pytest.mark.parametrize("place", ["page", "file"])
def test_it_prints_a_step_a_block(page: Page, rada: str, exported: str, place: str) -> None:
    open_presentation(page, rada if place == "page" else exported)

    page.emulate_media(media="print")

    expect(page.get_by_role("heading", level=2)).to_have_count(9)
    expect(page.get_by_role("heading", name="Denzlingen")).to_be_visible()
    expect(page.get_by_role("button", name="Dalej")).to_be_hidden()
    picture = page.get_by_role("img", name="Miasta partnerskie Konstancina-Jeziorny")
    expect(picture).to_have_js_property("naturalWidth", 800)
    assert page.pdf(format="A4").count(b"/Type /Page\n") >= 2
