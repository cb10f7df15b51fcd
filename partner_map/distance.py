"""Distances on the globe."""

from __future__ import annotations

from geopy.distance import geodesic

from partner_map.model import Coordinate


def distance_km(one: Coordinate, other: Coordinate) -> float:
    """The geodesic distance in kilometres on the WGS 84 ellipsoid (Karney, 2013)."""
    return float(
        geodesic((one.latitude, one.longitude), (other.latitude, other.longitude)).kilometers
    )
