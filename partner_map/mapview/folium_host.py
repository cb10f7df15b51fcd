"""The one place that knows the inside of Folium and branca.

What is relied on, and where to look when an upgrade breaks it (tests/mapview/test_folium_host.py
names what broke):

- script macro: an element's ``_template`` whose macro is called ``script`` is all that the
  browser runs of it (branca/element.py, MacroElement; folium/template.py, Template).
- template filters: ``tojavascript`` writes the map's options (folium/template.py).
- map's values: a Map keeps ``location`` and ``options`` for its template (folium/folium.py).
- map's libraries: ``default_js`` and ``default_css`` are all that a Map loads (folium/folium.py).
- names: ``_name`` and ``get_name()`` give an element its JavaScript variable, and a child knows
  its map as ``_parent`` (branca/element.py, Element).
- encoding: the header's child ``meta_http`` states the encoding (branca/element.py, Figure).
- second rendering: what a template gives is rendered as a template once more, so nothing from the
  tables may stand in one (branca/element.py, MacroElement.render). Ours leave it out.
"""

from __future__ import annotations

from typing import Final

from branca.element import Figure, MacroElement
from folium import FeatureGroup, Map
from folium.template import Template

_ENCODING: Final = "meta_http"


def script_template(script: str) -> Template:
    """The template of an element that is a script and nothing else.

    Without blanks, as the script is sent with every step.
    """
    template: Template = Template("{% macro script(this, kwargs) %}" + script + "{% endmacro %}")
    return template


class _OnlyScript(MacroElement):
    """An element that is told to the frame by its template alone."""

    def render(self, **_: object) -> str:
        """Nothing, as nobody asks for the map as a page of its own.

        branca would compile what the template gives as a template once more: the most of a
        map's cost, and code for the server where a text of the tables came into it.
        """
        return ""


class BareMap(_OnlyScript, Map):
    """A Folium map that asks for nothing: the frame's page has Leaflet in it."""

    # Without the parts for a page of its own, which the frame has: branca compiles each anew.
    _template = script_template(
        "var {{ this.get_name() }}=L.map({{ this.get_name()|tojson }},"
        "{center:{{ this.location|tojson }},...{{ this.options|tojavascript }}});"
    )
    default_js: list[tuple[str, str]] = []
    default_css: list[tuple[str, str]] = []

    def drop_encoding(self) -> None:
        """Leave out the element that states the encoding, as the frame's page does so itself."""
        figure = self.get_root()
        assert isinstance(figure, Figure)
        figure.header._children.pop(_ENCODING, None)  # noqa: SLF001  # no other way


class ScriptElement(_OnlyScript):
    """A part of the map that is only a script; its class has a ``_template`` of its own."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    @property
    def map_name(self) -> str:
        """The JavaScript variable of the map that the element was added to."""
        assert self._parent is not None
        return self._parent.get_name()


class BareGroup(_OnlyScript, FeatureGroup):
    """A feature group with no more script than Leaflet needs."""

    _template = script_template("var {{ this.get_name() }}=L.featureGroup();")
