"""The checked rows of the tables as one Dataset: every cell is sound by now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from partner_map import clock
from partner_map.model import Coordinate, Dataset, Event, FurtherAgreement, Partner, Town
from partner_map.photos.looking import Seen
from partner_map.tables.columns import AGREEMENTS, EVENTS, PARTNERS
from partner_map.tables.records import read_record
from partner_map.tables.relations import Row

_Pictured = TypeVar("_Pictured", Partner, Event)


def build_dataset(
    town: Town, tables: Sequence[Sequence[Row]], version: str, photos: Mapping[str, Seen]
) -> Dataset:
    """The Dataset of the tables' rows, in the order of ``TABLES``, that have no fault.

    The photos are those that can be shown, by their file.
    """
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
                    _with_photo(
                        _partner(row, places.get(row.text("id")), further.get(row.text("id"), ())),
                        photos,
                    )
                    for row in partners
                ),
                key=_first_year,
            )
        ),
        events=tuple(
            sorted(
                (_with_photo(read_record(Event, row, EVENTS), photos) for row in events),
                key=lambda event: (event.start.earliest, event.start.edtf),
            )
        ),
        version=version,
        loaded=clock.now(),
    )


def _with_photo(record: _Pictured, photos: Mapping[str, Seen]) -> _Pictured:
    """The record whose photo is shown, where it can be and all is said of it that must be."""
    photo = record.photo
    seen = None if photo is None else photos.get(photo.file)
    if photo is None or seen is None or not photo.is_described:
        return record
    shown = replace(photo, version=seen.version, width=seen.width, height=seen.height)
    return replace(record, photo=shown)


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
