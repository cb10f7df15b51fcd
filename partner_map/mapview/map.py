"""The constant Folium map: no tiles, no strangers, our layer.

Addresses are relative to the component's frame (``component/<name>/index.html``),
so that they hold under any ``server.baseUrlPath``. Nothing from the tables may
stand in here: branca renders what a template gives as a template once more.
"""

from __future__ import annotations

from branca.element import Figure, MacroElement
from folium import Map
from folium.template import Template

from partner_map.assets import MAP_ENTRY, folder
from partner_map.i18n.translator import Translator
from partner_map.model import Town

_ROOT = "../.."


class PartnerMap(Map):
    """A Folium map that asks for nothing: ``server.frame`` has Leaflet in the frame's page."""

    # Without blanks, as the script is sent with every step, and without the parts for a page
    # of its own, which the frame has: branca compiles each anew.
    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }}=L.map({{ this.get_name()|tojson }},"
        "{center:{{ this.location|tojson }},...{{ this.options|tojavascript }}});"
        "{% endmacro %}"
    )
    default_js: list[tuple[str, str]] = []
    default_css: list[tuple[str, str]] = []


class PartnerLayer(MacroElement):
    """Starts the browser's layer, which fetches its data by itself."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "import({{ this.module|tojson }}).then((layer)=>"
        "layer.start({{ this._parent.get_name() }},{{ this.settings|tojson }}));"
        "{% endmacro %}"
    )

    def __init__(self, settings: dict[str, str]) -> None:
        super().__init__()
        self._name = "PartnerLayer"
        self.module = f"{_ROOT}/{folder('map').url(MAP_ENTRY)}"
        self.settings = settings


def build_map(town: Town, translator: Translator) -> PartnerMap:
    """A new map about the town; the same script for the same language, so its frame stays."""
    partner_map = PartnerMap(
        location=(town.coordinate.latitude, town.coordinate.longitude),
        zoom_start=5,
        tiles=None,
        prefer_canvas=True,
        zoom_control=False,
        zoom_snap=0.25,
        attribution_control=False,
    )
    layer = PartnerLayer(
        {
            "data": f"{_ROOT}/data/partners.geojson?lang={translator.language}",
            "failed": translator.gettext("No map data. The list still works."),
        }
    )
    layer.add_to(partner_map)
    # The frame's page states its encoding itself.
    figure = partner_map.get_root()
    assert isinstance(figure, Figure)
    figure.header._children.pop("meta_http")  # noqa: SLF001  # the only way to leave it out
    return partner_map
