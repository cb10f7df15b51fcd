"""No name on a map can be taken for another's: at every width, in every year, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from partner_map.tables import read_dataset
from tests.support.folders import FROZEN, PARTNER, write_folder
from tests.support.pages import drawn, map_of, open_page
from tests.support.server import Server

DATASET = read_dataset(FROZEN)
YEARS = sorted(
    {
        year
        for partner in DATASET.placed
        for year in (partner.contacts_year, partner.agreement_year, partner.ended_year)
        if year is not None
    }
)
"""Every year at which something changes."""
WINDOWS = [
    (320, 640),
    (360, 640),
    (390, 844),
    (768, 1024),
    (844, 390),
    (1280, 720),
    (1400, 900),
    (1920, 1080),
]
MAPS = [(320, 256), (360, 288), (390, 380), (844, 250), (328, 288), (358, 380), (540, 512)]
"""Maps of phones and of the exchanges page, in pixels, whatever the page around them."""
TIGHT_MAPS = [(288, 288), (793, 176)]
"""Where a name may have no place of its own, and is left out."""
HALLS = [(1920, 1080), (1080, 1920), (1280, 720)]
SETTLED = """async (size) => {
  const map = Object.values(window).find((value) => value instanceof L.Map);
  const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
  await document.fonts.ready;
  const asked = () => size === null || (innerWidth === size[0] && innerHeight === size[1]);
  const fitted = () => map.getSize().equals([innerWidth, innerHeight]);
  while (!asked() || !fitted()) await frame();
  await frame();
  await frame();
}"""
FAULTS = """([features, years, cities, town]) => {
  const NEARER = 2;
  const map = Object.values(window).find((value) => value instanceof L.Map);
  const container = map.getContainer();
  const faults = new Set();
  const inWindow = (element) => element.getBoundingClientRect();
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const meet = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const away = (box, { x, y }) => Math.hypot(
    Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const textOf = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  };
  const shown = () => {
    const { agreements, contacts, ended } = container.dataset;
    return `${agreements} ${contacts} ${ended}`.split(" ").filter(Boolean);
  };
  const look = (when) => {
    const dots = new Map([[town.name, map.latLngToContainerPoint(town.place)]]);
    for (const id of shown()) {
      const { name, place } = features[id];
      dots.set(name, map.latLngToContainerPoint(place));
    }
    const names = [...container.querySelectorAll(".partner-label, .town-label")].filter(seen);
    const controls = [...container.querySelectorAll(".leaflet-control")].filter(seen);
    const named = new Set(names.map((name) => name.textContent));
    for (const name of dots.keys()) if (!named.has(name)) faults.add(`${when}: no ${name}`);
    for (const [index, label] of names.entries()) {
      const text = label.textContent;
      const box = inWindow(label);
      const out = box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight;
      if (out) faults.add(`${when}: ${text} leaves the map`);
      for (const other of names.slice(0, index)) {
        if (meet(box, inWindow(other))) faults.add(`${when}: ${text} on ${other.textContent}`);
      }
      for (const control of controls) {
        if (meet(box, inWindow(control))) faults.add(`${when}: ${text} under a control`);
      }
      for (const measured of [box, textOf(label)]) {
        const own = away(measured, dots.get(text));
        for (const [name, dot] of dots) {
          const distance = away(measured, dot);
          if (distance < 6) faults.add(`${when}: ${text} covers the dot of ${name}`);
          if (name !== text && distance < own + NEARER) faults.add(`${when}: ${text} at ${name}`);
        }
      }
    }
    const countries = [...container.querySelectorAll(".country-name")].filter(seen);
    for (const country of countries) {
      const box = inWindow(country);
      const covers = names.some((name) => meet(box, inWindow(name))) ||
        [...dots.values()].some((dot) => away(box, dot) < 6);
      if (covers) faults.add(`${when}: ${country.textContent} covers a name or a dot`);
    }
  };
  const view = window.partnerMapView;
  const show = (changed) => {
    window.partnerMapView = { ...view, ...changed };
    window.dispatchEvent(new Event("partner-map-view"));
  };
  for (const year of years) {
    show({ year });
    look(year);
  }
  for (const city of cities) {
    show({ city });
    if (container.dataset.selected !== city) faults.add(`${city} is not chosen`);
    look(city);
  }
  show({});
  return [...faults];
}"""


def faults(page: Page, language: str) -> list[str]:
    """What breaks a rule on the map as it stands, in every year and with every city chosen."""
    features = {
        partner.id: {
            "name": partner.name[language],
            "place": [partner.coordinate.latitude, partner.coordinate.longitude],
        }
        for partner in DATASET.placed
        if partner.coordinate is not None
    }
    town = DATASET.town
    hub = {
        "name": town.name[language],
        "place": [town.coordinate.latitude, town.coordinate.longitude],
    }
    found = (
        map_of(page)
        .locator("body")
        .evaluate(f"(_, told) => ({FAULTS})(told)", [features, YEARS, list(features), hub])
    )
    return [str(fault) for fault in found]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_city_is_named_and_no_name_misleads(page: Page, url: str, language: str) -> None:
    open_page(page, f"{url}/?lang={language}")
    found = in_windows(page, language, WINDOWS)
    for size in MAPS:
        resize_map(page, size)
        found += [f"a map of {size}, {fault}" for fault in faults(page, language)]
    for size in TIGHT_MAPS:
        resize_map(page, size)
        lies = [fault for fault in faults(page, language) if ": no " not in fault]
        found += [f"a map of {size}, {fault}" for fault in lies]

    assert not found, "\n".join(found)


def test_no_country_is_in_the_way_before_the_next_paint(page: Page, url: str) -> None:
    open_page(page, url)
    map_of(page).locator("body").evaluate("() => { window.setTimeout = () => 0; }")

    found = in_windows(page, "pl", WINDOWS)

    assert [fault for fault in found if "covers" in fault] == []


def test_every_city_is_named_in_the_larger_letters_of_a_hall(page: Page, url: str) -> None:
    open_page(page, f"{url}/?mode=kiosk")

    assert in_windows(page, "pl", HALLS) == []


def in_windows(page: Page, language: str, windows: list[tuple[int, int]]) -> list[str]:
    """What breaks a rule in these windows, in pixels."""
    found = []
    for width, height in windows:
        page.set_viewport_size({"width": width, "height": height})
        map_of(page).locator("body").evaluate(f"() => ({SETTLED})(null)")
        found += [f"{width} x {height}, {fault}" for fault in faults(page, language)]
    return found


def resize_map(page: Page, size: tuple[int, int]) -> None:
    """Give the map a size in pixels, whatever the page around it."""
    page.locator("iframe").first.evaluate(
        """(frame, [width, height]) => {
          for (const [name, value] of Object.entries({
            position: "fixed", width: `${width}px`, height: `${height}px`, "min-height": 0,
            border: 0,
          })) frame.style.setProperty(name, value, "important");
        }""",
        size,
    )
    map_of(page).locator("body").evaluate(f"(_, size) => ({SETTLED})(size)", size)


def test_a_year_with_more_names_than_are_laid_with_care_is_drawn(
    page: Page, serve: Callable[[Path], Server], tmp_path: Path
) -> None:
    rows = [
        PARTNER | {"id": f"p{number}", "agreement": "2000" if number < 40 else "2001"}
        for number in range(45)
    ]
    server = serve(
        write_folder(tmp_path / "tables", [row | {"first_contacts": ""} for row in rows])
    )
    open_page(page, f"{server.url}/?year=2000")

    page.get_by_role("slider").press("ArrowRight")

    drawn(page, "data-year", "2001")
