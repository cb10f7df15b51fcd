"""``partner-map picture`` writes the map of the chosen tables as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from partner_map.cli.parser import main
from tests.support.folders import FROZEN, PARTNER, write_folder

BEGINNINGS = {"map.svg": b"<svg", "map.PNG": b"\x89PNG", "poster.pdf": b"%PDF"}


@pytest.mark.parametrize(("name", "beginning"), BEGINNINGS.items(), ids=BEGINNINGS)
def test_the_ending_of_the_file_says_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, beginning: bytes
) -> None:
    file = tmp_path / name

    assert main(["picture", "--data", str(FROZEN), "--size", "1200x630", str(file)]) == 0

    assert file.read_bytes().startswith(beginning)
    assert capsys.readouterr().err.startswith(f"{file}: ")


def test_size_year_language_and_city_are_as_they_are_typed(tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    typed = ["--size", "a2", "--upright", "--year", "2011", "--language", "en", "--city", "hranice"]

    assert main(["picture", "--data", str(FROZEN), *typed, str(file)]) == 0

    svg = file.read_text(encoding="utf-8")
    assert '<title id="title">Hranice – Partner cities of Konstancin-Jeziorna, 2011' in svg
    assert 'width="2480" height="3508"' in svg


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["map.gif"], "map.gif: zakończ nazwę"),
        (["map.png", "--size", "A7"], "A7 nie jest rozmiarem"),
        (["map.png", "--city", "hranica"], "hranice"),
        (["no-folder/map.png"], "no-folder/map.png"),
    ],
)
def test_what_there_is_no_picture_of_is_told_and_leaves_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: list[str], told: str
) -> None:
    name, *options = typed

    assert main(["picture", "--data", str(FROZEN), *options, str(tmp_path / name)]) == 1

    assert told in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_faulty_tables_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER | {"types": "szkola"}])

    assert main(["picture", "--data", str(folder), str(tmp_path / "map.png")]) == 1

    assert "wiersz 2" in capsys.readouterr().err


def test_a_year_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["picture", "--year", "11", str(tmp_path / "map.png")])

    assert "rok ma cztery cyfry" in capsys.readouterr().err
