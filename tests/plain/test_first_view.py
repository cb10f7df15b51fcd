"""The first view as HTML: words escaped, links that lead to what they name."""

from __future__ import annotations

import datetime
from pathlib import Path

from partner_map.model import Filters, View
from partner_map.plain.first_view import Picture, first_view
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN, PARTNER, many_partners, write_folder
from tests.support.pages import HOSTILE

TODAY = datetime.date(2026, 11, 26)
PICTURE = Picture("map.webp?size=780x756", "", 390, 378)


def shown(folder: Path, view: View) -> str:
    return first_view(read_dataset(folder), view, TODAY, PICTURE, PICTURE)


def test_what_stands_in_a_cell_is_no_element(tmp_path: Path) -> None:
    names = {f"name_{code}": HOSTILE for code in ("pl", "en")}

    page = shown(write_folder(tmp_path, [PARTNER | names]), View(2026, language="en"))

    assert "<script" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;" in page


def test_it_has_no_more_rows_than_a_page_of_the_list(tmp_path: Path) -> None:
    page = shown(write_folder(tmp_path, many_partners(25)), View(2026, language="en"))

    assert page.count('<span class="name"') == 10
    assert 'class="first-pager"' in page


def test_without_a_city_to_list_it_says_why() -> None:
    nowhere = Filters(countries=frozenset({"XX"}))

    page = shown(FROZEN, View(2026, filters=nowhere, language="en"))

    assert "No city matches the filters." in page
    assert 'id="cities"' not in page


def test_each_language_keeps_what_is_looked_at() -> None:
    page = shown(FROZEN, View(2011, city="hranice", language="en"))

    assert 'href="./?year=2011&amp;city=hranice&amp;lang=de"' in page
    assert 'href="./?year=2011&amp;city=hranice"' in page  # in Polish


def test_what_the_readers_language_lacks_says_which_it_is_in() -> None:
    page = shown(FROZEN, View(2026, city="hranice", language="nl"))

    assert '<span lang="en">mayor <span class="quiet">(en)</span></span>, Hranice' in page


def test_the_city_is_told_as_of_the_year() -> None:
    page = shown(FROZEN, View(2012, city="hranice", language="en"))

    assert "as of the end of 2012" in page
