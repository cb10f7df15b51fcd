"""What we rely on inside others' packages; each test names the one whose upgrade broke it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

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


@pytest.fixture(scope="module")
def explorer(used: BrowserContext, url: str) -> Iterator[Page]:
    """The map in English in a year between, on a page that the tests share."""
    page = used.new_page()
    open_page(page, f"{url}/?lang=en&year=2000")
    yield page
    page.close()


def test_leaflet_is_inside_as_leaflet_internals_js_takes_it(explorer: Page) -> None:
    assert map_of(explorer).locator("body").evaluate(LEAFLET) == {
        "methods": ["_update", "_updatePaths"],
        "bounds": True,
        "container": 1,
        "zoomAnimated": "boolean",
        "moving": "function",
        "animatingZoom": True,
    }


def test_streamlit_folium_is_inside_as_streamlit_folium_js_takes_it(
    explorer: Page, url: str
) -> None:
    inside = map_of(explorer).locator("body")

    assert inside.evaluate("typeof window.Streamlit.setComponentValue") == "function"
    assert inside.evaluate("window.frameElement.ownerDocument === window.parent.document")
    assert inside.evaluate("document.querySelectorAll('meta[name=viewport]').length") == 1
    assert inside.evaluate("document.getElementById('basemap').href").startswith(url)
    expect(explorer.locator("iframe")).to_have_attribute("title", "Map of the partner cities")


@pytest.mark.parametrize(
    ("key", "inside"),
    [
        ("year-slider", "input[type=range]"),
        ("explorer", "iframe"),
        ("languages-en", "button"),
    ],
)
def test_streamlits_page_is_inside_as_streamlit_page_js_takes_it(
    explorer: Page, key: str, inside: str
) -> None:
    expect(explorer.locator(f".st-key-{key} {inside}")).to_have_count(1)


def test_streamlits_slider_writes_its_value_into_the_attribute(explorer: Page) -> None:
    slider = explorer.locator(".st-key-year-slider input[type=range]")

    slider.focus()
    explorer.keyboard.press("ArrowRight")

    expect(slider).to_have_attribute("value", "2001")
