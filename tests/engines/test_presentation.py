"""The presentation on the page and from the exported file, in each engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from partner_map.cli.parser import main
from tests.support.engine import Engine

pytestmark = pytest.mark.thorough


def test_each_key_does_what_the_page_of_keys_says(engine: Engine, url: str) -> None:
    engine.open(f"{url}/rada")
    engine.shows("heading", "Miasta partnerskie")

    for key in ("PageDown", " ", "ArrowRight", "ArrowDown"):
        engine.press("Home")
        engine.shows("heading", "Miasta partnerskie")
        engine.press(key)
        engine.shows("heading", "Leidschendam")
    engine.press("End")
    engine.shows("heading", "Dziś")
    engine.press("PageUp")
    engine.shows("heading", "Denzlingen")
    engine.press("b")
    engine.shows("status", "")
    engine.press("b")
    engine.shows("heading", "Denzlingen")
    engine.press("?")
    engine.shows("dialog", "Klawisze")


def test_the_arrows_turn_the_steps(engine: Engine, url: str) -> None:
    engine.open(f"{url}/rada")
    engine.shows("heading", "Miasta partnerskie")

    engine.click("button", "Dalej")
    engine.shows("heading", "Leidschendam")
    engine.click("button", "Wstecz")
    engine.shows("heading", "Miasta partnerskie")


def test_the_exported_file_tells_the_same_from_the_disk(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "presentation.html"
    assert main(["export", str(path)]) == 0

    engine.open(path.as_uri())
    engine.shows("heading", "Miasta partnerskie")
    engine.press("PageDown")
    engine.shows("heading", "Leidschendam")
    engine.address("presentation.html#step=leidschendam")
    engine.click("button", "Języki: Polski")
    engine.click("button", "English")
    engine.shows("button", "Languages: English")
    engine.press("End")
    engine.shows("heading", "Today, ")
    engine.address("#step=close&lang=en")
    engine.reload()
    engine.shows("heading", "Today, ")
    assert engine.errors() == []
