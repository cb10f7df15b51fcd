"""A touch on a dot chooses that dot's city, however little of the map is in sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.pages import drawn, map_of, open_page

DOTS = """() => {
  const map = Object.values(window).find((value) => value instanceof L.Map);
  const frame = window.frameElement.getBoundingClientRect();
  return fetch("../../data/partners.geojson?lang=pl")
    .then((answer) => answer.json())
    .then(({ features }) => features.map(({ properties, geometry }) => {
      const [longitude, latitude] = geometry.coordinates;
      const { x, y } = map.latLngToContainerPoint([latitude, longitude]);
      return { id: properties.id, x: frame.left + x, y: frame.top + y };
    }));
}"""
"""Where the dot of each partner lies in the window, in pixels."""
FITTED = """async () => {
  const map = Object.values(window).find((value) => value instanceof L.Map);
  const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
  await frame();
  while (!map.getSize().equals([innerWidth, innerHeight])) await frame();
  await frame();
}"""
"""Waits until the map has taken the size of its frame."""
SCROLL = "(main, top) => main.closest('[role=group]').scrollTo(0, top)"
SIZES = [(844, 390, 0), (390, 844, 250), (390, 844, 0), (1400, 900, 0)]
CITIES = ["cesis", "saint-germain-en-laye", "denzlingen", "pisogne"]


@pytest.fixture(scope="module")
def shared(used: BrowserContext, url: str) -> Iterator[Page]:
    """The map, with no city chosen."""
    page = used.new_page()
    open_page(page, url)
    yield page
    page.close()


@pytest.mark.parametrize(("width", "height", "scrolled"), SIZES)
def test_the_first_click_on_a_dot_chooses_its_city(
    shared: Page, width: int, height: int, scrolled: int
) -> None:
    page = shared
    page.set_viewport_size({"width": width, "height": height})
    map_of(page).locator("body").evaluate(FITTED)
    tried = []
    for city in CITIES:
        page.evaluate("document.activeElement.blur()")  # as before the first click
        page.get_by_role("main").evaluate(SCROLL, scrolled)
        (dot,) = [dot for dot in map_of(page).locator("body").evaluate(DOTS) if dot["id"] == city]
        if not 0 < dot["y"] < height:
            continue
        page.mouse.click(dot["x"], dot["y"])
        drawn(page, "data-selected", city)
        tried.append(city)
        page.get_by_role("button", name="Wszystkie miasta").click()
        drawn(page, "data-selected", "")

    assert tried


def test_a_key_on_a_name_chooses_that_name(shared: Page) -> None:
    page = shared
    page.set_viewport_size({"width": 390, "height": 844})
    for city, name in (("denzlingen", "Denzlingen"), ("pisogne", "Pisogne")):
        map_of(page).get_by_role("button", name=name).press("Enter")
        drawn(page, "data-selected", city)
        expect(page.get_by_role("heading", name=name)).to_be_visible()
