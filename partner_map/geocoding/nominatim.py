"""OpenStreetMap's Nominatim, by its usage policy
(https://operations.osmfoundation.org/policies/nominatim/): under our own name, one request
a second at most, and only when a person asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from geopy import exc
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.location import Location

from partner_map.geocoding.base import PlaceFinder
from partner_map.geocoding.errors import AskClerkError, GeocodingError, StopError, TryLaterError
from partner_map.i18n.translator import N_

USER_AGENT = "partner-map (https://www.konstancinjeziorna.pl)"
MIN_REQUEST_INTERVAL_SECONDS = 1.0
"""Nominatim's usage policy allows one request a second at most."""
_TIMEOUT = 10  # seconds


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
        min_delay_seconds=MIN_REQUEST_INTERVAL_SECONDS,
        max_retries=2,
        error_wait_seconds=5.0,
        swallow_exceptions=False,
    )


def _with_country(location: Location) -> Location:
    """A location of Nominatim with its country and its URL in OpenStreetMap (ODbL)."""
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
