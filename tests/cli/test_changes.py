"""``partner-map changes`` tells what was saved, with a history and without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from partner_map.cli.parser import main
from partner_map.history.saves import MAX_TOLD
from partner_map.runtime.recording import Recorder, history_file
from partner_map.runtime.store import Store, kept_file
from tests.support.folders import PARTNER, write_folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARTNER_MAP_STATE", str(tmp_path / "state"))
    return write_folder(tmp_path / "tables", [PARTNER])


def save_names(folder: Path, *names: str) -> None:
    """Have a server see the folder, and then a save for each name."""
    tables = Store(folder, kept_file(folder))
    recorder = Recorder(tables)
    for name in ("Hranice", *names):
        write_folder(folder, [PARTNER | {"name_pl": name}])
        tables.poll()
        dataset = tables.poll().dataset
        assert dataset is not None
        recorder.follow(dataset)


def test_the_newest_saves_come_first_each_with_its_changes_below(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_names(folder, "Jeden", "Drugi")

    assert main(["changes", str(folder)]) == 0

    first, change, second, _ = capsys.readouterr().out.splitlines()
    assert change == "  Drugi – zmieniono: nazwy; teraz: Drugi, wcześniej: Jeden"
    assert not first.startswith(" ")
    assert not second.startswith(" ")


def test_the_last_twenty_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_names(folder, *(f"Nazwa {number}" for number in range(MAX_TOLD + 2)))

    main(["changes", str(folder), "--lang", "en"])

    assert len(capsys.readouterr().out.splitlines()) == 2 * MAX_TOLD


def test_a_folder_that_no_server_has_seen_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["changes", str(folder)]) == 0

    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"Nie zapisano jeszcze żadnej zmiany: {folder}.\n"


def test_broken_lines_are_left_out_and_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_names(folder, "Nowe")
    file = history_file(kept_file(folder))
    file.write_bytes(b"no json\n" + file.read_bytes())
    capsys.readouterr()  # of the saves

    assert main(["changes", str(folder), "--lang", "en"]) == 0

    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 2
    assert told.err == "1 line of the history cannot be read and is left out.\n"


def test_a_history_that_cannot_be_read_ends_with_1(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history_file(kept_file(folder)).mkdir(parents=True)

    assert main(["changes", str(folder), "--lang", "en"]) == 1

    assert f"The history of {folder} cannot be read" in capsys.readouterr().err


def test_between_two_folders_all_is_told_without_a_history(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer = write_folder(tmp_path / "newer", [PARTNER | {"ended": "2019"}])

    assert main(["changes", str(folder), str(newer)]) == 0
    assert capsys.readouterr().out == "Hranice – dodano: koniec współpracy (2019)\n"

    assert main(["changes", str(folder), str(folder)]) == 0
    assert capsys.readouterr().err == "W obu folderach jest to samo.\n"


def test_faulty_tables_end_with_1_and_their_faults(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer = write_folder(tmp_path / "newer", [PARTNER | {"country": "cz"}])

    assert main(["changes", str(folder), str(newer)]) == 1

    assert "partners.csv, wiersz 2, kolumna country" in capsys.readouterr().err
