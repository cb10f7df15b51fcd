"""Faults of tables are told all at once, with table, row, column, value and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from partner_map.tables import TablesError, read_dataset
from tests.folders import PARTNER, write_folder


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(TablesError) as caught:
        read_dataset(folder)
    return str(caught.value).splitlines()


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    (folder / "partners.csv").unlink()

    assert faults_of(folder) == ["partners.csv: the file is missing: put it back."]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "Hranice!"),
        ("country", "Czechy"),
        ("latitude", "91"),
        ("agreement", "31.02.2006"),
        ("agreement_kind", "umowa"),
        ("types", "szkola"),
        ("agreement_source", "javascript:alert(1)"),
        ("summary_pl", ""),
    ],
)
def test_a_faulty_cell_is_told_with_its_row_and_value(
    tmp_path: Path, column: str, value: str
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER | {column: value}])

    told = faults_of(folder)

    assert any(f"partners.csv, row 2, column {column}:" in fault for fault in told)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path / "tables",
        [PARTNER | {"country": "cz"}, PARTNER | {"types": "szkola"}],
    )

    assert len(faults_of(folder)) == 3


def test_na_is_a_country_and_no_hole(tmp_path: Path) -> None:
    namibia = {"country": "NA", "latitude": "-22.56", "longitude": "17.08"}
    folder = write_folder(tmp_path / "tables", [PARTNER | namibia])

    assert read_dataset(folder).partners[0].country == "NA"


def test_the_version_changes_with_a_table(tmp_path: Path) -> None:
    one = read_dataset(write_folder(tmp_path / "one", [PARTNER]))
    same = read_dataset(write_folder(tmp_path / "same", [PARTNER]))
    other = read_dataset(write_folder(tmp_path / "other", [PARTNER | {"summary_pl": "Inny."}]))

    assert one.version == same.version != other.version
