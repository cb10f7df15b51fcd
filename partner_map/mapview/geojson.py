"""The Dataset as the GeoJSON that the browser's map layer draws."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from partner_map.assets import font_address
from partner_map.i18n.translator import Translator
from partner_map.model import Dataset, Partner, partner_types


def map_words(say: Translator, dataset: Dataset) -> dict[str, str]:
    """The words on the map; ``{name}`` and ``{year}`` are left for the layer to fill in."""
    placeholders = {"name": "{name}", "year": "{year}"}
    return {
        "title": say.gettext("Map of the partner cities"),
        "zoom_in": say.gettext("Zoom in"),
        "zoom_out": say.gettext("Zoom out"),
        "whole_view": say.gettext("Show the whole map"),
        "legend": say.gettext("Legend"),
        "legend_agreement": say.gettext("agreement in force"),
        "legend_contacts": say.gettext("contacts only"),
        "legend_ended": say.gettext("cooperation ended"),
        "legend_town": dataset.town.name[say.language],
        "label_ended": say.gettext("{name} · until {year}", **placeholders),
        "aria_agreement": say.gettext("{name}: agreement since {year}", **placeholders),
        "aria_contacts": say.gettext("{name}: contacts", **placeholders),
        "aria_ended": say.gettext("{name}: cooperation ended in {year}", **placeholders),
        "sources": say.gettext("Map: Natural Earth · Places: GeoNames (CC BY 4.0)"),
    }


def partners_geojson(dataset: Dataset, say: Translator) -> dict[str, Any]:
    """A FeatureCollection of the partners that have a coordinate, with the town and the words.

    Positions are longitude before latitude, as GeoJSON (RFC 7946) has them.
    """
    town = dataset.town
    return {
        "type": "FeatureCollection",
        "version": dataset.version,
        "language": say.language,
        "font": font_address(),
        "town": {
            "name": town.name[say.language],
            "latitude": town.coordinate.latitude,
            "longitude": town.coordinate.longitude,
        },
        "words": map_words(say, dataset),
        "features": [_feature(dataset, partner, say) for partner in dataset.placed],
    }


def _feature(dataset: Dataset, partner: Partner, say: Translator) -> Mapping[str, Any]:
    place = partner.coordinate
    assert place is not None
    return {
        "type": "Feature",
        "geometry": {
            "type": "Point",
            "coordinates": [round(place.longitude, 5), round(place.latitude, 5)],
        },
        "properties": {
            "id": partner.id,
            "name": partner.name[say.language],
            "country": partner.country,
            "contacts": partner.contacts_year,
            "agreement": partner.agreement_year,
            "ended": partner.ended_year,
            "types": sorted(kind.value for kind in partner_types(dataset, partner)),
        },
    }
