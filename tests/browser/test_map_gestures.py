"""Whose a touch and the wheel are: the page's with one finger, the map's with two."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.pages import drawn, map_of, new_context, open_page, until

ZOOM = """() => Object.values(window).find((value) => value instanceof L.Map).getZoom()"""
ZOOMED = f"""(_, before) => new Promise((done) => {{
  const look = () => (({ZOOM})() > before ? done() : requestAnimationFrame(look));
  look();
}})"""
"""Waits until the map is zoomed in."""
MOVED_DOWN = """(body, before) => new Promise((done) => {
  const frame = window.frameElement.getBoundingClientRect();
  const look = () => {
    const { top } = body.querySelector("[aria-label^=Hranice]").getBoundingClientRect();
    return frame.top + top > before + 50 ? done() : requestAnimationFrame(look);
  };
  look();
})"""
"""Waits until a name stands lower than before."""
MAP_ZOOM = """() => {
  const inside = document.querySelector("iframe").contentWindow;
  return Object.values(inside).find((value) => value instanceof inside.L.Map).getZoom();
}"""
"""The map's zoom, asked of the page around it."""
PAN = """() => Object.values(window).find((value) => value instanceof L.Map)
  .panBy([0, 40], { duration: 60 })"""
HALF_A_SECOND = """async () => {
  for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
}"""
SCROLLED = "(main) => main.closest('[role=group]').scrollTop"
Finger = tuple[float, float]


@pytest.fixture(scope="module")
def touched(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that has the program's files in its cache."""
    context = new_context(browser, viewport={"width": 390, "height": 844}, has_touch=True)
    yield context
    context.close()


@pytest.fixture
def phone(touched: BrowserContext, url: str) -> Iterator[Page]:
    """The map on a phone."""
    page = touched.new_page()
    open_page(page, url)
    yield page
    page.close()


def touch(page: Page, *moves: list[Finger]) -> None:
    """Put fingers down, move them and lift them."""
    devtools = page.context.new_cdp_session(page)
    for index, fingers in enumerate([*moves, []]):
        kind = "touchEnd" if not fingers else "touchMove" if index else "touchStart"
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(fingers)]
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def middle(page: Page, selector: str) -> Finger:
    """The middle of an element of the map, in the window."""
    box = map_of(page).locator(selector).first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def zoom(page: Page) -> float:
    return float(map_of(page).locator("body").evaluate(ZOOM))


@pytest.mark.parametrize(
    "begin", [".leaflet-container", ".partner-label:has-text('Hranice')", ".map-legend ul"]
)
def test_a_swipe_up_scrolls_the_page_wherever_it_begins(phone: Page, begin: str) -> None:
    main = phone.get_by_role("main")
    assert main.evaluate(SCROLLED) == 0
    x, y = middle(phone, begin)

    touch(phone, [(x, y)], *([(x, y - 20 * step)] for step in range(1, 10)))

    until(phone, "() => document.querySelector('[data-testid=stMain]').scrollTop > 50")
    drawn(phone, "data-selected", "")


def test_one_finger_does_not_move_the_map_and_is_told_so_once(phone: Page) -> None:
    name = map_of(phone).get_by_role("button", name="Hranice")
    before = name.evaluate("(button) => button.style.transform")
    word = map_of(phone).get_by_text("Mapę przesuniesz dwoma palcami")
    x, y = middle(phone, ".leaflet-container")

    touch(phone, [(x, y)], [(x - 30, y)], [(x - 60, y)], [(x - 90, y)])

    expect(word).to_be_visible()
    expect(word).to_have_count(0)
    touch(phone, [(x, y)], [(x - 30, y)], [(x - 60, y)])
    expect(word).to_have_count(0)
    assert name.evaluate("(button) => button.style.transform") == before


@pytest.mark.parametrize("begin", [".leaflet-container", ".partner-label:has-text('Hranice')"])
def test_two_fingers_zoom_the_map_also_on_a_name(phone: Page, begin: str) -> None:
    before = zoom(phone)
    x, y = middle(phone, begin)

    touch(phone, *([(x - reach, y), (x + reach, y)] for reach in (10, 20, 40, 60)))

    map_of(phone).locator("body").evaluate(ZOOMED, before)
    drawn(phone, "data-selected", "")


def test_the_wheel_zooms_the_map_of_a_page_of_its_own(page: Page, url: str) -> None:
    open_page(page, url)
    before = zoom(page)

    page.mouse.move(*middle(page, ".leaflet-container"))
    page.mouse.wheel(0, -300)

    expect(map_of(page).locator(".moved")).to_have_count(1)
    map_of(page).locator("body").evaluate(ZOOMED, before)


def test_a_window_that_turns_while_the_map_moves_shows_the_whole(page: Page, url: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    open_page(page, url)
    whole = zoom(page)
    page.set_viewport_size({"width": 844, "height": 300})
    until(page, f"() => ({MAP_ZOOM})() < {whole}")
    map_of(page).locator("body").evaluate(f"() => {{ ({PAN})(); }}")

    page.set_viewport_size({"width": 1280, "height": 720})
    until(page, f"() => ({MAP_ZOOM})() === {whole}")
    map_of(page).locator("body").evaluate(HALF_A_SECOND)

    assert zoom(page) == whole, "nothing led it away again"


def test_the_whole_is_shown_also_out_of_the_midst_of_a_zoom(page: Page, url: str) -> None:
    open_page(page, url)
    whole = zoom(page)

    map_of(page).locator("body").evaluate(
        """(body) => {
          body.querySelector(".map-buttons .zoom").click();
          const map = Object.values(window).find((value) => value instanceof L.Map);
          const event = (name) => new Promise((done) => map.once(name, () => done()));
          const begun = event("zoomanim");
          const ended = event("zoomend");
          return begun.then(() => {
            body.querySelector(".map-buttons .whole").click();
            return ended;
          });
        }"""
    )

    expect(map_of(page).locator(".moved")).to_have_count(0)
    until(page, f"() => ({MAP_ZOOM})() === {whole}")


def test_in_another_page_the_wheel_scrolls_that_page_and_zooms_with_ctrl(
    page: Page, url: str
) -> None:
    body = f"<iframe src='{url}/' style='width:1200px;height:800px'></iframe>"
    page.route(
        f"{url}/embedding.html",
        lambda route: route.fulfill(
            body=f"<body style='margin:0;height:3000px'>{body}</body>", content_type="text/html"
        ),
    )
    page.goto(f"{url}/embedding.html")
    inner = page.frame_locator("iframe").frame_locator("iframe")
    inner.locator("[data-ready=true]").wait_for()
    before = inner.locator("body").evaluate(ZOOM)
    box = inner.locator(".leaflet-container").bounding_box()
    assert box is not None

    page.mouse.move(box["x"] + 300, box["y"] + 60)
    page.mouse.wheel(0, 300)

    expect(inner.get_by_text("Mapę powiększa kółko z klawiszem Ctrl")).to_be_visible()
    until(page, "() => scrollY > 100")
    assert inner.locator("body").evaluate(ZOOM) == before
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    expect(inner.locator(".moved")).to_have_count(1)
    assert page.evaluate("visualViewport.scale") == 1


def test_arrows_move_a_map_that_shows_a_part(page: Page, url: str) -> None:
    open_page(page, url)
    up = map_of(page).get_by_role("button", name="Przesuń mapę w górę")
    dot = map_of(page).get_by_role("button", name=re.compile("^Hranice"))
    expect(up).to_be_hidden()

    map_of(page).get_by_role("button", name="Przybliż").click()
    expect(up).to_be_visible()
    before = dot.bounding_box()
    up.click()

    assert before is not None
    frame = page.frame_locator("iframe").locator("body")
    frame.evaluate(MOVED_DOWN, before["y"])
