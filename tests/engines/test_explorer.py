"""The map as a resident uses it, in each engine."""

from __future__ import annotations

import pytest

from tests.support.engine import FRAMES, Engine, Point

pytestmark = pytest.mark.thorough

SLIDER = "document.querySelector('input[type=range]').value"
DOTS = """async (one, other) => {
  const frame = document.querySelector('iframe');
  const inside = frame.contentWindow;
  const map = Object.values(inside).find((value) => value instanceof inside.L.Map);
  const answer = await inside.fetch('../../data/partners.geojson?lang=pl');
  const { features, town } = await answer.json();
  const around = frame.getBoundingClientRect();
  const place = (latitude, longitude) => {
    const { x, y } = map.latLngToContainerPoint([latitude, longitude]);
    return [around.left + frame.clientLeft + x, around.top + frame.clientTop + y];
  };
  const { geometry } = features.find(({ properties: { id } }) => id === one);
  return [place(town.latitude, town.longitude), place(...geometry.coordinates.toReversed())];
}"""
"""Where the town and a partner are in the window."""
ABOVE = "document.querySelector('iframe').getBoundingClientRect().top"
"""Where the map begins below the window's upper edge, in pixels."""
ZOOM = """() => {
  const inside = document.querySelector('iframe').contentWindow;
  return Object.values(inside).find((value) => value instanceof inside.L.Map).getZoom();
}"""
ZOOMED = f"(before) => ({ZOOM})() > before"


def open_map(engine: Engine, url: str) -> None:
    """Open the page and wait until the map is drawn."""
    engine.open(url)
    engine.drawn("data-ready", "true")


def near_the_dot(engine: Engine, city: str) -> Point:
    """A point of a partner's line, which a great circle hardly bends so near to its end."""
    (town_x, town_y), (x, y) = engine.at_rest(DOTS, city)
    return x + (town_x - x) * 0.15, y + (town_y - y) * 0.15


def test_a_drag_of_the_slider_moves_the_map(engine: Engine, url: str) -> None:
    open_map(engine, f"{url}/?year=2018")
    x, y = engine.place("slider", "")

    engine.drag([(x, y), (x - 60, y), (x - 150, y), (x - 200, y)])

    year = engine.wait(f"() => {SLIDER} < '2014' && {SLIDER}")
    engine.drawn("data-year", year)
    engine.address(f"?year={year}")


def test_a_line_chooses_its_city(engine: Engine, url: str) -> None:
    open_map(engine, url)

    engine.click_at(near_the_dot(engine, "cesis"))

    engine.drawn("data-selected", "cesis")
    engine.shows("heading", "Cēsis")


def test_a_filter_leaves_its_cities_on_the_map(engine: Engine, url: str) -> None:
    open_map(engine, url)

    engine.click("button", "Filtr")
    engine.click("button", "sport")

    engine.drawn("data-agreements", "hranice")
    engine.address("/?type=sport")


def test_an_address_restores_the_whole_state(engine: Engine, url: str) -> None:
    open_map(engine, f"{url}/?year=2015&city=hranice&type=sport&lang=en")
    for _ in range(2):
        engine.drawn("data-year", "2015")
        engine.drawn("data-selected", "hranice")
        engine.shows("button", "Filter (1)")
        engine.shows("heading", "Hranice")
        engine.reload()


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_link_to_a_city_shows_its_map_first_on_a_phone(
    engine: Engine, url: str, language: str
) -> None:
    engine.resize(390, 844)
    open_map(engine, f"{url}/?lang={language}&city=denzlingen")
    engine.shows("heading", "Denzlingen")
    engine.drawn("data-selected", "denzlingen")

    assert engine.evaluate(f"async () => {{ await ({FRAMES})(); return {ABOVE}; }}") > 0


def test_the_wheel_zooms_the_map(engine: Engine, url: str) -> None:
    open_map(engine, url)
    before = engine.evaluate(ZOOM)

    engine.turn_wheel(engine.place("region", "Mapa miast partnerskich"), down=-300)

    engine.wait(ZOOMED, before)
