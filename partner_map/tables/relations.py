"""What must hold between cells, rows and tables, on cells that are sound by themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd

from partner_map.dates import ImpreciseDate, parse_date
from partner_map.model import Coordinate, ExchangeType
from partner_map.tables.faults import Fault, FaultKind, shortened
from partner_map.tables.grid import BLANK
from partner_map.tables.nearest import nearest_id, nearest_of
from partner_map.tables.outlines import is_in_country
from partner_map.tables.schema import parts

OFFICIAL: Final = ExchangeType.LOCAL_GOVERNMENT
"""The type of exchange that is official: it cannot come after the cooperation ended."""
_MAX_SUGGESTIONS: Final = 100
"""For so many unknown partners the nearest one is sought: it takes long among thousands."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells as typed, and the sound ones."""

    file: str
    number: int
    typed: Mapping[str, str]
    sound: Mapping[str, str]
    """Cells in their canonical form; those that have a fault are empty."""

    def text(self, column: str) -> str:
        """A sound cell; empty where the cell is empty or has a fault."""
        return self.sound.get(column, "")

    def is_blank(self, column: str) -> bool:
        """Whether a cell is there, and nothing was typed into it."""
        return column in self.typed and not self.typed[column].strip(BLANK)

    def date(self, column: str) -> ImpreciseDate | None:
        """The date of a cell."""
        return parse_date(self.text(column)) if self.text(column) else None

    def coordinate(self, source_column: str) -> Coordinate | None:
        """Latitude and longitude in WGS 84 degrees; None where one is missing or has a fault."""
        latitude, longitude = self.text("latitude"), self.text("longitude")
        if not latitude or not longitude:
            return None
        return Coordinate(float(latitude), float(longitude), self.text(source_column))

    def fault(self, kind: FaultKind, column: str, nearest: str | None = None) -> Fault:
        """A fault of a cell."""
        value = shortened(self.typed.get(column, ""))
        return Fault(kind, self.file, self.number, column, value, nearest=nearest)


def rows_of(
    file: str,
    typed: pd.DataFrame,
    sound: pd.DataFrame,
    merged: Collection[tuple[int, str]] = (),
) -> tuple[Row, ...]:
    """The rows of a table by the frames of its cells, as typed and where sound.

    Of cells that are merged with others, by row and column, nobody knows what was typed.
    """
    columns = [str(name) for name in typed.columns]
    sound = sound[columns]
    return tuple(
        Row(
            file,
            int(number),
            {
                column: str(cell)
                for column, cell in zip(columns, before, strict=True)
                if (number, column) not in merged
            },
            dict(zip(columns, map(str, after), strict=True)),
        )
        for number, before, after in zip(
            typed.index, typed.to_numpy(), sound.to_numpy(), strict=True
        )
    )


def partner_faults(rows: Sequence[Row], basemap: Path) -> Iterator[Fault]:
    """What is wrong between the cells and rows of the partners."""
    yield from _doubled(rows, "id")
    for row in rows:
        yield from _half_coordinate(row)
        country = row.text("country")
        place = row.coordinate("coordinates_source")
        if place is not None and country and is_in_country(place, country, basemap) is False:
            yield row.fault(FaultKind.COORDINATE_OUTSIDE, "latitude")
        if row.text("agreement") and row.is_blank("agreement_kind"):
            yield row.fault(FaultKind.REQUIRED, "agreement_kind")
        contacts, agreement, ended = map(row.date, ("first_contacts", "agreement", "ended"))
        if contacts and agreement and contacts.earliest > agreement.latest:
            yield row.fault(FaultKind.CONTACTS_AFTER_AGREEMENT, "first_contacts")
        began = agreement or contacts
        if began and ended and ended.latest < began.earliest:
            yield row.fault(FaultKind.END_BEFORE_START, "ended")


def coordinate_faults(
    rows: Sequence[Row], partners: Sequence[Row], basemap: Path
) -> Iterator[Fault]:
    """What is wrong with the coordinates that the geocoder wrote."""
    countries = {row.text("id"): row.text("country") for row in partners}
    yield from _doubled(rows, "partner")
    for row in rows:
        place, country = row.coordinate("source"), countries.get(row.text("partner"))
        if place is not None and country and is_in_country(place, country, basemap) is False:
            yield row.fault(FaultKind.COORDINATE_OUTSIDE, "latitude")


def event_faults(rows: Sequence[Row], partners: Sequence[Row]) -> Iterator[Fault]:
    """What is wrong between the cells of an event and with its partners."""
    known = {row.text("id"): None for row in partners if row.text("id")}
    meant = {nearest_id(row.typed.get("id", "")) for row in partners if not row.text("id")}
    ids = tuple(known)
    tried: dict[str, str | None] = {}

    def nearest(name: str) -> str | None:
        if name not in tried and len(tried) < _MAX_SUGGESTIONS:
            tried[name] = nearest_of(name, ids)
        return tried.get(name)

    ends = {row.text("id"): row.date("ended") for row in partners}
    for row in rows:
        names = parts(row.text("partners"))
        for name in names:
            if not known or name in known or name in meant:
                continue
            # A name that is like none may be of the partner whose own id is missing.
            if None not in meant or nearest(name) is not None:
                yield row.fault(FaultKind.PARTNER_UNKNOWN, "partners", nearest(name))
                break
        start, end = row.date("start"), row.date("end")
        if start and end and end.latest < start.earliest:
            yield row.fault(FaultKind.END_BEFORE_START, "end")
        over = [ended for name in names if (ended := ends.get(name)) is not None]
        if start and row.text("type") == OFFICIAL and _any_before(over, start):
            yield row.fault(FaultKind.OFFICIAL_AFTER_END, "start")


def _any_before(ends: Iterable[ImpreciseDate], start: ImpreciseDate) -> bool:
    return any(ended.latest < start.earliest for ended in ends)


def _doubled(rows: Sequence[Row], column: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for row in rows:
        name = row.text(column)
        if name and name in seen:
            yield row.fault(FaultKind.ID_TWICE, column)
        seen.add(name)


def _half_coordinate(row: Row) -> Iterator[Fault]:
    places = ("latitude", "longitude")
    blank = [column for column in places if row.is_blank(column)]
    if len(blank) == 1:
        yield row.fault(FaultKind.COORDINATE_HALF, blank[0])
    if not blank and row.is_blank("coordinates_source"):
        yield row.fault(FaultKind.REQUIRED, "coordinates_source")
