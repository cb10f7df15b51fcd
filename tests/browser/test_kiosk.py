"""The kiosk as a hall's visitors use it, and as it stands when none is there."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from partner_map import settings
from tests.support.pages import map_of, new_context, open_page, until
from tests.support.server import Server

RESET = 91_000  # milliseconds, a little more than each setting, as all below
COUNTDOWN = 21_000
TOUR = 46_000
TARGETS = """() => [...document.querySelectorAll('a[href], button, [role=button], [role=radio]')]
    .filter((target) => target.checkVisibility({ visibilityProperty: true }))
    .filter((target) => !target.matches("a[href*='#']"))
    .map((target) => ({
        target,
        box: target.getBoundingClientRect().toJSON(),
        said: target.outerHTML,
    }))"""


@pytest.fixture
def page(timed_page: Page) -> Page:
    """A page whose clock the tests set: a kiosk does much by the clock."""
    return timed_page


def kiosk(page: Page, url: str, query: str = "") -> None:
    open_page(page, f"{url}/?mode=kiosk{query}")


@pytest.fixture(scope="module")
def opened(browser: Browser, url: str) -> Iterator[Page]:
    """A city in the kiosk, on a page that tests share which only look."""
    context = new_context(browser)
    page = context.new_page()
    kiosk(page, url, "&city=denzlingen")
    yield page
    context.close()


@pytest.fixture(scope="module")
def exchanges(used: BrowserContext, url: str) -> Iterator[Page]:
    """The exchanges in the kiosk, on a page that tests share which only look."""
    page = used.new_page()
    open_page(page, f"{url}/wymiany?mode=kiosk")
    yield page
    page.close()


@pytest.fixture
def hall(opened: Page) -> Page:
    """A city in the kiosk, with its filters closed."""
    opened.keyboard.press("Escape")
    expect(opened.get_by_role("dialog")).to_be_hidden()
    return opened


def drawn(page: Page) -> Locator:
    return map_of(page).locator("[data-ready=true]")


def question(page: Page) -> Locator:
    return page.get_by_role("alertdialog", name="Czy nadal tu jesteś?")


def choose(page: Page, city: str) -> None:
    page.get_by_role("radio", name=re.compile(f"^{city}")).click()
    expect(drawn(page)).to_have_attribute("data-selected", city.lower())


def pinch(page: Page, x: int, y: int) -> None:
    """Two fingers that move apart about a point, from 40 to 70 pixels."""
    devtools = page.context.new_cdp_session(page)
    for kind, reach in (("touchStart", 20), ("touchMove", 25), ("touchMove", 35), ("touchEnd", 0)):
        fingers = [{"x": x - reach, "y": y, "id": 0}, {"x": x + reach, "y": y, "id": 1}]
        touches = fingers if reach else []
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})


def begin_tour(page: Page) -> None:
    page.clock.fast_forward(TOUR)
    expect(page.get_by_text("Dotknij ekranu")).to_be_visible()


def test_the_settings_are_those_that_these_tests_wait_for() -> None:
    assert 1000 * settings.kiosk_reset_seconds() == RESET - 1000
    assert 1000 * settings.kiosk_tour_seconds() == TOUR - 1000


# What a visitor may touch


def test_on_a_narrow_screen_the_play_button_lies_on_no_words_of_the_axis(hall: Page) -> None:
    hall.set_viewport_size({"width": 390, "height": 844})
    button = hall.get_by_role("button", name="Odtwórz")
    expect(button).to_have_css("min-width", re.compile("^(56|59)"))

    covered = button.evaluate(
        """(button) => {
          const box = button.getBoundingClientRect();
          return [...document.querySelectorAll(".timeline-chart *")]
            .filter((part) => !part.children.length && part.textContent.trim())
            .filter((part) => {
              const { left, right, top, bottom } = part.getBoundingClientRect();
              const beside = right <= box.left || left >= box.right;
              return !beside && bottom > box.top && top < box.bottom;
            })
            .map((part) => part.textContent);
        }"""
    )

    assert covered == []
    hall.set_viewport_size({"width": 1400, "height": 900})


def test_every_target_has_44_pixels_and_space_about_it(hall: Page) -> None:
    page = hall
    page.get_by_role("button", name="Filtr").click()
    expect(page.get_by_text("Rodzaj wymiany", exact=True)).to_be_visible()
    for where in (page.locator("html"), map_of(page).locator("html")):
        targets = where.evaluate(f"({TARGETS})()")
        assert targets
        for target in targets:
            assert min(target["box"]["width"], target["box"]["height"]) >= 44, target["said"]


@pytest.mark.parametrize("where", ["page", "filters", "map"])
def test_targets_stand_apart(hall: Page, where: str) -> None:
    page = hall
    page.get_by_role("button", name="Filtr").click()
    filters = page.get_by_role("dialog")
    expect(filters.get_by_text("Rodzaj wymiany", exact=True)).to_be_visible()
    if where != "filters":
        page.keyboard.press("Escape")
        expect(filters).to_be_hidden()
    place = {"page": page.locator("html"), "filters": filters}.get(where)
    found = (place or map_of(page).locator("html")).evaluate(
        f"(place) => ({TARGETS})().filter(({{ target }}) => place.contains(target))"
    )
    targets = [one["box"] | {"said": one["said"]} for one in found]

    assert targets
    for one in targets:
        for other in targets:
            if one is not other:
                aside = max(other["left"] - one["right"], one["left"] - other["right"])
                above = max(other["top"] - one["bottom"], one["top"] - other["bottom"])
                assert max(aside, above) >= 6, (one["said"], other["said"])


LARGE = """(page) => [...page.querySelectorAll('p, li, td, th')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => element.innerText.trim())
    .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 24)
    .map((element) => element.innerText)"""
BOX = "(element) => element.getBoundingClientRect().toJSON()"


def test_older_eyes_read_it_and_the_way_back_keeps_its_place(page: Page, url: str) -> None:
    kiosk(page, url)
    bar = page.locator(".st-key-kiosk-bar")
    rows = page.locator("[class*='st-key-cities-'] button")
    for width, height in ((1920, 1080), (1080, 1920)):
        page.set_viewport_size({"width": width, "height": height})
        expect(rows.first.locator("p")).to_have_css("font-size", "24px")
        assert page.locator("body").evaluate(LARGE) == []
        assert all(row["height"] >= 64 for row in rows.evaluate_all(f"(all) => all.map({BOX})"))
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        place = bar.evaluate(BOX)
        assert (place["left"], place["right"], place["bottom"]) == (0, width, height)
    # Upright, the whole list stands above the bar.
    expect(rows).to_have_count(8)
    assert rows.last.evaluate(BOX)["bottom"] <= place["top"]

    # A wider font than ours takes nothing from a word on a button.
    page.add_style_tag(content="* { letter-spacing: 0.15em }")
    filters = page.get_by_role("button", name="Filtr").locator("p")
    assert filters.evaluate("(text) => text.scrollWidth <= text.clientWidth")

    begin_tour(page)
    assert page.locator(".kiosk-shield p").evaluate(BOX)["top"] >= place["top"]


def test_the_thumb_of_the_slider_has_44_pixels(hall: Page) -> None:
    page = hall
    thumb = page.get_by_role("slider").locator("xpath=../..")
    box = thumb.bounding_box()

    assert box is not None
    assert min(box["width"], box["height"]) >= 44


def test_no_link_leaves(page: Page, hall: Page, exchanges: Page, url: str) -> None:
    page.goto(f"{url}/o-danych?mode=kiosk&city=denzlingen")
    expect(page.get_by_role("button", name="English")).to_be_visible()

    for shown in (page, hall, exchanges):
        leads_back_only(shown, url)


def leads_back_only(page: Page, url: str) -> None:
    links = page.locator("a[href]").evaluate_all("(all) => all.map((link) => link.href)")

    assert links
    assert all(link.startswith(f"{url}/") for link in links)
    assert page.evaluate("window.open('/')") is None


def test_the_sources_are_named_without_links(hall: Page) -> None:
    page = hall

    page.get_by_text("Źródła (").click()

    expect(page.get_by_text("konstancinjeziorna.pl:").first).to_be_visible()


def test_the_other_pages_are_the_kiosk_too(page: Page, url: str) -> None:
    kiosk(page, url)

    page.get_by_role("link", name="Wymiany").click()
    expect(page).to_have_url(f"{url}/wymiany?mode=kiosk")
    page.get_by_role("link", name="Wróć do mapy").click()
    expect(page).to_have_url(f"{url}/?mode=kiosk")
    expect(page.get_by_role("button", name="Wszystkie miasta")).to_be_visible()


def test_nothing_is_offered_that_a_hall_cannot_take_along(exchanges: Page) -> None:
    page = exchanges
    expect(page.get_by_role("button", name="Polski")).to_be_visible()
    expect(drawn(page)).to_be_visible()

    expect(page.get_by_role("button", name="Drukuj")).to_have_count(0)
    expect(page.get_by_role("button", name="Pobierz")).to_have_count(0)
    expect(page.get_by_role("link", name="Prezentacja")).to_have_count(0)


def test_the_targets_of_the_exchanges_page_have_44_pixels(exchanges: Page) -> None:
    page = exchanges
    expect(drawn(page)).to_be_visible()

    targets = page.locator("html").evaluate(f"({TARGETS})()")

    assert targets
    for target in targets:
        assert min(target["box"]["width"], target["box"]["height"]) >= 44, target["said"]


def test_there_is_no_menu_no_selected_text_and_no_chrome(hall: Page) -> None:
    page = hall
    for where in (page.locator("body"), map_of(page).locator("body")):
        assert where.evaluate(
            "(body) => !body.dispatchEvent(new Event('contextmenu', {cancelable: true}))"
        )
        assert where.evaluate(
            "(body) => getComputedStyle(body.querySelector('*')).userSelect === 'none'"
        )
    expect(page.locator("header")).to_be_hidden()


def test_the_page_is_not_zoomed(hall: Page) -> None:
    page = hall

    assert page.locator("html").evaluate("(html) => getComputedStyle(html).touchAction") == (
        "pan-x pan-y"
    )
    assert page.locator("body").evaluate(
        "(body) => !body.dispatchEvent(new WheelEvent('wheel', "
        "{ctrlKey: true, cancelable: true, bubbles: true}))"
    )


def test_two_fingers_zoom_the_map_and_not_the_page(browser: Browser, url: str) -> None:
    context = new_context(browser, viewport={"width": 1280, "height": 720}, has_touch=True)
    page = context.new_page()
    open_page(page, f"{url}/?mode=kiosk")
    name = map_of(page).get_by_role("button", name=re.compile("^Hranice"))
    before = name.evaluate("(button) => button.style.transform")
    page.evaluate("addEventListener('touchmove', (event) => (kept = event.defaultPrevented))")

    pinch(page, 1000, 400)
    until(page, "() => window.kept === true")
    expect(name).to_have_attribute("style", re.compile(re.escape(before)))
    pinch(page, 400, 300)
    expect(name).not_to_have_attribute("style", re.compile(re.escape(before)))
    context.close()


def test_each_language_is_one_touch_away_and_named_in_itself(page: Page, url: str) -> None:
    kiosk(page, url)
    polish = page.get_by_role("button", name="Polski")
    english = page.get_by_role("button", name="English")
    expect(polish).to_have_attribute("lang", "pl")
    expect(english).to_have_attribute("lang", "en")

    english.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    polish.click()
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    expect(page).to_have_url(f"{url}/?mode=kiosk")


def test_without_the_mode_nothing_is_different(page: Page, url: str) -> None:
    open_page(page, f"{url}/?city=denzlingen")

    expect(page.get_by_role("button", name="Polski", exact=True)).to_have_count(0)
    page.get_by_text(re.compile(r"^Źródła \(")).click()
    expect(page.get_by_role("link", name="konstancinjeziorna.pl").first).to_be_visible()
    assert "kiosk" not in page.content()


# The question and the reset


def test_what_a_visitor_left_is_gone_after_the_countdown(page: Page, url: str) -> None:
    kiosk(page, url, "&type=school&country=DE&year=2015")
    choose(page, "Denzlingen")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Exchanges").click()
    expect(page).to_have_url(re.compile("wymiany"))

    page.clock.fast_forward(RESET)
    expect(page.get_by_role("alertdialog", name="Are you still here?")).to_be_visible()
    page.clock.fast_forward(COUNTDOWN)

    expect(page).to_have_url(f"{url}/?mode=kiosk")
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    expect(drawn(page)).to_have_attribute("data-selected", "")
    last = page.get_by_role("slider").get_attribute("max") or ""
    expect(drawn(page)).to_have_attribute("data-year", last)
    expect(page.get_by_role("button", name="Filtr", exact=False)).not_to_contain_text("(")


def test_the_map_shows_all_again_after_the_reset(page: Page, url: str) -> None:
    kiosk(page, url)
    name = map_of(page).get_by_role("button", name=re.compile("^Hranice"))
    before = name.evaluate("(button) => button.style.transform")
    map_of(page).get_by_role("button", name="Przybliż").click()
    expect(name).not_to_have_attribute("style", re.compile(re.escape(before)))

    page.clock.fast_forward(RESET)
    expect(question(page)).to_be_visible()
    page.clock.fast_forward(COUNTDOWN)

    expect(name).to_have_attribute("style", re.compile(re.escape(before)))


def test_any_touch_stops_the_countdown(page: Page, url: str) -> None:
    kiosk(page, url)
    choose(page, "Pisogne")

    touches: list[Callable[[], None]] = [
        lambda: page.get_by_role("button", name="Tak, jestem").click(),
        lambda: page.mouse.click(60, 300),
    ]
    for touch in touches:
        page.clock.fast_forward(RESET)
        expect(question(page)).to_contain_text(re.compile(r"Za \d+ s ekran wróci do początku"))
        touch()
        expect(question(page)).to_be_hidden()
        page.clock.fast_forward(COUNTDOWN)
        expect(drawn(page)).to_have_attribute("data-selected", "pisogne")
        expect(page).to_have_url(re.compile("city=pisogne"))


def test_touching_the_map_counts_in_each_of_its_frames(page: Page, url: str) -> None:
    kiosk(page, url)
    page.get_by_role("button", name="English").click()  # another language, another frame
    english = page.frame_locator("iframe[title='Map of the partner cities']")
    english.locator("[data-ready=true]").wait_for()
    page.clock.fast_forward(60_000)
    english.locator("[data-ready=true]").click(position={"x": 500, "y": 60})

    page.clock.fast_forward(60_000)
    page.clock.run_for(1_000)

    expect(page.get_by_role("alertdialog")).to_be_hidden()


def test_nobody_is_asked_at_an_untouched_start(page: Page, url: str) -> None:
    kiosk(page, url)

    page.clock.fast_forward(RESET)
    page.clock.run_for(1_000)

    expect(page.get_by_role("alertdialog")).to_be_hidden()


# The tour


def test_the_tour_plays_the_years_and_then_the_partners(
    page: Page, serve: Callable[[Path], Server], tables: Path
) -> None:
    this_year = datetime.date.today().year
    town = tables / "town.toml"
    text = town.read_text(encoding="utf-8")
    town.write_text(text.replace("= 1990", f"= {this_year - 1}"), encoding="utf-8")
    url = serve(tables).url
    kiosk(page, url)
    expect(page.get_by_role("slider")).to_have_attribute("min", str(this_year - 1))

    begin_tour(page)

    expect(drawn(page)).to_have_attribute("data-year", str(this_year - 1))
    expect(drawn(page)).to_have_attribute("data-year", str(this_year))
    expect(drawn(page)).to_have_attribute("data-selected", "leidschendam")
    page.clock.fast_forward(11_000)
    expect(drawn(page)).to_have_attribute("data-selected", "saint-germain-en-laye")
    expect(page).to_have_url(f"{url}/?mode=kiosk")


def test_the_first_touch_ends_the_tour_and_presses_nothing(page: Page, url: str) -> None:
    kiosk(page, url)
    begin_tour(page)
    button = page.get_by_role("button", name="English").bounding_box()
    assert button is not None

    page.mouse.click(button["x"] + 20, button["y"] + 20)

    expect(page.get_by_text("Dotknij ekranu")).to_be_hidden()
    last = page.get_by_role("slider").get_attribute("max") or ""
    expect(drawn(page)).to_have_attribute("data-year", last)
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    choose(page, "Pisogne")


# Staying up


ALL_VISIBLE_TEXT = "document.body.innerText"


WAITING = {
    "pl": ("Chwileczkę", r"\b(connection|is streamlit|error|please|moment|the)\b"),
    "en": ("One moment, please", r"(Chwileczkę|mapa|connection|error)"),
}
"""What a kiosk says while its server is away, and what it must not say."""


def test_a_server_that_dies_and_comes_back_is_waited_for_in_the_visitors_language(
    used: BrowserContext, mortal: Server
) -> None:
    pages = {language: used.new_page() for language in WAITING}
    for language, page in pages.items():
        open_page(page, f"{mortal.url}/?mode=kiosk&city=pisogne&lang={language}")
    mortal.stop()

    for language, (said, unsaid) in WAITING.items():
        page = pages[language]
        expect(page.get_by_role("heading", name=said)).to_be_visible()
        # Streamlit's own message comes after some seconds of trying.
        until(page, "() => document.querySelectorAll('[role=dialog]').length")
        assert not re.search(unsaid, page.evaluate(ALL_VISIBLE_TEXT), re.IGNORECASE)
        expect(page.get_by_text("streamlit run")).not_to_be_visible()

    mortal.begin()
    mortal.wait()
    for language, (said, _) in WAITING.items():
        page = pages[language]
        expect(drawn(page)).to_have_attribute("data-selected", "pisogne", timeout=10_000)
        expect(page.get_by_role("heading", name=said)).to_be_hidden()
        page.close()


def test_a_reload_while_the_server_is_away_waits_for_it(page: Page, mortal: Server) -> None:
    open_page(page, f"{mortal.url}/?mode=kiosk")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    mortal.stop()

    page.reload()
    expect(page.get_by_role("heading", name="Chwileczkę")).to_be_visible()

    mortal.begin()
    mortal.wait()
    expect(drawn(page)).to_be_attached(timeout=10_000)


def test_a_new_version_of_the_program_is_loaded_when_nobody_uses_the_page(
    page: Page, url: str
) -> None:
    open_page(page, f"{url}/?mode=kiosk")
    page.evaluate("document.documentElement.dataset.before = 'yes'")
    page.route("**/data/build", lambda route: route.fulfill(body="another"), times=1)

    expect(page.locator("html[data-before]")).to_have_count(0)
    expect(drawn(page)).to_be_attached()


def test_a_new_version_does_not_disturb_a_visitor(page: Page, url: str) -> None:
    open_page(page, f"{url}/?mode=kiosk")
    choose(page, "Pisogne")
    page.evaluate("document.documentElement.dataset.before = 'yes'")

    with page.expect_response("**/data/build"):
        page.route("**/data/build", lambda route: route.fulfill(body="another"))
    with page.expect_response("**/data/build"):
        page.get_by_role("button", name="Wszystkie miasta").click()
    choose(page, "Denzlingen")

    expect(page.locator("html[data-before]")).to_have_count(1)


def test_new_data_are_on_the_kiosk(
    page: Page, serve: Callable[[Path], Server], tables: Path
) -> None:
    open_page(page, f"{serve(tables).url}/?mode=kiosk")
    path = tables / "partners.csv"
    text = path.read_text(encoding="utf-8")

    path.write_text(text.replace("hranice,Hranice,", "hranice,Nowe Hranice,"), encoding="utf-8")

    expect(page.get_by_role("radio", name=re.compile("^Nowe Hranice"))).to_be_visible()


def test_the_kiosk_asks_no_third_party_host(page: Page, url: str) -> None:
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    kiosk(page, url)
    begin_tour(page)

    assert {host for host in hosts if host} == {url.removeprefix("http://")}
