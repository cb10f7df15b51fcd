"""What must hold between cells, rows and tables; no fault draws another after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from partner_map.model import Coordinate
from partner_map.tables import PARTNERS, FaultKind, Hint, HintKind, Snapshot, check
from partner_map.tables.outlines import is_in_country
from tests.support.folders import PARTNER
from tests.support.forms import (
    EVENT,
    FROZEN_FILES,
    WORLD,
    as_csv,
    checked,
    dataset_of,
    faults_of,
    small_tables,
)

OTHER = PARTNER | {"id": "druga"}
UNDATED = {"agreement": "", "agreement_kind": "", "first_contacts": "", "ended": ""}


@pytest.mark.parametrize(
    ("cells", "kind", "column", "value"),
    [
        (
            {"first_contacts": "1.5.2006"},
            FaultKind.CONTACTS_AFTER_AGREEMENT,
            "first_contacts",
            "1.5.2006",
        ),
        ({"ended": "2005"}, FaultKind.END_BEFORE_START, "ended", "2005"),
        (
            {"latitude": "48,85", "longitude": "2,35"},
            FaultKind.COORDINATE_OUTSIDE,
            "latitude",
            "48,85",
        ),
    ],
)
def test_cells_of_a_partner_that_contradict_each_other(
    cells: dict[str, str], kind: FaultKind, column: str, value: str
) -> None:
    (fault,) = faults_of(small_tables([PARTNER | cells]))

    assert (fault.kind, fault.row, fault.column, fault.value) == (kind, 2, column, value)


@pytest.mark.parametrize("contacts", ["2006", "2006-04", "200X", "2006-04-07"])
def test_contacts_that_may_come_before_the_agreement_are_no_fault(contacts: str) -> None:
    assert dataset_of(small_tables([PARTNER | {"first_contacts": contacts}]))


@pytest.mark.parametrize("ended", ["2006", "2006-04", "07.04.2006", "2007"])
def test_an_end_that_may_come_after_the_agreement_is_no_fault(ended: str) -> None:
    assert dataset_of(small_tables([PARTNER | {"ended": ended}]))


def test_a_doubled_id_is_told_in_the_later_row() -> None:
    (fault,) = faults_of(small_tables([PARTNER, PARTNER]))

    assert (fault.kind, fault.row, fault.column) == (FaultKind.ID_TWICE, 3, "id")


def test_an_event_that_ends_before_it_starts() -> None:
    (fault,) = faults_of(small_tables(events=[EVENT | {"end": "16.5.2008"}]))

    assert (fault.kind, fault.column, fault.value) == (
        FaultKind.END_BEFORE_START,
        "end",
        "16.5.2008",
    )


def test_an_official_event_after_the_end_is_a_fault_and_another_kind_is_none() -> None:
    partners = [PARTNER | {"ended": "2007"}]

    (fault,) = faults_of(small_tables(partners, [EVENT | {"type": "local-government"}]))

    assert (fault.kind, fault.file, fault.column) == (
        FaultKind.OFFICIAL_AFTER_END,
        "events.csv",
        "start",
    )
    assert dataset_of(small_tables(partners, [EVENT]))


def test_an_event_that_is_official_among_others_is_official() -> None:
    event = EVENT | {"type": "culture|local-government"}

    (fault,) = faults_of(small_tables([PARTNER | {"ended": "2007"}], [event]))

    assert fault.kind is FaultKind.OFFICIAL_AFTER_END


@pytest.mark.parametrize(
    ("names", "nearest"), [("hranica", "hranice"), ("druga|hranica", "hranice"), ("paris", None)]
)
def test_an_event_of_an_unknown_partner(names: str, nearest: str | None) -> None:
    (fault,) = faults_of(small_tables([PARTNER, OTHER], [EVENT | {"partners": names}]))

    assert (fault.kind, fault.value, fault.nearest) == (FaultKind.PARTNER_UNKNOWN, names, nearest)


@pytest.mark.parametrize(
    "cells",
    [
        {"id": "Hranice"},
        {"id": "hranice!"},
        {"id": ""},
        {"id": "hran\x07ice"},
        {"country": "cz"},
        {"latitude": "4" * 31},
        {"agreement": "4" * 31},
        {"first_contacts": "31.02.2006", "ended": ""},
    ],
)
def test_a_faulty_cell_of_a_partner_draws_no_second_fault(cells: dict[str, str]) -> None:
    faults = faults_of(small_tables([PARTNER | cells, OTHER], [EVENT]))

    assert len(faults) == 1


def test_partners_without_a_column_of_ids_make_no_event_unknown() -> None:
    tables = small_tables()
    table = tables["partners.csv"]
    assert table is not None

    (fault,) = faults_of(tables | {"partners.csv": table.replace(b"id,", b"idd,", 1)})

    assert (fault.kind, fault.nearest) == (FaultKind.COLUMN_UNKNOWN, "id")


def test_the_coordinates_that_geocoding_wrote_lie_in_their_country_too() -> None:
    table = "partner,query,latitude,longitude,source,date\ncesis,x,48.85,2.35,https://a.example,\n"

    (fault,) = faults_of({"coordinates.csv": table.encode()})

    assert (fault.kind, fault.file) == (FaultKind.COORDINATE_OUTSIDE, "coordinates.csv")


def test_the_real_places_lie_in_their_countries() -> None:
    dataset = dataset_of({})

    assert is_in_country(dataset.town.coordinate, dataset.town.country, WORLD)
    for partner in dataset.partners:
        assert partner.coordinate is not None
        assert is_in_country(partner.coordinate, partner.country, WORLD)


@pytest.mark.parametrize(
    ("latitude", "longitude", "country", "inside"),
    [
        (50.3036, 12.1775, "CZ", True),  # Hranice near Aš
        (49.7461, 18.6261, "CZ", True),  # Český Těšín
        (49.7461, 18.6261, "PL", True),  # the same, across the river from Cieszyn
        (56.0, 18.5, "PL", False),  # the sea, far off
        (50.0875, 14.4213, "PL", False),
        (0.0, 0.0, "PL", False),
        (51.1694, 71.4491, "KZ", True),  # Astana
        (54.9924, 73.3686, "RU", True),  # Omsk
        (56.4977, 84.9744, "RU", True),  # Tomsk
        (52.2978, 104.2964, "RU", True),  # Irkutsk
        (64.7337, 177.5089, "RU", True),  # Anadyr
        (66.1614, -169.8098, "RU", True),  # Uelen, beyond the 180th meridian
        (21.4901, 39.1862, "SA", True),  # Jeddah
        (-18.1416, 178.4415, "FJ", True),  # Suva
        (-16.8, -179.98, "FJ", True),  # Taveuni, beyond the 180th meridian
        (21.3069, -157.8583, "US", True),  # Honolulu
        (-77.85, 166.67, "AQ", True),  # a ring about the pole
        (-8.5243, 179.1942, "TV", True),  # Funafuti, on an island that no outline has
        (-20.8823, 55.4504, "RE", True),  # a country without an outline of its own
        (50.0, 20.0, "TV", False),
        (44.9521, 34.1024, "UA", True),  # Simferopol
        (44.9521, 34.1024, "RU", False),
        (35.3364, 33.3182, "CY", True),  # Kyrenia
        (9.56, 44.065, "SO", True),  # Hargeisa
        (42.6727, 21.1669, "XK", True),  # Pristina
        (39.7684, -86.158, "CN", False),
        (50.0, 20.0, "BV", None),  # a country without a place that is inhabited
    ],
)
def test_a_place_lies_in_a_country(
    latitude: float, longitude: float, country: str, inside: bool | None
) -> None:
    assert is_in_country(Coordinate(latitude, longitude, ""), country, WORLD) is inside


def test_a_country_of_which_nothing_is_known_draws_no_fault() -> None:
    assert dataset_of(small_tables([PARTNER | {"country": "BV"}]))


@pytest.mark.parametrize("world", [None, b"", b"{}", b'{"transform": {"scale": [1]}}', b"\xff"])
def test_broken_outlines_are_a_fault(tmp_path: Path, world: bytes | None) -> None:
    path = tmp_path / "world.json"
    if world is not None:
        path.write_bytes(world)

    (fault,) = check(Snapshot(FROZEN_FILES), path).faults

    assert (fault.kind, fault.file) == (FaultKind.OUTLINES, "world.json")


def test_partners_without_any_date_are_read_and_told_in_one_hint() -> None:
    outcome = checked(small_tables([PARTNER | UNDATED, OTHER | UNDATED | {"ended": "2019"}]))

    assert outcome.faults == ()
    assert outcome.hints == (Hint(HintKind.UNDATED, "partners.csv", "hranice"),)
    assert outcome.dataset is not None
    assert [partner.id for partner in outcome.dataset.undated] == ["hranice"]


def test_a_suspension_before_the_agreement_is_a_fault() -> None:
    (fault,) = faults_of(small_tables([PARTNER | {"suspended": "2001"}]))

    assert (fault.kind, fault.column) == (FaultKind.END_BEFORE_START, "suspended")


def test_a_table_may_be_without_the_columns_that_came_later() -> None:
    omissible = {column.name for column in PARTNERS.columns if column.is_omissible}
    names = [name for name in PARTNERS.by_name if name not in omissible]
    older = as_csv([names, [PARTNER.get(name, "") for name in names]]).encode()

    assert "suspended" in omissible
    assert (
        dataset_of(small_tables() | {"partners.csv": older}).partners
        == dataset_of(small_tables()).partners
    )


def test_a_date_that_cannot_be_read_is_no_missing_one() -> None:
    outcome = checked(small_tables([PARTNER | UNDATED | {"agreement": "wczoraj"}]))

    assert [fault.kind for fault in outcome.faults] == [FaultKind.DATE_FORM]
    assert outcome.hints == ()
