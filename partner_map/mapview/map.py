"""The constant Folium map: no tiles, no third-party hosts, our layer.

URLs are relative to the component's frame, so that they hold under any
``server.baseUrlPath``. Nothing from the tables may stand in here: branca renders
what a template gives as a template once more.
"""

from __future__ import annotations

from partner_map.assets import MAP_LAYER, folder
from partner_map.i18n.translator import Translator
from partner_map.mapview.folium_host import BareMap, ScriptElement, script_template
from partner_map.mapview.geojson import partners_url
from partner_map.mapview.streamlit_folium_host import ROOT_FROM_FRAME
from partner_map.model import Town


class PartnerLayer(ScriptElement):
    """Starts the browser's layer, which fetches its data by itself."""

    _template = script_template(
        "import({{ this.module|tojson }}).then(({default:layer})=>"
        "layer.start({{ this.map_name }},{{ this.settings|tojson }}));"
    )

    def __init__(self, settings: dict[str, str]) -> None:
        super().__init__("PartnerLayer")
        self.module = f"{ROOT_FROM_FRAME}/{folder('map').url(MAP_LAYER)}"
        self.settings = settings


def build_map(town: Town, translator: Translator) -> BareMap:
    """A new map about the town; the same script for the same language, so its frame stays."""
    partner_map = BareMap(
        location=(town.coordinate.latitude, town.coordinate.longitude),
        zoom_start=5,
        tiles=None,
        prefer_canvas=True,
        zoom_control=False,
        zoom_snap=0.05,
        attribution_control=False,
    )
    layer = PartnerLayer(
        {
            "data": f"{ROOT_FROM_FRAME}/{partners_url(translator.language)}",
            "failed": translator.gettext("No map data. The list still works."),
        }
    )
    layer.add_to(partner_map)
    partner_map.drop_encoding()
    return partner_map
