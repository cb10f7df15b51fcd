"""A Dataset as the rows of its tables again, in the order of their columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from partner_map.model import Agreement, Dataset, Event, ExchangeType, Fact, LocalizedText, Partner
from partner_map.tables import EVENTS, PARTNERS, Table, is_web_url

Cells = dict[str, str]
"""The cells of a row by the name of their column; what is not there is empty."""


def partner_rows(dataset: Dataset) -> list[list[str]]:
    """The rows of the partners table.

    A place that the geocoder found stands in its partner's row. One whose source is no
    address is left out, as the table could not hold it.
    """
    return [_row(PARTNERS, _partner(partner)) for partner in dataset.partners]


def event_rows(dataset: Dataset) -> list[list[str]]:
    """The rows of the events table."""
    return [_row(EVENTS, _event(event)) for event in dataset.events]


def _row(table: Table, cells: Mapping[str, str]) -> list[str]:
    return [cells.get(column.name, "") for column in table.columns]


def _partner(partner: Partner) -> Cells:
    return {
        "id": partner.id,
        "name_own": partner.own_name,
        "country": partner.country,
        "types": _joined([kind.value for kind in ExchangeType if kind in partner.types]),
        "types_source": _joined(partner.types_sources),
        **_texts("name", partner.name),
        **_texts("note", partner.note),
        **_texts("summary", partner.summary),
        **_place(partner),
        **_fact("first_contacts", partner.first_contacts),
        **_fact("ended", partner.ended),
        **({} if partner.agreement is None else _agreement(partner.agreement)),
    }


def _place(partner: Partner) -> Cells:
    place = partner.coordinate
    if place is None or not is_web_url(place.source):
        return {}
    return {
        "latitude": _degrees(place.latitude),
        "longitude": _degrees(place.longitude),
        "coordinates_source": place.source,
    }


def _agreement(agreement: Agreement) -> Cells:
    return {
        "agreement_kind": agreement.kind.value,
        "agreement_place_source": _joined(agreement.place_sources),
        "partner_signatory": agreement.partner_signatory.name,
        "town_signatory": agreement.town_signatory.name,
        "signatory_source": _joined(agreement.signatory_sources),
        **_fact("agreement", agreement.fact),
        **_texts("agreement_place", agreement.place),
        **_texts("partner_office", agreement.partner_signatory.office),
        **_texts("town_office", agreement.town_signatory.office),
    }


def _event(event: Event) -> Cells:
    return {
        "partners": _joined(event.partners),
        "start": event.start.edtf,
        "end": "" if event.end is None else event.end.edtf,
        "type": event.type.value,
        "source": event.source,
        **_texts("title", event.title),
    }


def _fact(column: str, fact: Fact | None) -> Cells:
    if fact is None:
        return {}
    return {column: fact.date.edtf, f"{column}_source": _joined(fact.sources)}


def _texts(stem: str, text: LocalizedText) -> Cells:
    return {f"{stem}_{code}": words for code, words in text.items()}


def _joined(values: Sequence[str]) -> str:
    return "|".join(values)


def _degrees(value: float) -> str:
    """All digits and no exponent."""
    return format(Decimal(repr(value)), "f")
