"""A city's name to its one coordinate: providers asked in turn, never a guess.

Coordinates are WGS 84 degrees, latitude before longitude. It never runs while pages are
served.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from geopy.location import Location

from partner_map import clock
from partner_map.disk import write_whole
from partner_map.distance import distance_km
from partner_map.geocoding.base import PlaceFinder, coordinate_of
from partner_map.geocoding.errors import AskClerkError, GeocodingError, StopError
from partner_map.i18n.translator import N_, Translator
from partner_map.model import Partner
from partner_map.tables import COORDINATES, read_dataset, read_table, take_snapshot

SAME_PLACE_KM = 20.0
"""Candidates further apart than this, in geodesic kilometres, are different places."""


@dataclass(frozen=True, slots=True)
class Found:
    """The one place that a city's name leads to."""

    partner: str
    query: str
    latitude: float
    longitude: float
    source: str


def find_place(partner: Partner, ask: PlaceFinder) -> Found:
    """The place of a city: its own name is asked for first, then its English and Polish ones.

    Raises:
        AskClerkError: No candidate, several far apart, or one in another country.
        TryLaterError, StopError: The service did not answer.
    """
    for name in names_of(partner):
        candidates = ask(name, partner.country)
        if candidates:
            return _only_one(partner, name, candidates)
    raise AskClerkError(
        N_("{partner}: no place named so in {country}"), partner=partner.id, country=partner.country
    )


def names_of(partner: Partner) -> tuple[str, ...]:
    """The names by which a city is looked up: its own first, then those in our languages."""
    return tuple(dict.fromkeys((partner.own_name, *partner.name.values())))


def _only_one(partner: Partner, name: str, candidates: Sequence[Location]) -> Found:
    told = "; ".join(
        f"{place.address} ({place.latitude:.5f}, {place.longitude:.5f}, {place.raw['source']})"
        for place in candidates
    )
    if any(place.raw["country"] != partner.country for place in candidates):
        raise AskClerkError(
            N_("{partner}: the answer lies outside {country}: {places}"),
            partner=partner.id,
            country=partner.country,
            places=told,
        )
    first = candidates[0]
    for other in candidates[1:]:
        if distance_km(coordinate_of(first), coordinate_of(other)) > SAME_PLACE_KM:
            raise AskClerkError(
                N_("{partner}: several places named {name} in {country}: {places}"),
                partner=partner.id,
                name=name,
                country=partner.country,
                places=told,
            )
    return Found(partner.id, name, first.latitude, first.longitude, first.raw["source"])


def geocode_folder(
    folder: Path,
    gazetteer: Callable[[], PlaceFinder],
    online: Callable[[], PlaceFinder] | None,
    tell: Callable[[str], None],
    translator: Translator,
) -> list[GeocodingError]:
    """Fill ``coordinates.csv`` for every city that lacks a coordinate; tell what was not found.

    Neither finder is made when nothing lacks. Each answer is kept at once.

    Raises:
        TablesError: The tables have faults.
    """
    lacking = [partner for partner in read_dataset(folder).partners if partner.coordinate is None]
    if not lacking:
        tell(translator.gettext("Every city has its coordinates."))
        return []
    finders = [gazetteer()]
    if online is not None:
        finders.append(online())
    faults: list[GeocodingError] = []
    for number, partner in enumerate(lacking, start=1):
        tell(f"{number}/{len(lacking)} {partner.own_name}")
        try:
            found = _first_answer(partner, finders)
        except GeocodingError as fault:
            faults.append(fault)
            if isinstance(fault, StopError):
                break
        else:
            _keep(folder / "coordinates.csv", found)
    return faults


def _first_answer(partner: Partner, finders: Sequence[PlaceFinder]) -> Found:
    *others, last = finders
    for ask in others:
        try:
            return find_place(partner, ask)
        except AskClerkError:
            continue  # the next one may know
    return find_place(partner, last)


def _keep(path: Path, found: Found) -> None:
    """Add an answer to the table, which is replaced whole or not at all."""
    before = read_table(take_snapshot(path.parent), COORDINATES).rows
    rows = [dict(row.sound) for row in before if row.text("partner") != found.partner]
    rows.append(
        {
            "partner": found.partner,
            "query": found.query,
            "latitude": f"{found.latitude:.5f}",
            "longitude": f"{found.longitude:.5f}",
            "source": found.source,
            "date": clock.now().date().isoformat(),
        }
    )
    rows.sort(key=lambda row: row["partner"])
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, list(COORDINATES.by_name), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_whole(path, written.getvalue().encode())
