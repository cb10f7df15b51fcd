"""What is too much, broken or out of reach is one clear fault."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest

from partner_map.tables import EVENTS, FaultKind, SnapshotError, packed, take_snapshot, unpacked
from partner_map.tables.columns import MAX_FILE_BYTES, MAX_ROWS, MAX_TOWN_FILE_BYTES
from tests.support.folders import PARTNER, write_folder
from tests.support.forms import (
    EVENT,
    as_csv,
    as_workbook,
    dataset_of,
    faults_of,
    rows_of,
    saved,
    small_tables,
)

NOBODY = 65534


@contextmanager
def without_rights() -> Iterator[None]:
    """As a user who is not root, whom the rights of files do not bind."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(
    ("name", "size", "limit"),
    [
        ("partners.csv", 25 * 1024 * 1024, "20"),
        ("events.xlsx", MAX_FILE_BYTES + 1, "20"),
        ("town.toml", MAX_TOWN_FILE_BYTES + 1, "1"),
    ],
)
def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, name: str, size: int, limit: str
) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    (folder / name).write_bytes(b"a" * size)

    snapshot = take_snapshot(folder)

    (fault,) = snapshot.faults
    assert (fault.kind, fault.file, fault.allowed) == (FaultKind.FILE_TOO_LARGE, name, (limit,))
    assert name not in snapshot.files


def many_rows(count: int) -> list[list[str]]:
    header, row = rows_of(EVENTS, [EVENT])
    return [header, *[row] * count]


@pytest.mark.parametrize("count", [MAX_ROWS + 1, 100_000])
def test_too_many_rows_of_a_csv_are_refused(count: int) -> None:
    (fault,) = faults_of({"events.csv": as_csv(many_rows(count)).encode()})

    assert (fault.kind, fault.allowed) == (FaultKind.TOO_MANY_ROWS, (str(MAX_ROWS),))


def test_no_row_is_lost_behind_blank_ones() -> None:
    table = as_csv([*rows_of(EVENTS, [EVENT]), *[[""] * 7] * MAX_ROWS, ["zgubiony"]])

    (fault,) = faults_of({"events.csv": table.encode()})

    assert fault.kind is FaultKind.TOO_MANY_ROWS


def test_too_many_rows_of_a_workbook_are_refused() -> None:
    (fault,) = faults_of({"events.csv": None, "events.xlsx": as_workbook(many_rows(MAX_ROWS + 1))})

    assert fault.kind is FaultKind.TOO_MANY_ROWS


def test_too_many_rows_of_a_workbook_that_states_no_dimension_are_refused() -> None:
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for row in many_rows(MAX_ROWS + 1):
        sheet.append(row)

    (fault,) = faults_of({"events.csv": None, "events.xlsx": saved(workbook)})

    assert fault.kind is FaultKind.TOO_MANY_ROWS


def test_a_cell_at_the_end_of_a_sheet_is_not_lost() -> None:
    workbook = openpyxl.Workbook()
    for row in rows_of(EVENTS, [EVENT]):
        workbook.active.append(row)
    workbook.active["A1048576"] = "zgubiona"

    (fault,) = faults_of({"events.csv": None, "events.xlsx": saved(workbook)})

    assert fault.kind is FaultKind.TOO_MANY_ROWS


@pytest.mark.parametrize(
    ("column", "characters"),
    [("note_pl", 300), ("summary_pl", 2000), ("agreement_source", 3000)],
)
def test_a_cell_may_be_as_long_as_its_limit(column: str, characters: int) -> None:
    start = "https://example.org/" if column == "agreement_source" else ""
    cell = start + "a" * (characters - len(start))

    assert dataset_of(small_tables([PARTNER | {column: cell}]))
    (fault,) = faults_of(small_tables([PARTNER | {column: f"{cell}a"}]))
    assert (fault.kind, fault.allowed) == (FaultKind.CELL_TOO_LONG, (str(characters),))


def test_a_file_may_be_as_large_as_its_limit(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    (folder / "town.toml").write_bytes(b"#" * MAX_TOWN_FILE_BYTES)

    assert take_snapshot(folder).faults == ()


@pytest.mark.parametrize("letter", ["a", "ż"])
def test_a_cell_of_a_megabyte_is_one_fault(letter: str) -> None:
    (fault,) = faults_of(small_tables(events=[EVENT | {"title_pl": letter * 1024 * 1024}]))

    assert (fault.kind, fault.row, fault.column) == (FaultKind.CELL_TOO_LONG, 2, "title_pl")
    assert fault.value.endswith("…")
    assert len(fault.value) == 80


def archive(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytearray:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as opened:
        for name, data in parts.items():
            opened.writestr(name, data)
    return bytearray(written.getvalue())


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    bomb = archive({"xl/worksheets/sheet1.xml": b"\0" * 70 * 1024 * 1024})

    (fault,) = faults_of({"events.csv": None, "events.xlsx": bytes(bomb)})

    assert (fault.kind, fault.allowed) == (FaultKind.UNPACKED_TOO_LARGE, ("60",))


def test_a_workbook_that_lies_about_what_it_unpacks_to_is_broken() -> None:
    bomb = archive({"xl/worksheets/sheet1.xml": b"\0" * 70 * 1024 * 1024})
    size_of_entry = bomb.rfind(b"PK\1\2") + 24
    bomb[size_of_entry : size_of_entry + 4] = (1000).to_bytes(4, "little")

    (fault,) = faults_of({"events.csv": None, "events.xlsx": bytes(bomb)})

    assert fault.kind is FaultKind.WORKBOOK_BROKEN


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_workbook_packed_as_none_is_broken(method: int) -> None:
    data = archive({"xl/workbook.xml": b"<workbook/>"}, method)

    (fault,) = faults_of({"events.csv": None, "events.xlsx": bytes(data)})

    assert fault.kind is FaultKind.WORKBOOK_BROKEN


@pytest.mark.parametrize("ending", [".xls", ".ods", ".xlsm", ".txt", ".tsv"])
@pytest.mark.parametrize("beside", [True, False])
def test_a_file_of_a_kind_that_is_not_read_is_one_fault(ending: str, beside: bool) -> None:
    other: dict[str, bytes | None] = {} if beside else {"partners.csv": None}

    (fault,) = faults_of(other | {f"partners{ending}": b"a"})

    assert (fault.kind, fault.file) == (FaultKind.FILE_FORMAT, f"partners{ending}")


@pytest.mark.parametrize("name", ["partners.csv", "events.csv", "town.toml"])
def test_a_missing_file_is_one_fault(name: str) -> None:
    (fault,) = faults_of({name: None})

    assert (fault.kind, fault.file) == (FaultKind.FILE_MISSING, name)


def test_coordinates_may_be_missing() -> None:
    assert dataset_of({"coordinates.csv": None}).by_id["cesis"].coordinate is None


def test_a_folder_that_is_missing_is_one_fault(tmp_path: Path) -> None:
    (fault,) = take_snapshot(tmp_path / "nowhere").faults

    assert (fault.kind, fault.file) == (FaultKind.FOLDER_UNREADABLE, "nowhere")


def test_a_folder_that_may_not_be_read_is_one_fault(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    folder.chmod(0)
    try:
        with without_rights():
            snapshot = take_snapshot(folder)
    finally:
        folder.chmod(0o755)

    assert [fault.kind for fault in snapshot.faults] == [FaultKind.FOLDER_UNREADABLE]


def test_a_file_that_cannot_be_opened_is_one_fault(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])
    (folder / "events.csv").unlink()
    (folder / "events.csv").mkdir()

    (fault,) = take_snapshot(folder).faults

    assert (fault.kind, fault.file) == (FaultKind.FILE_UNREADABLE, "events.csv")


def test_a_snapshot_comes_back_from_its_archive() -> None:
    snapshot = take_snapshot(Path(__file__).parent / "twenty_faults")

    assert unpacked(packed(snapshot)).files == snapshot.files


@pytest.mark.parametrize("cut", [0, 10, 1000, -1, -30])
def test_a_broken_archive_is_told(cut: int) -> None:
    snapshot = take_snapshot(Path(__file__).parent / "twenty_faults")

    with pytest.raises(SnapshotError):
        unpacked(packed(snapshot)[:cut])


@pytest.mark.parametrize("count", [40, 400])
def test_an_event_may_have_very_many_partners(count: int) -> None:
    ids = [f"partner-no-{number:04}" for number in range(count)]
    partners = [PARTNER | {"id": name} for name in ids]

    dataset = dataset_of(small_tables(partners, [EVENT | {"partners": "|".join(ids)}]))

    assert dataset.events[0].partners == tuple(ids)
