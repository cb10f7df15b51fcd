"""``partner-map new``: a town begins with a folder that runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from geopy.location import Location

from partner_map.cli import new
from partner_map.cli.parser import main
from partner_map.geocoding.base import PlaceFinder
from partner_map.geocoding.gazetteer import Gazetteer, ask_gazetteer
from partner_map.tables import read_dataset


@pytest.fixture(scope="module")
def gazetteer() -> PlaceFinder:
    return ask_gazetteer(Gazetteer())


@pytest.fixture(autouse=True)
def _one_gazetteer(gazetteer: PlaceFinder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its file is read once for all of these tests, as each reading takes seconds."""
    monkeypatch.setattr(new, "Gazetteer", lambda: None)
    monkeypatch.setattr(new, "ask_gazetteer", lambda _: gazetteer)


def begun(folder: Path, *more: str, town: str = "Kraków", country: str = "PL") -> int:
    return main(["new", str(folder), "--town", town, "--country", country, *more])


@pytest.mark.parametrize(
    ("town", "country", "latitude", "longitude"),
    [("Kraków", "PL", 50.06, 19.94), ("Köln", "DE", 50.93, 6.95), ("Ra'anana", "IL", 32.18, 34.87)],
)
def test_a_folder_is_begun_that_has_no_faults(
    tmp_path: Path, town: str, country: str, latitude: float, longitude: float
) -> None:
    assert begun(tmp_path / "town", town=town, country=country) == 0

    dataset = read_dataset(tmp_path / "town")
    place = dataset.town.coordinate
    assert dataset.town.name == {"pl": town, "en": town}
    assert (place.latitude, place.longitude) == pytest.approx((latitude, longitude), abs=0.03)
    assert place.source.startswith("https://www.geonames.org/")


def test_each_table_has_one_row_that_says_that_it_is_an_example(tmp_path: Path) -> None:
    begun(tmp_path / "town")

    dataset = read_dataset(tmp_path / "town")
    (partner,), (event,) = dataset.partners, dataset.events
    assert partner.name == {"pl": "Przykład, usuń ten wiersz", "en": "Example, delete this row"}
    assert event.title["pl"].startswith("Ten wiersz jest przykładem")
    assert event.partners == (partner.id,)


def test_the_example_has_a_picture_that_is_shown(tmp_path: Path) -> None:
    begun(tmp_path / "town")

    (partner,) = read_dataset(tmp_path / "town").partners
    assert partner.shown_photo is not None
    assert partner.shown_photo.alt["en"].startswith("A drawing")


@pytest.mark.parametrize(
    ("more", "genitive"), [((), "miasta Kraków"), (("--genitive", "Krakowa"), "Krakowa")]
)
def test_the_declined_name_is_asked_for_or_neutral(
    tmp_path: Path, more: tuple[str, ...], genitive: str
) -> None:
    begun(tmp_path / "town", *more)

    assert read_dataset(tmp_path / "town").town.genitive == {"pl": genitive, "en": "Kraków"}


def test_a_folder_that_is_not_empty_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "town.toml").write_text("mine", encoding="utf-8")

    assert begun(tmp_path) == 1

    assert "nie jest pusty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["town.toml"]
    assert begun(tmp_path / "town.toml") == 1


def test_an_empty_folder_may_be_there(tmp_path: Path) -> None:
    assert begun(tmp_path) == 0


def test_of_several_places_a_person_chooses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert begun(tmp_path / "town", town="Hranice", country="CZ") == 1
    told = capsys.readouterr().err
    assert "--place" in told
    (chosen, *_) = re.findall(r"https://www\.geonames\.org/\d+(?=\))", told)
    assert not (tmp_path / "town").exists()

    assert begun(tmp_path / "town", "--place", chosen, town="Hranice", country="CZ") == 0
    assert read_dataset(tmp_path / "town").town.coordinate.source == chosen


@pytest.mark.parametrize(
    ("town", "country", "told"),
    [
        ("Xyzzy", "PL", "nie ma miejsca o tej nazwie"),
        ("Leipzig", "DD", "DE"),
        ("Kraków", "QQ", "nie jest kodem kraju"),
    ],
)
def test_what_is_not_known_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], town: str, country: str, told: str
) -> None:
    assert begun(tmp_path / "town", town=town, country=country) == 1

    assert told in capsys.readouterr().err
    assert not (tmp_path / "town").exists()


def test_a_name_with_a_quotation_mark_stays_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = 'Nowe "Miasto" \\ #1'
    place = Location(name, (52.1, 21.1), {"country": "PL", "source": "https://example.org/1"})
    monkeypatch.setattr(new, "ask_gazetteer", lambda _: lambda *_: [place])

    assert begun(tmp_path / "town", town=name) == 0
    assert read_dataset(tmp_path / "town").town.name["pl"] == name
