"""A folder with twenty different faults yields twenty lines, and none draws another after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from partner_map.i18n.translator import translator_for
from partner_map.tables import (
    Fault,
    FaultKind,
    TablesError,
    check,
    fault_words,
    read_dataset,
    take_snapshot,
)
from tests.support.forms import WORLD

FOLDER = Path(__file__).parent / "twenty_faults"


@pytest.mark.parametrize("language", ["pl", "en"])
def test_twenty_faults_are_twenty_lines(language: str) -> None:
    faults = check(take_snapshot(FOLDER), WORLD).faults
    lines = [fault_words(fault, translator_for(language)) for fault in faults]

    assert len(faults) == 20
    assert len("\n".join(lines).splitlines()) == 20


def test_the_twenty_faults_are_of_twenty_kinds() -> None:
    assert len({fault.kind for fault in check(take_snapshot(FOLDER), WORLD).faults}) == 20


def test_the_faults_stand_by_file_and_row() -> None:
    faults = check(take_snapshot(FOLDER), WORLD).faults

    assert [(f.file, f.row) for f in faults] == sorted(
        ((f.file, f.row) for f in faults), key=lambda place: (place[0] != "partners.csv", place[1])
    )


def test_the_error_of_reading_holds_every_line() -> None:
    with pytest.raises(TablesError) as caught:
        read_dataset(FOLDER)

    assert len(str(caught.value).splitlines()) == 20


def test_every_kind_of_fault_has_a_sentence_of_its_own() -> None:
    words = {fault_words(Fault(kind, "a.csv"), translator_for("en")) for kind in FaultKind}

    assert len(words) == len(FaultKind)
