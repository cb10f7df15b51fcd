"""No English on the Polish page, and faults told where each reader looks."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.support.folders import PARTNER, write_folder
from tests.support.pages import SAID, english_only, map_of, open_page
from tests.support.server import Server


def test_no_english_is_left_on_the_polish_page(page: Page, url: str) -> None:
    open_page(page, f"{url}/?city=denzlingen&type=school")
    page.get_by_text("Źródła (").click()
    expect(page.get_by_role("link", name="konstancinjeziorna.pl").first).to_be_visible()
    page.get_by_role("button", name="Filtr").click()
    expect(page.get_by_text("Rodzaj wymiany", exact=True)).to_be_visible()

    said = set(page.evaluate(SAID)) | set(map_of(page).locator("body").evaluate(f"({SAID})()"))

    assert said & english_only() == set()


def test_health_tells_what_is_served(url: str) -> None:
    with urllib.request.urlopen(f"{url}/healthz") as answer:
        told = json.load(answer)

    assert (told["partners"], told["events"]) == (8, 44)
    assert told["version"]
    assert told["age_seconds"] >= 0


def test_broken_tables_are_told_to_the_operator_and_kept_from_the_visitor(
    page: Page, start: Callable[[Path], Server], tmp_path: Path
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER | {"country": "nowhere"}])
    server = start(folder)

    page.goto(f"{server.url}/?lang=en")
    expect(page.get_by_role("alert")).to_contain_text("The data cannot be shown")
    assert str(tmp_path) not in page.content()

    try:
        urllib.request.urlopen(f"{server.url}/healthz")
        status, told = 200, ""
    except urllib.error.HTTPError as answer:
        status, told = answer.code, answer.read().decode()
    assert status == 503
    assert "country" in told
    assert "row 2" in told
