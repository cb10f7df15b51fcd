"""Nominatim is asked slowly, under our own name, and about the right country."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qs, urlsplit

import geopy.geocoders
import pytest
from geopy import exc
from geopy.adapters import BaseSyncAdapter

from partner_map.geocoding.errors import TryLaterError
from partner_map.geocoding.nominatim import ask_online, nominatim

HRANICE = {
    "lat": "49.548",
    "lon": "17.7347",
    "display_name": "Hranice, Czechia",
    "osm_type": "relation",
    "osm_id": 441205,
    "address": {"country_code": "cz"},
}


@dataclass
class Service:
    """Nominatim as it answers, and the moments (seconds) at which it was asked."""

    now: float = 100.0
    asked: list[float] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    failures: list[exc.GeopyError] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def clock(self) -> float:
        return self.now

    def answer(self, url: str, headers: dict[str, str]) -> list[dict[str, Any]]:
        self.asked.append(self.now)
        self.urls.append(url)
        self.headers.append(headers)
        if self.failures:
            raise self.failures.pop()
        return [HRANICE]


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Service:
    """The service in place of the network, on a clock that only waiting moves."""
    service = Service()

    class Adapter(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no types
        def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> Any:
            assert timeout > 0
            return service.answer(url, headers)

        def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
            raise AssertionError(f"asked for text: {url} {timeout} {headers}")

    monkeypatch.setattr(geopy.geocoders.options, "default_adapter_factory", Adapter)
    monkeypatch.setattr("geopy.extra.rate_limiter.default_timer", service.clock)
    monkeypatch.setattr("geopy.extra.rate_limiter.sleep", service.sleep)
    return service


def pauses(service: Service) -> list[float]:
    return [later - earlier for earlier, later in pairwise(service.asked)]


def test_two_questions_are_at_least_a_second_apart(service: Service) -> None:
    ask = ask_online(nominatim())

    for name in ("Hranice", "Cēsis", "Pisogne"):
        ask(name, "CZ")

    assert len(service.asked) == 3
    assert min(pauses(service)) >= 1.0


@pytest.mark.parametrize("failure", [exc.GeocoderTimedOut, exc.GeocoderUnavailable])
def test_a_busy_service_is_asked_again_after_a_longer_pause(
    service: Service, failure: Callable[[str], exc.GeopyError]
) -> None:
    service.failures = [failure("busy"), failure("busy")]

    assert len(ask_online(nominatim())("Hranice", "CZ")) == 1

    assert len(service.asked) == 3
    assert min(pauses(service)) >= 5.0


def test_a_service_that_stays_busy_is_left_alone(service: Service) -> None:
    service.failures = [exc.GeocoderUnavailable("away") for _ in range(9)]

    with pytest.raises(TryLaterError):
        ask_online(nominatim())("Hranice", "CZ")

    assert len(service.asked) == 3


def test_the_question_names_us_the_city_and_its_country(service: Service) -> None:
    (place,) = ask_online(nominatim())("Hranice", "CZ")

    (url,), (headers,) = service.urls, service.headers
    asked = parse_qs(urlsplit(url).query)
    assert urlsplit(url).scheme == "https"
    assert urlsplit(url).hostname == "nominatim.openstreetmap.org"
    assert (asked["q"], asked["countrycodes"]) == (["Hranice"], ["cz"])
    assert headers["User-Agent"].startswith("partner-map (https://")
    assert (place.latitude, place.longitude) == (49.548, 17.7347)
    assert place.raw == {
        "country": "CZ",
        "source": "https://www.openstreetmap.org/relation/441205",
    }
