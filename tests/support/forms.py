"""The frozen tables as spreadsheet programs write them, and what is read from them."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Mapping, Sequence

import openpyxl

from partner_map.model import Dataset
from partner_map.settings import world_file
from partner_map.tables import (
    AGREEMENTS,
    EVENTS,
    PARTNERS,
    Checked,
    Fault,
    Snapshot,
    Table,
    check,
    take_snapshot,
)
from tests.support.folders import FROZEN, PARTNER

WORLD = world_file()
FROZEN_FILES = dict(take_snapshot(FROZEN).files)
EVENT = {
    "partners": "hranice",
    "start": "2008-05-17",
    "type": "school",
    "title_pl": "Wizyta.",
    "title_en": "A visit.",
    "source": "https://example.org/wizyta",
}
"""The cells of an event that has no faults."""

RENEWAL = {
    "partner": "hranice",
    "agreement": "2016-04-07",
    "agreement_kind": "accord",
    "agreement_until": "2036-04-06",
    "agreement_source": "https://example.org/umowa",
}
"""The cells of a further agreement that has no faults."""

Rows = list[list[str]]


def frozen_rows(table: Table) -> Rows:
    """The frozen table's rows, the names of its columns first."""
    text = FROZEN_FILES[f"{table.name}.csv"].decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def rows_of(table: Table, rows: Sequence[Mapping[str, str]]) -> Rows:
    """Rows by the names of their columns as rows of cells; of further columns those they name."""
    names = list(dict.fromkeys((*table.by_name, *(name for row in rows for name in row))))
    return [names, *([row.get(name, "") for name in names] for row in rows)]


def as_csv(rows: Rows, separator: str = ",", newline: str = "\n") -> str:
    """The text of a CSV."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator, lineterminator=newline).writerows(rows)
    return written.getvalue()


def as_workbook(rows: Sequence[Sequence[object]]) -> bytes:
    """A workbook whose cells are typed as the values are."""
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append([None if cell == "" else cell for cell in row])
    return saved(workbook)


def saved(workbook: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def in_windows_1250(text: str) -> str:
    """The text with letters that Windows-1250 lacks replaced by plain ones."""
    kept = []
    for letter in text:
        try:
            letter.encode("cp1250")
        except UnicodeEncodeError:
            plain = unicodedata.normalize("NFKD", letter)[0]
            kept.append(plain if plain.isascii() else "x")
        else:
            kept.append(letter)
    return "".join(kept)


def with_files(changed: Mapping[str, bytes | None]) -> dict[str, bytes]:
    """The frozen folder's files with some changed, added, or (None) taken away."""
    files: dict[str, bytes | None] = {**FROZEN_FILES, **changed}
    return {name: data for name, data in files.items() if data is not None}


def checked(changed: Mapping[str, bytes | None]) -> Checked:
    """The frozen folder with some files changed, checked."""
    return check(Snapshot(with_files(changed)), WORLD)


def dataset_of(changed: Mapping[str, bytes | None]) -> Dataset:
    """What is read from the frozen folder with some files changed."""
    outcome = checked(changed)
    assert outcome.faults == ()
    assert outcome.dataset is not None
    return outcome.dataset


def faults_of(changed: Mapping[str, bytes | None]) -> tuple[Fault, ...]:
    """What is wrong with the frozen folder with some files changed."""
    outcome = checked(changed)
    assert outcome.dataset is None
    return outcome.faults


def small_tables(
    partners: Sequence[Mapping[str, str]] = (PARTNER,),
    events: Sequence[Mapping[str, str]] = (EVENT,),
    agreements: Sequence[Mapping[str, str]] = (),
) -> dict[str, bytes | None]:
    """Tables of a few rows in place of the frozen ones; without further agreements no file."""
    further = as_csv(rows_of(AGREEMENTS, agreements)).encode() if agreements else None
    return {
        "agreements.csv": further,
        "partners.csv": as_csv(rows_of(PARTNERS, partners)).encode(),
        "events.csv": as_csv(rows_of(EVENTS, events)).encode(),
        "coordinates.csv": None,
    }


def assert_same(one: Dataset, other: Dataset) -> None:
    """Hold two readings against each other."""
    assert one.partners == other.partners
    assert one.events == other.events
    assert one.version == other.version
