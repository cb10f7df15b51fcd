"""What Firefox prints; WebKitGTK's driver has no command for it."""

from __future__ import annotations

import pytest

from partner_map.assets import palette
from tests.support.engine import Engine
from tests.support.firefox import Firefox
from tests.support.paper import pictures, places_of

pytestmark = pytest.mark.thorough

MARGIN = 36  # points, somewhat less than the page's own
TOLD = "(words) => document.querySelector('.paper')?.textContent.includes(words)"


@pytest.fixture
def printer(engine: Engine) -> Firefox:
    if not isinstance(engine, Firefox):
        pytest.skip("WebKitGTK's driver cannot print")
    return engine


@pytest.mark.parametrize("width", [1400, 390])
def test_a_city_is_one_page_with_its_whole_map_beside_its_name(
    printer: Firefox, url: str, width: int
) -> None:
    printer.resize(width, 844)
    printer.open(f"{url}/?year=2008&city=pisogne")
    printer.drawn("data-selected", "pisogne")
    printer.wait(TOLD, "city=pisogne")

    (page,) = pictures(printer.print())

    line = places_of(page, palette()["agreement"])
    across = [x for x, _ in line]
    assert min(across) > page.width / 2
    assert max(across) < page.width - MARGIN
    (town,) = {x > page.width / 2 for x, y in places_of(page, palette()["town"]) if y < 200}
    assert town


@pytest.mark.parametrize(
    ("path", "last"),
    [
        ("wymiany", ".st-key-print-sheet ol"),
        ("o-danych", ".st-key-data table"),
        ("rada", ".presentation-handout .handout-step:nth-of-type(9)"),
    ],
)
def test_all_pages_of_a_long_one_are_printed(
    printer: Firefox, url: str, path: str, last: str
) -> None:
    printer.open(f"{url}/{path}")
    printer.wait("(last) => document.querySelector(last) !== null", last)

    pages = pictures(printer.print())

    assert len(pages) > 1
    assert all(len(page.getcolors(1 << 24) or []) > 1 for page in pages)


def test_the_map_without_a_city_is_one_page(printer: Firefox, url: str) -> None:
    printer.open(f"{url}/?year=2008")
    printer.drawn("data-year", "2008")

    assert len(pictures(printer.print())) == 1
