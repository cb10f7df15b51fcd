"""What we rely on inside others' packages; each test names the one whose upgrade broke it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.pages import map_of, open_page

LEAFLET = """async () => {
  const renderer = new L.Renderer();
  const frame = document.createElement("div");
  frame.style.height = "100px";
  document.body.append(frame);
  const map = L.map(frame, { zoomAnimation: true }).setView([50, 20], 4);
  map.addLayer(new (L.Renderer.extend({
    _initContainer() { this._container = document.createElement("div"); },
    _destroyContainer() { this._container.remove(); },
    _update() {
      L.Renderer.prototype._update.call(this);
      window.partnerMapBounds = this._bounds instanceof L.Bounds && this._map === map;
    },
  }))());
  const container = map.getPane("overlayPane").children.length;
  const found = {
    methods: ["_update", "_updatePaths"].filter((name) => name in renderer),
    bounds: window.partnerMapBounds,
    container,
    zoomAnimated: typeof map._zoomAnimated,
    moving: typeof map.dragging.moving,
  };
  const animated = new Promise((resolve) => map.once("zoomanim", resolve));
  map.setZoom(5);
  await animated;
  found.animatingZoom = map._animatingZoom;
  map.remove();
  frame.remove();
  return found;
}"""


def test_leaflet_is_inside_as_leaflet_internals_js_takes_it(page: Page, url: str) -> None:
    open_page(page, url)

    assert map_of(page).locator("body").evaluate(LEAFLET) == {
        "methods": ["_update", "_updatePaths"],
        "bounds": True,
        "container": 1,
        "zoomAnimated": "boolean",
        "moving": "function",
        "animatingZoom": True,
    }


def test_streamlit_folium_is_inside_as_streamlit_folium_js_takes_it(page: Page, url: str) -> None:
    open_page(page, f"{url}/?lang=en")
    inside = map_of(page).locator("body")

    assert inside.evaluate("typeof window.Streamlit.setComponentValue") == "function"
    assert inside.evaluate("window.frameElement.ownerDocument === window.parent.document")
    assert inside.evaluate("document.querySelectorAll('meta[name=viewport]').length") == 1
    assert inside.evaluate("document.getElementById('basemap').href").startswith(url)
    expect(page.locator("iframe")).to_have_attribute("title", "Map of the partner cities")


@pytest.mark.parametrize(
    ("key", "inside"),
    [
        ("year-slider", "input[type=range]"),
        ("explorer", "iframe"),
        ("language-en", "button"),
    ],
)
def test_streamlits_page_is_inside_as_streamlit_page_js_takes_it(
    page: Page, url: str, key: str, inside: str
) -> None:
    open_page(page, url)

    expect(page.locator(f".st-key-{key} {inside}")).to_have_count(1)


def test_streamlits_slider_writes_its_value_into_the_attribute(page: Page, url: str) -> None:
    open_page(page, f"{url}/?year=2000")
    slider = page.locator(".st-key-year-slider input[type=range]")

    slider.focus()
    page.keyboard.press("ArrowRight")

    expect(slider).to_have_attribute("value", "2001")
