"""What the peers with a map draw: the same lines as ours, by Folium's own classes."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any

import folium
from branca.element import MacroElement
from folium.template import Template

from partner_map.assets import palette
from partner_map.model import Partner, PartnershipStatus, Town
from partner_map.timeline import status_at

_STYLES: dict[PartnershipStatus, dict[str, Any]] = {
    PartnershipStatus.AGREEMENT: {"color": palette()["agreement"], "weight": 2},
    PartnershipStatus.CONTACTS: {
        "color": palette()["contacts"],
        "weight": 2,
        "dash_array": "6 6",
    },
    PartnershipStatus.ENDED: {"color": palette()["ended"], "weight": 1},
}


class LocalMap(folium.Map):
    """A map that takes Leaflet from the peer's own server, and nothing else."""

    default_js = [("leaflet", "../../leaflet/leaflet.js")]
    default_css = [("leaflet_css", "../../leaflet/leaflet.css")]


class Drawn(MacroElement):
    """Says in the frame, after all before it was drawn, of which year it is."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "document.body.dataset.year={{ this.year|tojson }};"
        "document.body.dataset.renders=String(performance.timeOrigin+performance.now());"
        "{% endmacro %}"
    )

    def __init__(self, year: int) -> None:
        super().__init__()
        self._name = "Drawn"
        self.year = str(year)


def new_map(town: Town) -> LocalMap:
    """A map about the town without anything on it; a canvas draws many lines best."""
    place = (town.coordinate.latitude, town.coordinate.longitude)
    return LocalMap(location=place, zoom_start=5, tiles=None, prefer_canvas=True)


def add_lines(
    layer: folium.Map | folium.FeatureGroup, town: Town, partners: Iterable[Partner], year: int
) -> None:
    """A line from the town to each partner, and a dot with its name at the end."""
    start = (town.coordinate.latitude, town.coordinate.longitude)
    for partner in partners:
        if partner.coordinate is None:
            continue
        end = (partner.coordinate.latitude, partner.coordinate.longitude)
        style = _STYLES[status_at(partner, year)]
        folium.PolyLine([start, end], **style).add_to(layer)
        name = html.escape(partner.name["pl"])
        folium.CircleMarker(end, radius=4, tooltip=name, **style).add_to(layer)
    Drawn(year).add_to(layer)
