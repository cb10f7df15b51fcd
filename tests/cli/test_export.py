"""``partner-map export`` writes the presentation of the chosen tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from partner_map.cli.parser import main
from partner_map.model import LANGUAGES
from tests.support.folders import PARTNER, write_folder


def test_the_file_tells_of_the_chosen_tables(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    file = tmp_path / "presentation.html"

    assert main(["export", "--data", str(folder), str(file)]) == 0

    page = file.read_text(encoding="utf-8")
    assert '"hranice"' in page
    assert "denzlingen" not in page
    assert capsys.readouterr().err.startswith(f"{file}: ")


@pytest.mark.parametrize(
    ("arguments", "language"), [([], "pl"), (["--language", "lv"], "lv"), (["--lang", "en"], "pl")]
)
def test_the_file_opens_in_polish_or_in_the_chosen_language(
    tmp_path: Path, arguments: list[str], language: str
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    file = tmp_path / "presentation.html"

    assert main(["export", "--data", str(folder), *arguments, str(file)]) == 0

    assert f'<html lang="{language}">' in file.read_text(encoding="utf-8")


def test_an_unknown_language_is_told_with_all_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["export", "--language", "sk", "presentation.html"])

    told = capsys.readouterr().err
    assert "argument --language: nieznana wartość 'sk' (do wyboru: " in told
    assert all(f"'{code}'" in told for code in LANGUAGES)


def test_faulty_tables_are_told_and_leave_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER | {"types": "szkola"}])
    file = tmp_path / "presentation.html"

    assert main(["export", "--data", str(folder), str(file)]) == 1

    assert "wiersz 2" in capsys.readouterr().err
    assert not file.exists()
