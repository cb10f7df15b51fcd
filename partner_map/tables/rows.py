"""A Dataset as the rows of its tables again, in the order of their columns."""

from __future__ import annotations

from dataclasses import replace

from partner_map.model import Dataset, Partner
from partner_map.tables.columns import AGREEMENTS, EVENTS, PARTNERS
from partner_map.tables.records import write_record
from partner_map.tables.schema import is_web_url


def partner_rows(dataset: Dataset) -> list[list[str]]:
    """The rows of the partners table.

    A coordinate that the geocoder found stands in its partner's row. One whose source is no
    URL is left out, as the table could not hold it.
    """
    return [write_record(_storable(partner), PARTNERS) for partner in dataset.partners]


def event_rows(dataset: Dataset) -> list[list[str]]:
    """The rows of the events table."""
    return [write_record(event, EVENTS) for event in dataset.events]


def agreement_rows(dataset: Dataset) -> list[list[str]]:
    """The rows of the table of further agreements."""
    return [
        write_record(document, AGREEMENTS)
        for partner in dataset.partners
        for document in partner.further_agreements
    ]


def _storable(partner: Partner) -> Partner:
    place = partner.coordinate
    if place is None or is_web_url(place.source):
        return partner
    return replace(partner, coordinate=None)
