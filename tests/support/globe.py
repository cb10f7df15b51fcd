"""A distance on the globe computed in another way than the program does."""

from __future__ import annotations

from math import atan, atan2, cos, radians, sin, sqrt, tan
from typing import Final

from partner_map.model import Coordinate

EQUATOR_KM: Final = 6378.137
FLATTENING: Final = 1 / 298.257223563
TURNS: Final = 50


def vincenty_km(one: Coordinate, other: Coordinate) -> float:
    """Kilometres on the WGS 84 ellipsoid by Vincenty's inverse formula (1975), to a millimetre."""
    pole = EQUATOR_KM * (1 - FLATTENING)
    apart = radians(other.longitude - one.longitude)
    first = atan((1 - FLATTENING) * tan(radians(one.latitude)))
    second = atan((1 - FLATTENING) * tan(radians(other.latitude)))
    angle = apart
    for _ in range(TURNS):
        sine = sqrt(
            (cos(second) * sin(angle)) ** 2
            + (cos(first) * sin(second) - sin(first) * cos(second) * cos(angle)) ** 2
        )
        cosine = sin(first) * sin(second) + cos(first) * cos(second) * cos(angle)
        arc = atan2(sine, cosine)
        azimuth = cos(first) * cos(second) * sin(angle) / sine
        squared = 1 - azimuth**2
        middle = cosine - 2 * sin(first) * sin(second) / squared
        c = FLATTENING / 16 * squared * (4 + FLATTENING * (4 - 3 * squared))
        angle = apart + (1 - c) * FLATTENING * azimuth * (
            arc + c * sine * (middle + c * cosine * (2 * middle**2 - 1))
        )
    u = squared * (EQUATOR_KM**2 - pole**2) / pole**2
    a = 1 + u / 16384 * (4096 + u * (u * (320 - 175 * u) - 768))
    b = u / 1024 * (256 + u * (u * (74 - 47 * u) - 128))
    shift = (
        b
        * sine
        * (
            middle
            + b
            / 4
            * (
                cosine * (2 * middle**2 - 1)
                - b / 6 * middle * (4 * sine**2 - 3) * (4 * middle**2 - 3)
            )
        )
    )
    return pole * a * (arc - shift)
