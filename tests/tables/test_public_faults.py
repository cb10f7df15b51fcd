"""A public page repeats nothing that should never have been typed."""

from __future__ import annotations

import pytest

from partner_map.tables import Fault, FaultKind, Hint, HintKind
from partner_map.tables.public_faults import public_fault, public_hints


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FaultKind.EMAIL, "jan"),
        (FaultKind.PHONE, "22 123"),
        (FaultKind.PESEL, "4405"),
        (FaultKind.URL_FORM, "mailto:jan@example.org"),
        (FaultKind.ID_FORM, "jan@example.org"),
        (FaultKind.CELL_TOO_LONG, "telefon +48 601 234 567"),
    ],
)
def test_what_may_be_personal_is_left_out(kind: FaultKind, value: str) -> None:
    told = public_fault(Fault(kind, "partners.csv", 2, "note_pl", value, nearest=value))

    assert (told.value, told.nearest) == ("", None)
    assert (told.file, told.row, told.column) == ("partners.csv", 2, "note_pl")


@pytest.mark.parametrize("value", ["szkola", "31.02.2010", "Holandia", "52,0938x"])
def test_all_else_is_told_as_it_was_typed(value: str) -> None:
    fault = Fault(FaultKind.WORD_UNKNOWN, "partners.csv", 2, "types", value)

    assert public_fault(fault) == fault


def test_what_only_the_operator_can_mend_is_not_told_in_public() -> None:
    undated = Hint(HintKind.UNDATED, "partners.csv", "hranice")
    incomplete = Hint(HintKind.DECLARATION_INCOMPLETE, "town.toml", "accessibility.url")
    review = Hint(HintKind.REVIEW_DUE, "town.toml", "2026-03-31")

    assert public_hints([incomplete, undated, review]) == [undated]
