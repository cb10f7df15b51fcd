"""The checked rows of the tables as one Dataset: every cell is sound by now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from partner_map import clock
from partner_map.model import Coordinate, Dataset, Event, FurtherAgreement, Partner, Town
from partner_map.tables.columns import AGREEMENTS, EVENTS, PARTNERS
from partner_map.tables.records import read_record
from partner_map.tables.relations import Row


def build_dataset(town: Town, tables: Sequence[Sequence[Row]], version: str) -> Dataset:
    """The Dataset of the tables' rows, in the order of ``TABLES``, that have no fault."""
    partners, events, coordinates, agreements = tables
    further: dict[str, list[FurtherAgreement]] = {}
    for row in agreements:
        document = read_record(FurtherAgreement, row, AGREEMENTS)
        further.setdefault(document.partner, []).append(document)
    places = {row.text("partner"): row.coordinate("source") for row in coordinates}
    return Dataset(
        town=town,
        partners=tuple(
            sorted(
                (
                    _partner(row, places.get(row.text("id")), further.get(row.text("id"), ()))
                    for row in partners
                ),
                key=_first_year,
            )
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
    years = (
        partner.contacts_year,
        partner.agreement_year,
        partner.suspended_year,
        partner.ended_year,
    )
    return min((year for year in years if year is not None), default=9999)


def _partner(row: Row, found: Coordinate | None, further: Iterable[FurtherAgreement]) -> Partner:
    """The partner of a row with its further agreements.

    The coordinate that the geocoder found stands in for a missing one.
    """
    partner = read_record(Partner, row, PARTNERS)
    return replace(
        partner,
        coordinate=partner.coordinate or found,
        further_agreements=tuple(sorted(further, key=lambda one: one.fact.date.latest)),
    )
