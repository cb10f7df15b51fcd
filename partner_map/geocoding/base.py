"""What every provider of places has in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from geopy.location import Location

from partner_map.model import Coordinate


class PlaceFinder(Protocol):
    """Finds the candidates for a name within a country."""

    def __call__(self, name: str, country: str) -> Sequence[Location]:
        """The candidates, their country as ``raw["country"]`` (ISO 3166-1 alpha-2)."""


def coordinate_of(place: Location) -> Coordinate:
    """A candidate's point and source."""
    return Coordinate(place.latitude, place.longitude, place.raw["source"])
