"""The View as the few hundred bytes that the browser's layer is sent."""

from __future__ import annotations

from branca.element import MacroElement
from folium import FeatureGroup
from folium.template import Template

from partner_map.model import View


class _Announcement(MacroElement):
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

    def __init__(self, view: View, version: str) -> None:
        super().__init__()
        self.add_child(
            _Announcement(
                {
                    "year": view.year,
                    "city": view.city,
                    "types": sorted(kind.value for kind in view.types),
                    "countries": sorted(view.countries),
                    "version": version,
                }
            )
        )
