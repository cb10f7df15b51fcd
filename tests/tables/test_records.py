"""Rows become records of the model by what each column declares, and rows again."""

from __future__ import annotations

import pytest

from partner_map.model import Event, FurtherAgreement, Partner
from partner_map.tables import AGREEMENTS, EVENTS, PARTNERS, Table
from partner_map.tables.records import read_record, write_record
from partner_map.tables.relations import Row
from tests.support.folders import PARTNER


def row_of(cells: dict[str, str]) -> Row:
    return Row("partners.csv", 2, cells, cells)


@pytest.mark.parametrize(
    ("table", "record"),
    [(PARTNERS, Partner), (EVENTS, Event), (AGREEMENTS, FurtherAgreement)],
)
def test_every_column_is_explained_and_has_its_place_in_the_record(
    table: Table, record: type[Partner | Event | FurtherAgreement]
) -> None:
    example = {column.name: column.example for column in table.columns}
    for name in ("latitude", "longitude"):
        if name in example:
            example[name] = example[name].replace(",", ".")

    assert all(column.meaning and column.example for column in table.columns)
    written = write_record(read_record(record, row_of(example), table), table.columns)
    assert dict(zip(example, written, strict=True)) == example


def test_a_place_on_the_equator_is_a_place() -> None:
    cells = PARTNER | {"latitude": "0", "longitude": "0", "coordinates_source": "https://a.pl"}

    place = read_record(Partner, row_of(cells), PARTNERS).coordinate

    assert place is not None
    assert (place.latitude, place.longitude) == (0.0, 0.0)


def test_a_part_without_its_first_attribute_is_absent() -> None:
    cells = PARTNER | {"agreement": "", "ended": "", "latitude": ""}

    partner = read_record(Partner, row_of(cells), PARTNERS)

    assert (partner.agreement, partner.ended, partner.coordinate) == (None, None, None)
    assert partner.first_contacts is None
