"""Whom of the office to ask, as town.toml names it, is checked where it enters."""

from __future__ import annotations

import pytest

from partner_map.i18n.translator import translator_for
from partner_map.model import Contact, ExchangeType, LocalizedText
from partner_map.tables import FaultKind, fault_words
from tests.support.forms import FROZEN_FILES, dataset_of, faults_of

TOWN = FROZEN_FILES["town.toml"].decode()
CONTACTS = """
[contacts.general]
telephone = "22 000 00 03"
function = { pl = "Promocja", en = "Promotion Unit" }

[contacts.school]
email = "schools@example.org"

[contacts.school.function]
pl = "Referat Oświaty"
en = "Education Unit"
"""


def told(contacts: str) -> dict[str, bytes]:
    return {"town.toml": (TOWN + contacts).encode()}


def test_a_contact_is_read_for_a_type_and_for_all_others() -> None:
    assert dataset_of(told(CONTACTS)).town.contacts == (
        Contact(
            LocalizedText(pl="Referat Oświaty", en="Education Unit"),
            "schools@example.org",
            exchange_type=ExchangeType.SCHOOL,
        ),
        Contact(LocalizedText(pl="Promocja", en="Promotion Unit"), telephone="22 000 00 03"),
    )


def test_a_town_may_name_no_contact() -> None:
    assert dataset_of({}).town.contacts == ()


@pytest.mark.parametrize(
    ("old", "new", "kind", "column", "row"),
    [
        ("[contacts.school]", "[contacts.scool]", FaultKind.NAME_UNKNOWN, "contacts.scool", 6),
        ("email =", "mail =", FaultKind.NAME_UNKNOWN, "contacts.school.mail", 7),
        ('"schools@', '"schools ', FaultKind.NO_EMAIL, "contacts.school.email", 7),
        ('"22 000 00 03"', '"room 3"', FaultKind.NO_TELEPHONE, "contacts.general.telephone", 3),
        ('email = "schools@example.org"', "", FaultKind.ALL_MISSING, "contacts.school", 6),
        ('pl = "Referat', 'de = "Referat', FaultKind.TOWN_VALUE, "contacts.school.function.pl", 9),
        (
            CONTACTS,
            '[contacts]\nschool = "x@example.org"',
            FaultKind.TOWN_VALUE,
            "contacts.school",
            2,
        ),
    ],
)
def test_what_cannot_be_right_is_told_with_its_line(
    old: str, new: str, kind: FaultKind, column: str, row: int
) -> None:
    fault = next(one for one in faults_of(told(CONTACTS.replace(old, new))) if one.kind is kind)

    # The contacts begin in the line after the frozen file's last.
    assert (fault.column, fault.row) == (column, TOWN.count("\n") + row)


def test_a_contact_that_nobody_can_reach_is_told_with_what_it_needs() -> None:
    faults = faults_of(told(CONTACTS.replace('email = "schools@example.org"', "")))

    assert [fault_words(fault, translator_for("en")) for fault in faults] == [
        f"town.toml, line {TOWN.count(chr(10)) + 6}, contacts.school: at least one of these is"
        " needed: email, telephone."
    ]
