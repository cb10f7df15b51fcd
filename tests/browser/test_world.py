"""Partners all over the world, beyond the 180th meridian too, and two at one place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page

from tests.support.folders import WORLDWIDE, worldwide_partners, write_folder
from tests.support.pages import drawn, map_of, open_page
from tests.support.server import Server

PLACE = """(body, [latitude, longitude]) => {
  const map = Object.values(window).find((value) => value instanceof L.Map);
  const { x, y } = map.latLngToContainerPoint([latitude, longitude]);
  const { x: width, y: height } = map.getSize();
  return { x, y, width, height };
}"""
"""Where a place stands on the map, and the map's size, in pixels."""
ZOOM_IN = """() => {
  const map = Object.values(window).find((value) => value instanceof L.Map);
  map.setView([49.54796, 17.73469], 9, { animate: false });
}"""
TWIN = {"id": "hranice-twin", "name_pl": "Bliźniak", "name_en": "Twin", "name_own": "Twin"}
APIA_RUN_ON = (WORLDWIDE["apia"][1], WORLDWIDE["apia"][2] + 360)


@pytest.fixture
def world(page: Page, serve: Callable[[Path], Server], tmp_path: Path) -> Page:
    """The map of a town with partners all over the world, two of them at one place."""
    rows = worldwide_partners()
    folder = write_folder(tmp_path / "tables", [*rows, rows[-1] | TWIN])
    open_page(page, serve(folder).url)
    return page


def place_on(layer: FrameLocator, latitude: float, longitude: float) -> dict[str, float]:
    found: dict[str, float] = layer.locator("body").evaluate(PLACE, [latitude, longitude])
    return found


def test_all_are_in_sight_and_one_beyond_the_180th_meridian_is_chosen_where_its_line_ends(
    world: Page,
) -> None:
    layer = map_of(world)
    for country, latitude, longitude in WORLDWIDE.values():
        east = longitude + 360 if longitude < -159 else longitude
        place = place_on(layer, latitude, east)
        assert 0 < place["x"] < place["width"], country
        assert 0 < place["y"] < place["height"], country

    dot = place_on(layer, *APIA_RUN_ON)
    layer.locator("[data-ready]").click(position={"x": dot["x"], "y": dot["y"]})

    drawn(world, "data-selected", "apia")


def test_two_at_one_place_are_both_named_and_chosen(world: Page) -> None:
    layer = map_of(world)
    layer.locator("body").evaluate(ZOOM_IN)

    layer.get_by_role("button", name="Hranice").click()
    drawn(world, "data-selected", "hranice")
    layer.get_by_role("button", name="Bliźniak").press("Enter")
    drawn(world, "data-selected", "hranice-twin")
