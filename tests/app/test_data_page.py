"""The data page without a browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from partner_map.history.saves import NO_HISTORY, file_with, read_history, save_of
from partner_map.runtime import store
from partner_map.runtime.recording import history_file
from partner_map.runtime.store import kept_file
from partner_map.settings import PROJECT_FOLDER
from partner_map.tables import read_dataset
from partner_map.ui.data.latest_changes import MAX_OPEN
from tests.support.folders import PARTNER, many_partners, write_folder

SHELL = PROJECT_FOLDER / "partner_map" / "ui" / "shell.py"
PAGE = str(PROJECT_FOLDER / "pages" / "data.py")


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(str(SHELL), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run().switch_page(PAGE).run()


def said(app: AppTest) -> str:
    return "\n".join(str(element.value) for element in (*app.header, *app.markdown))


def test_the_page_tells_the_numbers_and_that_all_is_well() -> None:
    app = opened()

    assert not app.exception
    assert app.title[0].value == "O danych"
    assert "**8 miast partnerskich** w 8 krajach" in said(app)
    assert "**44 wydarzenia z datą**" in said(app)
    assert "lata od 1990 do 2024" in said(app)
    assert "Wszystko w porządku" in said(app)
    assert "Każdy partner ma swoje miejsce na mapie." in said(app)


def test_hours_are_those_of_the_towns_own_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    town = folder / "town.toml"
    zone = 'zone = "Pacific/Kiritimati"'  # fourteen hours ahead of UTC
    town.write_text(
        town.read_text("utf-8").replace("first_year", f"{zone}\nfirst_year", 1), "utf-8"
    )
    monkeypatch.setenv("PARTNER_MAP_DATA", str(folder))
    monkeypatch.setenv("PARTNER_MAP_STATE", str(tmp_path / "state"))

    app = opened(lang="en")

    dataset = store.current().dataset
    assert dataset is not None
    there = dataset.loaded.astimezone(ZoneInfo("Pacific/Kiritimati"))
    assert f"{there.day} {there:%B} {there.year}, {there:%H:%M}" in said(app)


def test_each_fact_stands_beside_its_source_in_english() -> None:
    app = opened(lang="en")

    facts = app.table[0].value
    assert "Leidschendam" in str(facts.loc["Names"].iloc[0])
    assert "4\\.4° E" in str(facts.loc["Location"].iloc[0])
    assert "8 January 2019" in str(facts.loc["End of cooperation"].iloc[0])
    assert "voorburginsite.nl/?p=48666" in str(facts.loc["End of cooperation"].iloc[1])


def test_many_partners_come_ten_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_folder(tmp_path / "tables", many_partners(800))
    monkeypatch.setenv("PARTNER_MAP_DATA", str(folder))
    monkeypatch.setenv("PARTNER_MAP_STATE", str(tmp_path / "state"))

    app = opened()

    assert not app.exception
    assert len(app.expander) == 11  # ten partners, and what only a clerk needs


def test_a_partner_without_a_place_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = dict.fromkeys(("latitude", "longitude", "coordinates_source"), "")
    folder = write_folder(tmp_path / "tables", [PARTNER | nowhere])
    monkeypatch.setenv("PARTNER_MAP_DATA", str(folder))
    monkeypatch.setenv("PARTNER_MAP_STATE", str(tmp_path / "state"))

    app = opened()

    (clerks,) = [part for part in app.expander if "Dla redaktora tabel" in part.label]
    assert "1 partner nie ma jeszcze miejsca na mapie: **Hranice**" in said(app)
    assert any("`coordinates_source`" in str(text.value) for text in clerks.markdown)
    assert said(app).count("`coordinates_source`") == 1  # for no one else


def test_tables_that_never_were_good_are_told_on_the_data_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [PARTNER | {"id": f"p-{number}", "country": "nowhere"} for number in range(60)]
    rows[0]["summary_pl"] = "jan@example.org"
    folder = write_folder(tmp_path / "tables", rows)
    monkeypatch.setenv("PARTNER_MAP_DATA", str(folder))
    monkeypatch.setenv("PARTNER_MAP_STATE", str(tmp_path / "state"))

    app = opened()

    assert not app.exception
    assert "Jest w nich 61 błędów" in said(app)
    assert "i jeszcze 11 błędów" in said(app)
    assert "adresu e-mail nie wolno" in said(app)
    assert "example" not in said(app)


def test_the_latest_saves_are_told_and_the_earlier_ones_unfolded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    monkeypatch.setenv("PARTNER_MAP_DATA", str(folder))
    monkeypatch.setenv("PARTNER_MAP_STATE", str(tmp_path / "state"))
    before = read_dataset(folder)
    history = NO_HISTORY
    file = history_file(kept_file(folder))
    file.parent.mkdir()
    for number in range(MAX_OPEN + 1):
        town = replace(before.town, first_year=1900 + number, licence="<b>![x](y)")
        save = save_of(before, replace(before, town=town, version=str(number)))
        assert save is not None
        file.write_bytes(file_with(history, save))
        history = read_history(file.read_bytes())

    app = opened(lang="en")

    assert "Latest changes" in said(app)
    (earlier,) = (one for one in app.expander if one.label == "Earlier changes")
    assert "now 1900" in earlier.markdown[0].value
    lists = [one.value for one in app.markdown if "now 190" in str(one.value)]
    assert [str(one).count("first year of the timeline") for one in lists] == [MAX_OPEN, 1]
    assert "![x](y)" not in said(app)
    assert str(lists[0]).index("now 1903") < str(lists[0]).index("now 1902")


def test_without_a_history_there_is_no_heading_for_it() -> None:
    assert "Ostatnie zmiany" not in said(opened())


def test_what_only_a_clerk_reads_is_english_where_it_is_not_polish() -> None:
    app = opened(lang="de")

    assert app.expander[-1].label == "**Für alle, die die Tabellen pflegen**"
    assert app.header[-1].value == "The columns explained"
    assert next(iter(app.expander[-1].table[0].value.columns)) == "What it holds"


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("pl", ["Plakat A3 (PDF)", "Plakat A1 (PDF)", "Obraz (PNG)", "Obraz (SVG)"]),
        ("en", ["Poster A3 (PDF)", "Poster A1 (PDF)", "Picture (PNG)", "Picture (SVG)"]),
    ],
)
def test_the_map_can_be_taken_along_to_print(language: str, labels: list[str]) -> None:
    app = opened(lang=language)

    links = [element.proto for element in app.get("link_button")]
    assert [link.label for link in links] == labels
    assert all(("lang=en" in link.url) == (language == "en") for link in links)
    assert [link.url.partition("?")[0] for link in links[::2]] == ["./poster.pdf", "./picture.png"]


def test_a_kiosk_has_nothing_that_opens_beside_its_page() -> None:
    assert not opened(mode="kiosk").get("link_button")
