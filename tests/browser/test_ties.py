"""Ties as they are in the world: undated, suspended, for a project, renewed, on a real page."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from partner_map.tables import AGREEMENTS
from tests.support.folders import PARTNER, write_folder
from tests.support.forms import RENEWAL
from tests.support.pages import drawn, map_of, open_page
from tests.support.server import Server

LAST_YEAR = datetime.date.today().year - 1


def named(name: str, latitude: str, **cells: str) -> dict[str, str]:
    """A partner of a name, at a latitude of its own so that each has its line."""
    names = dict.fromkeys(("name_pl", "name_en", "name_own"), name)
    return PARTNER | names | {"id": name.lower(), "latitude": latitude} | cells


def write_ties(folder: Path) -> Path:
    write_folder(
        folder,
        [
            PARTNER,
            named("Undated", "49.3", agreement="", agreement_kind=""),
            named("Suspended", "49.8", suspended=f"{LAST_YEAR}-03-01"),
            named("Project", "50.1", agreement_kind="project"),
        ],
    )
    with (folder / "agreements.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(AGREEMENTS.by_name))
        writer.writeheader()
        writer.writerow(RENEWAL)
    return folder


def test_each_tie_stands_on_the_map_as_what_it_is(
    serve: Callable[[Path], Server], page: Page, tmp_path: Path
) -> None:
    server = serve(write_ties(tmp_path / "tables"))

    open_page(page, server.url)

    drawn(page, "data-undated", "undated")
    drawn(page, "data-suspended", "suspended")
    drawn(page, "data-projects", "project")
    drawn(page, "data-agreements", "hranice project suspended")
    legend = map_of(page).get_by_role("region", name="Legenda")
    expect(legend).to_contain_text("umowaprojektbez datyzawieszonazakończonakontakty")
    expect(map_of(page).get_by_role("button", name="Undated")).to_have_accessible_name(
        "Undated: miasto partnerskie, od kiedy, nie wiadomo"
    )

    open_page(page, f"{server.url}?year={LAST_YEAR}")

    drawn(page, "data-undated", "")
    drawn(page, "data-suspended", "suspended")

    open_page(page, f"{server.url}?city=hranice")

    expect(page.get_by_text("7 kwietnia 2016")).to_be_visible()
    expect(page.get_by_role("heading", name="Hranice")).to_have_count(1)
