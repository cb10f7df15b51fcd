"""What must hold between cells, rows and tables, on cells that are sound by themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pandas as pd

from partner_map.dates import ImpreciseDate, parse_date
from partner_map.model import Coordinate, ExchangeType, Town
from partner_map.tables.columns import CellKind
from partner_map.tables.faults import Fault, FaultKind, Hint, HintKind, shortened
from partner_map.tables.grid import BLANK
from partner_map.tables.nearest import nearest_id, nearest_of
from partner_map.tables.outlines import is_in_country
from partner_map.tables.schema import DEGREES, canonical, is_degrees, parts
from partner_map.tables.snapshot import TOWN_FILE

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


def partner_faults(rows: Sequence[Row], world: Path) -> Iterator[Fault]:
    """What is wrong between the cells and rows of the partners."""
    yield from _doubled(rows, "id")
    for row in rows:
        yield from _half_coordinate(row)
        yield from _place_faults(row, row.text("country"), world)
        if row.text("agreement") and row.is_blank("agreement_kind"):
            yield row.fault(FaultKind.REQUIRED, "agreement_kind")
        contacts, agreement, ended = map(row.date, ("first_contacts", "agreement", "ended"))
        yield from _term_faults(row)
        if contacts and agreement and contacts.earliest > agreement.latest:
            yield row.fault(FaultKind.CONTACTS_AFTER_AGREEMENT, "first_contacts")
        began = agreement or contacts
        if began and ended and ended.latest < began.earliest:
            yield row.fault(FaultKind.END_BEFORE_START, "ended")
        suspended = row.date("suspended")
        if began and suspended and suspended.latest < began.earliest:
            yield row.fault(FaultKind.END_BEFORE_START, "suspended")


def agreement_faults(rows: Sequence[Row], partners: Sequence[Row]) -> Iterator[Fault]:
    """What is wrong with the further agreements, and between them and the partners."""
    known = {row.text("id"): row for row in partners if row.text("id")}
    for row in rows:
        yield from _term_faults(row)
        name, signed = row.text("partner"), row.date("agreement")
        partner = known.get(name)
        if partner is None:
            if name and len(known) == len(partners):
                nearest = nearest_of(name, tuple(known))
                yield row.fault(FaultKind.PARTNER_UNKNOWN, "partner", nearest)
            continue
        first, ended = partner.date("agreement"), partner.date("ended")
        is_first = partner.is_blank("agreement") if first is None else _is_not_later(signed, first)
        if is_first:
            yield row.fault(FaultKind.AGREEMENT_NOT_LATER, "agreement")
        elif signed and ended and signed.earliest > ended.latest:
            yield row.fault(FaultKind.AGREEMENT_AFTER_END, "agreement")


def _is_not_later(signed: ImpreciseDate | None, first: ImpreciseDate) -> bool:
    return signed is not None and signed.latest <= first.latest


def _term_faults(row: Row) -> Iterator[Fault]:
    """A term that is over before its agreement was signed."""
    signed, until = row.date("agreement"), row.date("agreement_until")
    if signed and until and until.latest < signed.earliest:
        yield row.fault(FaultKind.END_BEFORE_START, "agreement_until")


def partner_hints(rows: Sequence[Row]) -> Iterator[Hint]:
    """What is not known of the partners, though it is ordinary that it is not."""
    dates = ("first_contacts", "agreement", "ended")
    undated = [
        row
        for row in rows
        if all(row.is_blank(name) for name in dates) and not row.typed.get("suspended")
    ]
    if undated:
        ids = ", ".join(row.text("id") for row in undated)
        yield Hint(HintKind.UNDATED, undated[0].file, shortened(ids))


def coordinate_faults(rows: Sequence[Row], partners: Sequence[Row], world: Path) -> Iterator[Fault]:
    """What is wrong with the coordinates that the geocoder wrote."""
    countries = {row.text("id"): row.text("country") for row in partners}
    yield from _doubled(rows, "partner")
    for row in rows:
        yield from _place_faults(row, countries.get(row.text("partner"), ""), world)


def home_faults(town: Town, world: Path) -> Iterator[Fault]:
    """What is wrong between the home town's place and its country."""
    place = town.coordinate
    kind = _place_fault(place.latitude, place.longitude, town.country, world)
    if kind is not None:
        allowed = (town.country,) if kind is FaultKind.COORDINATE_SWAPPED else ()
        column, value = "coordinates.latitude", str(place.latitude)
        yield Fault(kind, TOWN_FILE, column=column, value=value, allowed=allowed)


def _place_faults(row: Row, country: str, world: Path) -> Iterator[Fault]:
    """A place outside its country, or told as swapped where its numbers exchanged lie inside."""
    latitude, longitude = (_number(row.typed.get(name, "")) for name in ("latitude", "longitude"))
    if latitude is None or longitude is None or not country:
        return
    kind = _place_fault(latitude, longitude, country, world)
    if kind is FaultKind.COORDINATE_SWAPPED:
        yield replace(row.fault(kind, "latitude"), allowed=(country,))
    elif kind is not None:
        yield row.fault(kind, "latitude")


def _place_fault(latitude: float, longitude: float, country: str, world: Path) -> FaultKind | None:
    """What is wrong with a place; numbers that are no degrees have a fault of their own."""

    def is_inside(northward: float, eastward: float) -> bool | None:
        if abs(northward) > DEGREES[CellKind.LATITUDE]:
            return False
        return is_in_country(Coordinate(northward, eastward, ""), country, world)

    if is_inside(latitude, longitude) is not False:
        return None
    if is_inside(longitude, latitude):
        return FaultKind.COORDINATE_SWAPPED
    return FaultKind.COORDINATE_OUTSIDE if abs(latitude) <= DEGREES[CellKind.LATITUDE] else None


def _number(typed: str) -> float | None:
    """The degrees of a cell, be they too many for a latitude; None where it holds none."""
    number = canonical(CellKind.LATITUDE, typed)
    if not is_degrees(number, DEGREES[CellKind.LONGITUDE]):
        return None
    return float(number)


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
        if start and OFFICIAL in parts(row.text("type")) and _any_before(over, start):
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
