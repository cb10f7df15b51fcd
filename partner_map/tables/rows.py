"""A Dataset as the rows of its tables again, in the order of their columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from partner_map.model import Dataset, Event, FurtherAgreement, Partner
from partner_map.tables.columns import AGREEMENTS, EVENTS, PARTNERS, Table
from partner_map.tables.records import write_record
from partner_map.tables.schema import is_web_url


def named_rows(dataset: Dataset, table: Table) -> tuple[list[str], list[list[str]]]:
    """The names of a table's columns and its rows; of further languages those that have a text.

    A coordinate that the geocoder found stands in its partner's row. One whose source is no
    URL is left out, as the table could not hold it.
    """
    columns = list(table.readable.values())
    rows = [write_record(record, columns) for record in _RECORDS[table.name](dataset)]
    kept = [
        place
        for place, column in enumerate(columns)
        if column in table.columns or any(row[place] for row in rows)
    ]
    return [columns[place].name for place in kept], [[row[place] for place in kept] for row in rows]


def _partners(dataset: Dataset) -> Iterable[Partner]:
    return map(_storable, dataset.partners)


def _events(dataset: Dataset) -> Iterable[Event]:
    return dataset.events


def _agreements(dataset: Dataset) -> Iterable[FurtherAgreement]:
    return (document for partner in dataset.partners for document in partner.further_agreements)


def _storable(partner: Partner) -> Partner:
    place = partner.coordinate
    if place is None or is_web_url(place.source):
        return partner
    return replace(partner, coordinate=None)


_RECORDS: Final[Mapping[str, Callable[[Dataset], Iterable[object]]]] = {
    PARTNERS.name: _partners,
    EVENTS.name: _events,
    AGREEMENTS.name: _agreements,
}
