"""The Dataset as the GeoJSON that the browser's map layer draws."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

from partner_map.i18n.translator import Translator, country_codes
from partner_map.model import Dataset, Partner, partner_types
from partner_map.timeline import begins_with_project

PARTNERS: Final = "data/partners.geojson"
"""Where the server gives the partners, relative to its root."""


def partners_url(language: str, version: str | None = None) -> str:
    """The URL of the partners in a language, relative to the server's root.

    With a version of the data it gives that one and no other; without, the present one.
    """
    versioned = {} if version is None else {"v": version}
    return f"{PARTNERS}?{urlencode({'lang': language} | versioned)}"


def map_words(translator: Translator) -> dict[str, str]:
    """The words on the map; ``{name}`` and ``{year}`` are left for the layer to fill in."""
    placeholders = {"name": "{name}", "year": "{year}"}
    return {
        "title": translator.gettext("Map of the partner cities"),
        "zoom_in": translator.gettext("Zoom in"),
        "zoom_out": translator.gettext("Zoom out"),
        "whole_view": translator.gettext("Show the whole map"),
        "move_up": translator.gettext("Move the map up"),
        "move_down": translator.gettext("Move the map down"),
        "move_left": translator.gettext("Move the map left"),
        "move_right": translator.gettext("Move the map right"),
        "legend": translator.gettext("Legend"),
        "legend_agreement": translator.gettext("agreement"),
        "legend_contacts": translator.gettext("contacts"),
        "legend_ended": translator.gettext("ended"),
        "aria_agreement": translator.gettext("{name}: agreement since {year}", **placeholders),
        "aria_contacts": translator.gettext("{name}: contacts", **placeholders),
        "aria_ended": translator.gettext("{name}: cooperation ended in {year}", **placeholders),
        "sources": translator.gettext("map sources"),
        "credit": translator.gettext("Map: Natural Earth · Places: GeoNames (CC BY 4.0)"),
        "two_fingers": translator.gettext("Move the map with two fingers"),
        "wheel": translator.gettext("Hold Ctrl to zoom the map"),
    }


def all_words(dataset: Dataset, translator: Translator) -> dict[str, str]:
    """The words on the map of these tables: the legend has those that it has words of."""
    return map_words(translator) | _words_if_needed(dataset, translator)


def _words_if_needed(dataset: Dataset, translator: Translator) -> dict[str, str]:
    """The words of the statuses that few towns have."""
    placeholders = {"name": "{name}", "year": "{year}"}
    words: dict[str, str] = {}
    if any(_project_year(partner) for partner in dataset.partners):
        words |= {
            "legend_project": translator.gettext("project"),
            "aria_project": translator.gettext(
                "{name}: project partnership since {year}", **placeholders
            ),
        }
    if any(partner.suspended for partner in dataset.partners):
        words |= {
            "legend_suspended": translator.gettext("suspended"),
            "aria_suspended": translator.gettext(
                "{name}: cooperation suspended since {year}", **placeholders
            ),
        }
    if dataset.undated:
        words |= {
            "legend_undated": translator.gettext("no date"),
            "aria_undated": translator.gettext(
                "{name}: partner city, since when is not known", **placeholders
            ),
        }
    return words


def _project_year(partner: Partner) -> int | None:
    return partner.agreement_year if begins_with_project(partner) else None


def partners_geojson(dataset: Dataset, translator: Translator, font_url: str) -> dict[str, Any]:
    """A FeatureCollection of the partners that have a coordinate, with the town and the words.

    Positions are longitude before latitude, as GeoJSON (RFC 7946) has them. The map loads the
    font of its names from ``font_url``, relative to the server's root.
    """
    town = dataset.town
    return {
        "type": "FeatureCollection",
        "version": dataset.version,
        "language": translator.language,
        "font": font_url,
        "town": {
            "name": town.name[translator.language],
            "country": town.country,
            "latitude": town.coordinate.latitude,
            "longitude": town.coordinate.longitude,
        },
        "words": all_words(dataset, translator),
        "countries": {code: translator.country(code) for code in sorted(country_codes())},
        "features": [_feature(dataset, partner, translator) for partner in dataset.placed],
    }


def _feature(dataset: Dataset, partner: Partner, translator: Translator) -> Mapping[str, Any]:
    place = partner.coordinate
    assert place is not None
    return {
        "type": "Feature",
        "geometry": {
            "type": "Point",
            "coordinates": [round(place.longitude, 5), round(place.latitude, 5)],
        },
        "properties": partner_properties(dataset, partner, translator),
    }


def partner_properties(
    dataset: Dataset, partner: Partner, translator: Translator
) -> Mapping[str, Any]:
    """What the browser is told of a partner: the years of its dates, country and types."""
    return {
        "id": partner.id,
        "name": partner.name[translator.language],
        "country": partner.country,
        "contacts": partner.contacts_year,
        "agreement": partner.lasting_year,
        "ended": partner.ended_year,
        "types": sorted(exchange_type.value for exchange_type in partner_types(dataset, partner)),
    } | _if_told(
        project=_project_year(partner),
        suspended=partner.suspended_year,
        undated=partner.is_undated,
    )


def _if_told(**properties: int | bool | None) -> dict[str, int | bool]:
    """The properties that a partner has; most have none of these, and each byte is sent."""
    return {name: value for name, value in properties.items() if value}
