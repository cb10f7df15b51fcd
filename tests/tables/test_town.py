"""The home town's file: each value that is missing or makes no sense is told by its name."""

from __future__ import annotations

import pytest

from partner_map.tables import FaultKind
from tests.support.forms import FROZEN_FILES, dataset_of, faults_of

TOWN = FROZEN_FILES["town.toml"].decode()


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ('"PL"', '"pl"', "country"),
        ("1990", "1491", "first_year"),
        ("1990", "2999", "first_year"),
        ("first_year", 'zone = "Europe/Konstancin"\nfirst_year', "zone"),
        ("first_year", 'zone = "../../etc/passwd"\nfirst_year', "zone"),
        ("first_year", "zone = 1\nfirst_year", "zone"),
        ("1990", "true", "first_year"),
        ("52.0938", "nan", "coordinates.latitude"),
        ("52.0938", "91", "coordinates.latitude"),
        ("[genitive]", "[genitiv]", "genitive.pl"),
        ('partners_page = "https', 'partners_page = "ftp', "partners_page"),
    ],
)
def test_a_value_that_makes_no_sense_is_told(old: str, new: str, name: str) -> None:
    faults = faults_of({"town.toml": TOWN.replace(old, new, 1).encode()})

    assert {fault.kind for fault in faults} == {FaultKind.TOWN_VALUE}
    assert faults[0].column == name


@pytest.mark.parametrize("data", [b"name = ", b"\xff", b"a=" + b"[" * 5000, b"a = 1\na = 2"])
def test_what_is_no_toml_is_one_fault(data: bytes) -> None:
    (fault,) = faults_of({"town.toml": data})

    assert fault.kind is FaultKind.TOWN_FORM


def test_an_invisible_sign_is_told_with_its_place() -> None:
    town = TOWN.replace('pl = "Konstancin', 'pl = "Kon\u200bstancin', 1)

    (fault,) = faults_of({"town.toml": town.encode()})

    assert (fault.kind, fault.column) == (FaultKind.CONTROL_CHARACTER, "name.pl")
    assert (fault.allowed, fault.position) == (("U+200B",), 4)


def test_the_towns_days_are_those_of_its_zone() -> None:
    town = TOWN.replace("first_year", 'zone = "Asia/Tokyo"\nfirst_year', 1)

    assert dataset_of({}).town.zone == "Europe/Warsaw"
    assert dataset_of({"town.toml": town.encode()}).town.zone == "Asia/Tokyo"
