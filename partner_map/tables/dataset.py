"""The checked rows of the tables as one Dataset: every cell is sound by now."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from partner_map.model import (
    LANGUAGES,
    Agreement,
    AgreementKind,
    Coordinate,
    Dataset,
    Event,
    ExchangeType,
    Fact,
    LocalizedText,
    Partner,
    Signatory,
    Town,
)
from partner_map.tables.relations import Row
from partner_map.tables.schema import parts


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
            sorted(map(_event, events), key=lambda event: (event.start.earliest, event.start.edtf))
        ),
        version=version,
        loaded=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
    )


def _first_year(partner: Partner) -> int:
    years = (partner.contacts_year, partner.agreement_year, partner.ended_year)
    return min((year for year in years if year is not None), default=9999)


def _texts(row: Row, stem: str) -> LocalizedText:
    return {code: row.text(f"{stem}_{code}") for code in LANGUAGES}


def _fact(row: Row, column: str) -> Fact | None:
    date = row.date(column)
    return None if date is None else Fact(date, parts(row.text(f"{column}_source")))


def _partner(row: Row, place: Coordinate | None) -> Partner:
    return Partner(
        id=row.text("id"),
        name=_texts(row, "name"),
        own_name=row.text("name_own"),
        note=_texts(row, "note"),
        country=row.text("country"),
        first_contacts=_fact(row, "first_contacts"),
        agreement=_agreement(row),
        ended=_fact(row, "ended"),
        types=frozenset(map(ExchangeType, parts(row.text("types")))),
        types_sources=parts(row.text("types_source")),
        summary=_texts(row, "summary"),
        coordinate=row.coordinate("coordinates_source") or place,
    )


def _agreement(row: Row) -> Agreement | None:
    fact = _fact(row, "agreement")
    if fact is None:
        return None
    return Agreement(
        fact=fact,
        kind=AgreementKind(row.text("agreement_kind")),
        place=_texts(row, "agreement_place"),
        place_sources=parts(row.text("agreement_place_source")),
        partner_signatory=Signatory(row.text("partner_signatory"), _texts(row, "partner_office")),
        town_signatory=Signatory(row.text("town_signatory"), _texts(row, "town_office")),
        signatory_sources=parts(row.text("signatory_source")),
    )


def _event(row: Row) -> Event:
    start = row.date("start")
    assert start is not None
    return Event(
        partners=parts(row.text("partners")),
        start=start,
        end=row.date("end"),
        type=ExchangeType(row.text("type")),
        title=_texts(row, "title"),
        source=row.text("source"),
    )
