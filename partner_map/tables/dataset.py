"""The checked rows of the tables as one Dataset: every cell is sound by now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from partner_map import clock
from partner_map.model import Coordinate, Dataset, Event, Partner, Town
from partner_map.tables.columns import EVENTS, PARTNERS
from partner_map.tables.records import read_record
from partner_map.tables.relations import Row


def build_dataset(
    town: Town,
    partners: Sequence[Row],
    events: Sequence[Row],
    coordinates: Sequence[Row],
    version: str,
) -> Dataset:
    """The Dataset of rows that have no fault."""
    places = {row.text("partner"): row.coordinate("source") for row in coordinates}
    return Dataset(
        town=town,
        partners=tuple(
            sorted((_partner(row, places.get(row.text("id"))) for row in partners), key=_first_year)
        ),
        events=tuple(
            sorted(
                (read_record(Event, row, EVENTS) for row in events),
                key=lambda event: (event.start.earliest, event.start.edtf),
            )
        ),
        version=version,
        loaded=clock.now(),
    )


def _first_year(partner: Partner) -> int:
    years = (partner.contacts_year, partner.agreement_year, partner.ended_year)
    return min((year for year in years if year is not None), default=9999)


def _partner(row: Row, found: Coordinate | None) -> Partner:
    """The partner of a row; the coordinate that the geocoder found stands in for a missing one."""
    partner = read_record(Partner, row, PARTNERS)
    return replace(partner, coordinate=partner.coordinate or found)
