"""The View as the few hundred bytes that the browser's layer is sent."""

from __future__ import annotations

import base64
from collections.abc import Collection

from branca.element import MacroElement
from folium import FeatureGroup
from folium.template import Template

from partner_map.model import Dataset, Partner, View


class Announcement(MacroElement):
    """Hands the View to the layer in the frame."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "window.partnerMapView={{ this.view|tojson }};"
        'window.dispatchEvent(new Event("partner-map-view"));'
        "{% endmacro %}"
    )

    def __init__(self, view: dict[str, object]) -> None:
        super().__init__()
        self._name = "Announcement"
        self.view = view


class ViewMessage(FeatureGroup):
    """An empty feature group whose script, evaluated when it changes, announces the View.

    Ids, kinds and country codes are the only words in it, and each is one that
    the checked tables hold.
    """

    _template = Template(
        "{% macro script(this, kwargs) %}var {{ this.get_name() }}=L.featureGroup();{% endmacro %}"
    )

    def __init__(
        self, view: View, dataset: Dataset, partners: Collection[Partner] | None = None
    ) -> None:
        """Announce a View; with ``partners``, of which no other may be shown."""
        super().__init__()
        filters: dict[str, object] = {
            "types": sorted(kind.value for kind in view.types),
            "countries": sorted(view.countries),
            "among": None if partners is None else _among(dataset, partners),
        }
        # What lets everything through is left out: each byte is sent with every step.
        told = {name: value for name, value in filters.items() if value not in (None, [])}
        self.add_child(
            Announcement({"year": view.year, "city": view.city, "version": dataset.version} | told)
        )


def _among(dataset: Dataset, partners: Collection[Partner]) -> str:
    """A bit for each partner on the map in the order of its data, packed into base64.

    So that two thousand partners are told in a few hundred bytes.
    """
    ids = {partner.id for partner in partners}
    bits = bytearray(-(-len(dataset.placed) // 8))
    for place, partner in enumerate(dataset.placed):
        if partner.id in ids:
            bits[place // 8] |= 1 << place % 8
    return base64.b64encode(bits).decode()
