"""Coordinates and codes that cannot be meant as they stand: told with what is meant."""

from __future__ import annotations

import time

import pytest

from partner_map.i18n.translator import translator_for
from partner_map.tables import FaultKind, Snapshot, check, fault_words
from partner_map.tables.columns import STEP_IDS
from tests.support.folders import PARTNER
from tests.support.forms import (
    FROZEN_FILES,
    WORLD,
    as_csv,
    checked,
    faults_of,
    small_tables,
    with_files,
)

POLISH = translator_for("pl")
TOWN = FROZEN_FILES["town.toml"].decode()
TOO_MANY_SECONDS = 15.0  # of the processor, where 2 are usual


@pytest.mark.parametrize(("column", "typed"), [("latitude", "91"), ("longitude", "181")])
def test_degrees_beyond_the_globe_are_told(column: str, typed: str) -> None:
    (fault,) = faults_of(small_tables([PARTNER | {column: typed}]))

    assert (fault.kind, fault.column, fault.value) == (FaultKind.DEGREES, column, typed)


@pytest.mark.parametrize(
    ("latitude", "longitude", "country"),
    [
        ("17.73469", "49.54796", "CZ"),
        ("33,43", "35,13", "CY"),
        ("-9,14", "38,72", "PT"),
    ],
)
def test_swapped_coordinates_are_told_as_such_with_the_country(
    latitude: str, longitude: str, country: str
) -> None:
    cells = {"latitude": latitude, "longitude": longitude, "country": country}

    (fault,) = faults_of(small_tables([PARTNER | cells]))

    assert (fault.kind, fault.column, fault.value) == (
        FaultKind.COORDINATE_SWAPPED,
        "latitude",
        latitude,
    )
    assert fault.allowed == (country,)
    words = fault_words(fault, POLISH)
    assert "zamienione" in words
    assert f"{country} ({POLISH.country(country)})" in words


def test_a_longitude_in_the_place_of_a_latitude_is_no_fault_of_degrees() -> None:
    hanoi = {"latitude": "105,85", "longitude": "21,03", "country": "VN"}

    (fault,) = check(Snapshot(with_files(small_tables([PARTNER | hanoi]))), WORLD).faults

    assert (fault.kind, fault.column) == (FaultKind.COORDINATE_SWAPPED, "latitude")


def test_swapped_coordinates_of_the_geocoder_s_table_are_told() -> None:
    table = as_csv(
        [
            ["partner", "query", "latitude", "longitude", "source", "date"],
            ["hranice", "Hranice", "17.73469", "49.54796", "https://example.org", "2026-01-01"],
        ]
    )

    (fault,) = faults_of(small_tables() | {"coordinates.csv": table.encode()})

    assert (fault.kind, fault.file) == (FaultKind.COORDINATE_SWAPPED, "coordinates.csv")


@pytest.mark.parametrize(
    ("latitude", "longitude", "kind"),
    [
        ("21.11761", "52.0938", FaultKind.COORDINATE_SWAPPED),
        ("48.85", "2.35", FaultKind.COORDINATE_OUTSIDE),
    ],
)
def test_the_home_town_lies_in_its_country(latitude: str, longitude: str, kind: FaultKind) -> None:
    town = TOWN.replace("52.0938", "LATITUDE").replace("21.11761", longitude)

    (fault,) = faults_of({"town.toml": town.replace("LATITUDE", latitude).encode()})

    assert (fault.kind, fault.file, fault.column) == (kind, "town.toml", "coordinates.latitude")


@pytest.mark.parametrize(
    ("code", "today"),
    [
        ("SU", {"RU", "UA", "LT", "GE"}),
        ("YU", {"RS", "ME", "SI", "HR"}),
        ("CS", {"CZ", "SK"}),
        ("DD", {"DE"}),
        ("AN", {"CW", "SX", "BQ"}),
        ("ZR", {"CD"}),
    ],
)
def test_the_code_of_a_country_that_is_no_more_is_told_with_those_of_today(
    code: str, today: set[str]
) -> None:
    (fault,) = faults_of(small_tables([PARTNER | {"country": code}]))

    assert (fault.kind, fault.column, fault.value) == (FaultKind.COUNTRY_FORMER, "country", code)
    assert today <= set(fault.allowed)
    assert fault.nearest == (fault.allowed[0] if len(fault.allowed) == 1 else None)
    assert all(POLISH.country(code) in fault_words(fault, POLISH) for code in today)


def test_the_home_town_lies_in_no_country_that_is_no_more() -> None:
    (fault,) = faults_of({"town.toml": TOWN.replace('"PL"', '"DD"').encode()})

    assert (fault.kind, fault.column, fault.allowed) == (
        FaultKind.COUNTRY_FORMER,
        "country",
        ("DE",),
    )


@pytest.mark.parametrize("name", STEP_IDS)
def test_an_id_that_names_a_step_of_the_presentation_is_told(name: str) -> None:
    (fault,) = faults_of(small_tables([PARTNER | {"id": name}], []))

    assert (fault.kind, fault.column, fault.value) == (FaultKind.ID_TAKEN, "id", name)


def test_thousands_of_partners_on_one_point_are_checked_fast() -> None:
    tables = small_tables([PARTNER | {"id": f"city-{number}"} for number in range(5000)], [])

    begun = time.process_time()
    outcome = checked(tables)

    assert time.process_time() - begun < TOO_MANY_SECONDS
    assert outcome.faults == ()
