"""The place of a home town, for a folder that begins: never a guess."""

from __future__ import annotations

from collections.abc import Sequence

from geopy.location import Location

from partner_map.distance import distance_km
from partner_map.geocoding.base import PlaceFinder, coordinate_of
from partner_map.geocoding.errors import HomeAmbiguousError, HomeUnknownError
from partner_map.geocoding.lookup import SAME_PLACE_KM
from partner_map.i18n.translator import N_
from partner_map.model import Coordinate


def find_home(name: str, country: str, ask: PlaceFinder, source: str | None = None) -> Coordinate:
    """The place of a town by its name and country (ISO 3166-1 alpha-2), in WGS 84 degrees.

    Of several places the one of ``source``, the URL of its page in the gazetteer, is meant.

    Raises:
        HomeUnknownError: No place has the name, or none of those that have it that source.
        HomeAmbiguousError: Several do, far from each other.
    """
    places = [
        place for place in ask(name, country) if source is None or place.raw["source"] == source
    ]
    if not places:
        raise HomeUnknownError(
            N_("{name}: no place named so in {country}"), name=name, country=country
        )
    if _are_apart(places):
        told = "; ".join(
            f"{place.latitude:.5f}, {place.longitude:.5f} ({place.raw['source']})"
            for place in places
        )
        raise HomeAmbiguousError(
            N_("{name}: several places have this name in {country}: {places}"),
            name=name,
            country=country,
            places=told,
        )
    return coordinate_of(places[0])


def _are_apart(places: Sequence[Location]) -> bool:
    first = coordinate_of(places[0])
    return any(distance_km(first, coordinate_of(place)) > SAME_PLACE_KM for place in places[1:])
