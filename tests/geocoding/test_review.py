"""The review names what a person should look at, with its distance in kilometres."""

from __future__ import annotations

from dataclasses import replace

import pytest
from geopy.location import Location

from partner_map.geocoding.review import WarningKind, review
from partner_map.i18n.translator import translator_for
from partner_map.model import Dataset
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN
from tests.support.globe import vincenty_km

DATASET = read_dataset(FROZEN)
PISOGNE = DATASET.by_id["pisogne"]


def alone(latitude_more: float) -> Dataset:
    """Pisogne alone, so many degrees north of where it is."""
    place = PISOGNE.coordinate
    assert place is not None
    moved = replace(place, latitude=place.latitude + latitude_more)
    return replace(DATASET, partners=(replace(PISOGNE, coordinate=moved),))


def known(*latitudes_more: float) -> list[Location]:
    place = PISOGNE.coordinate
    assert place is not None
    raw = {"country": "IT", "source": "https://www.geonames.org/1"}
    return [
        Location("Pisogne", (place.latitude + more, place.longitude), raw)
        for more in latitudes_more
    ]


def kinds(dataset: Dataset, places: list[Location]) -> list[WarningKind]:
    return [warning.kind for warning in review(dataset, lambda *_: places)]


@pytest.mark.parametrize(
    ("degrees", "found"),
    [(0.0, []), (0.224, []), (0.226, [WarningKind.FAR]), (-0.226, [WarningKind.FAR])],
)
def test_a_place_more_than_25_km_off_is_doubtful(degrees: float, found: list[WarningKind]) -> None:
    assert kinds(alone(degrees), known(0)) == found


@pytest.mark.parametrize(("apart", "found"), [(0.179, []), (0.181, [WarningKind.HOMONYMS])])
def test_places_more_than_20_km_apart_are_different_ones(
    apart: float, found: list[WarningKind]
) -> None:
    assert kinds(alone(0), known(0, apart)) == found


def test_the_nearest_place_of_the_name_counts() -> None:
    assert kinds(alone(1), known(0, 1)) == [WarningKind.HOMONYMS]


def test_a_place_that_nobody_has_found_is_told() -> None:
    lost = replace(DATASET, partners=(replace(PISOGNE, coordinate=None),))

    assert kinds(lost, known(0)) == [WarningKind.NO_COORDINATE]
    assert kinds(lost, []) == [WarningKind.NO_COORDINATE, WarningKind.UNKNOWN_PLACE]


def test_the_distance_is_told_in_kilometres() -> None:
    here = alone(1).partners[0].coordinate
    there = PISOGNE.coordinate
    assert here is not None
    assert there is not None

    (warning,) = review(alone(1), lambda *_: known(0))

    assert warning.distance_km == pytest.approx(vincenty_km(here, there), abs=0.001)
    assert f" {round(vincenty_km(here, there))} km " in warning.words(translator_for("en"))


def test_the_names_are_asked_for_in_turn_until_one_is_known() -> None:
    asked: list[tuple[str, str]] = []
    hague = replace(DATASET, partners=(DATASET.by_id["cesis"],))

    def ask(name: str, country: str) -> list[Location]:
        asked.append((name, country))
        return []

    assert [warning.kind for warning in review(hague, ask)] == [WarningKind.UNKNOWN_PLACE]
    assert asked[0] == ("Cēsis", "LV")
    assert {country for _, country in asked} == {"LV"}
