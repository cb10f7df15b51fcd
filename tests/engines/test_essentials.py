"""What every visitor does, in each engine: the reduced set that runs with all other tests."""

from __future__ import annotations

import pytest

from tests.support.engine import Engine

PAGES = {
    "": ("heading", "Miasta partnerskie Konstancina-Jeziorny"),
    "wymiany?lang=en": ("heading", "Exchanges with"),
    "o-danych": ("heading", "O danych"),
}


def open_map(engine: Engine, url: str) -> None:
    """Open the page and wait until the map is drawn."""
    engine.open(url)
    engine.drawn("data-ready", "true")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_comes_without_an_error(engine: Engine, url: str, path: str) -> None:
    engine.open(f"{url}/{path}")

    engine.shows(*PAGES[path])
    if path != "o-danych":
        engine.drawn("data-ready", "true")
    assert engine.errors() == []


def test_a_key_on_the_slider_moves_the_map_and_a_reload_keeps_the_year(
    engine: Engine, url: str
) -> None:
    open_map(engine, f"{url}/?year=2018")

    engine.focus("slider", "")
    engine.press("ArrowRight")

    engine.drawn("data-year", "2019")
    engine.drawn("data-ended", "leidschendam")
    engine.address("/?year=2019")
    engine.reload()
    engine.drawn("data-year", "2019")


def test_a_name_on_the_map_and_a_row_of_the_list_choose_and_back_goes_back(
    engine: Engine, url: str
) -> None:
    open_map(engine, url)

    engine.click("radio", "Pisogne")
    engine.drawn("data-selected", "pisogne")
    engine.shows("heading", "Pisogne")
    engine.address("/?city=pisogne")
    engine.click("button", "Denzlingen")
    engine.drawn("data-selected", "denzlingen")
    engine.address("/?city=denzlingen")
    engine.back()

    engine.drawn("data-selected", "pisogne")


def test_the_keys_of_the_presentation_work_from_the_page_and_from_the_map(
    engine: Engine, url: str
) -> None:
    engine.open(f"{url}/rada?step=cesis")
    engine.shows("heading", "Cēsis")

    engine.press("PageDown")
    engine.shows("heading", "Nowa Wilejka")
    engine.focus("region", "Mapa miast partnerskich")
    engine.press("ArrowLeft")
    engine.shows("heading", "Cēsis")
    engine.press("End")
    engine.shows("heading", "Dziś")

    assert engine.errors() == []
