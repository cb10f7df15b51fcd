"""The review of the coordinates: each with its source, held against the offline gazetteer.

It warns and decides nothing: a place may well lie where the gazetteer has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from geopy.location import Location

from partner_map.distance import distance_km
from partner_map.geocoding.base import PlaceFinder, coordinate_of
from partner_map.geocoding.lookup import SAME_PLACE_KM, names_of
from partner_map.i18n.translator import N_, Translator
from partner_map.model import Dataset, Partner

FAR_KM: Final = 25.0
"""A coordinate further than this from the gazetteer's place of that name is doubtful."""


class WarningKind(StrEnum):
    """What a person should look at."""

    NO_COORDINATE = "no-coordinate"
    UNKNOWN_PLACE = "unknown-place"
    HOMONYMS = "homonyms"
    FAR = "far"


_SENTENCES: Final = {
    WarningKind.NO_COORDINATE: N_("{partner} has no coordinates and stands in the list only"),
    WarningKind.UNKNOWN_PLACE: N_(
        "{partner}: the gazetteer has no place of this name in {country}; hold its source against"
        " a map"
    ),
    WarningKind.HOMONYMS: N_("{partner}: several places have this name in {country}: {places}"),
    WarningKind.FAR: N_("{partner} lies {distance} km from the place that the gazetteer knows"),
}


@dataclass(frozen=True, slots=True)
class PlaceWarning:
    """One thing about one place that a person should look at."""

    kind: WarningKind
    partner: Partner
    places: tuple[Location, ...] = ()
    """What the gazetteer has under that name."""
    distance_km: float = 0.0
    """From the stated coordinate to the nearest of them, in geodesic kilometres."""

    def words(self, translator: Translator) -> str:
        """The warning in the reader's language."""
        return translator.gettext(
            _SENTENCES[self.kind],
            partner=self.partner.name[translator.language],
            country=translator.country(self.partner.country),
            distance=translator.number(self.distance_km),
            places="; ".join(
                f"{place.latitude:.5f}, {place.longitude:.5f} ({place.raw['source']})"
                for place in self.places
            ),
        )


def review(dataset: Dataset, ask: PlaceFinder) -> tuple[PlaceWarning, ...]:
    """What a person should look at, partner by partner."""
    return tuple(warning for partner in dataset.partners for warning in _warnings(partner, ask))


def _warnings(partner: Partner, ask: PlaceFinder) -> Iterator[PlaceWarning]:
    if partner.coordinate is None:
        yield PlaceWarning(WarningKind.NO_COORDINATE, partner)
    places = _known_places(partner, ask)
    if not places:
        yield PlaceWarning(WarningKind.UNKNOWN_PLACE, partner)
        return
    if any(
        distance_km(coordinate_of(places[0]), coordinate_of(place)) > SAME_PLACE_KM
        for place in places[1:]
    ):
        yield PlaceWarning(WarningKind.HOMONYMS, partner, tuple(places))
    if partner.coordinate is not None:
        nearest = min(distance_km(partner.coordinate, coordinate_of(place)) for place in places)
        if nearest > FAR_KM:
            yield PlaceWarning(WarningKind.FAR, partner, tuple(places), nearest)


def _known_places(partner: Partner, ask: PlaceFinder) -> Sequence[Location]:
    for name in names_of(partner):
        if places := ask(name, partner.country):
            return places
    return ()
