"""On paper the map shows all partners, whatever the visitor looks at, and then is as it was."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from partner_map.assets import palette
from tests.support.pages import drawn, map_of, open_page, until
from tests.support.paper import pictures, places_of

BESIDE_THE_NAME = 332  # pixels, 88 mm
HALF_A_PIXEL = 0.03  # degrees of latitude, at the zoom of a phone
VIEW = """() => {
  const map = Object.values(window).find((value) => value instanceof L.Map);
  const { lat, lng } = map.getCenter();
  return [lat, lng, map.getZoom()];
}"""
OUTSIDE = """() => {
  const map = Object.values(window).find((value) => value instanceof L.Map);
  const size = map.getSize();
  return fetch("../../data/partners.geojson?lang=pl")
    .then((answer) => answer.json())
    .then(({ features }) => features
      .filter(({ geometry: { coordinates: [longitude, latitude] } }) => {
        const { x, y } = map.latLngToContainerPoint([latitude, longitude]);
        const [right, bottom] = [Math.min(size.x, innerWidth), Math.min(size.y, innerHeight)];
        return x < 0 || y < 0 || x > right || y > bottom;
      })
      .map(({ properties: { id } }) => id));
}"""


ZOOM_IN = """(body, until) => new Promise((done) => {
  Object.values(window).find((value) => value instanceof L.Map).once(until, () => done());
  body.querySelector(".map-buttons .zoom").click();
})"""
"""Presses the button, and waits until the zoom has come so far."""


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844)])
def test_all_partners_are_on_paper_and_the_view_comes_back(
    page: Page, url: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, f"{url}/?year=2008&city=pisogne")
    body = map_of(page).locator("body")
    body.evaluate(ZOOM_IN, "zoomend")
    before = body.evaluate(VIEW)

    page.emulate_media(media="print")

    expect(map_of(page).locator("html")).to_have_class("printed")
    assert body.evaluate(OUTSIDE) == []
    names = map_of(page).locator(".partner-label")
    assert [name for name in names.all() if not name.is_visible()] == []
    frame = page.locator("iframe").bounding_box()
    assert frame is not None
    assert frame["width"] == BESIDE_THE_NAME
    page.emulate_media(media="screen")
    expect(map_of(page).locator("html")).not_to_have_class("printed")
    assert body.evaluate(VIEW) == pytest.approx(before, abs=HALF_A_PIXEL)
    drawn(page, "data-selected", "pisogne")


def test_a_print_in_the_midst_of_a_zoom_holds_all_partners(page: Page, url: str) -> None:
    open_page(page, url)
    body = map_of(page).locator("body")
    body.evaluate(ZOOM_IN, "zoomanim")

    page.emulate_media(media="print")

    expect(map_of(page).locator("html")).to_have_class("printed")
    assert body.evaluate(OUTSIDE) == []


def test_a_print_fits_the_map_and_gives_it_back(page: Page, url: str) -> None:
    open_page(page, f"{url}/?year=2008&city=pisogne")
    body = map_of(page).locator("body")
    body.evaluate(
        """() => {
          new MutationObserver(() => (window.printedOnce ||=
            document.documentElement.classList.contains("printed")))
            .observe(document.documentElement, { attributes: true });
        }"""
    )
    before = body.evaluate(VIEW)

    file = page.pdf(format="A4", prefer_css_page_size=True)

    (paper,) = pictures(file)
    across = [x for x, _ in places_of(paper, palette()["agreement"])]
    assert min(across) > paper.width / 2  # all of the chosen line, and no dot alone
    assert len(across) > 100
    until(page, "() => [...Array(frames.length).keys()].some((n) => frames[n].printedOnce)")
    expect(map_of(page).locator("html")).not_to_have_class("printed")
    assert body.evaluate(VIEW) == pytest.approx(before, abs=HALF_A_PIXEL)
