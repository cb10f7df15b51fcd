"""What an upgrade of Folium or branca broke: each failure names it, and where to look."""

from __future__ import annotations

import re

import folium
from branca.element import Figure, MacroElement
from streamlit_folium import generate_leaflet_string

from partner_map.i18n.translator import translator_for
from partner_map.mapview import ViewMessage, build_map
from partner_map.mapview.folium_host import BareGroup, BareMap, ScriptElement, script_template
from partner_map.mapview.message import Shown
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN

SECOND = "{{ 1 + 1 }}"


class Spoken(ScriptElement):
    """An element with a text in its script."""

    _template = script_template("say({{ this.map_name }},{{ this.text|tojson }});")

    def __init__(self, text: str) -> None:
        super().__init__("Spoken")
        self.text = text


def script_of(element: MacroElement) -> str:
    return str(element._template.module.script(element))  # noqa: SLF001  # as the host does


def bare_map() -> BareMap:
    return BareMap(location=(52.1, 21.1), zoom_start=5, tiles=None, zoom_snap=0.25)


def test_an_elements_script_is_its_template_and_nothing_else() -> None:
    spoken = Spoken("a")
    partner_map = bare_map()
    spoken.add_to(partner_map)

    said = script_of(spoken)

    assert said == f'say({partner_map.get_name()},"a");', (
        "script macro or names: look at branca/element.py, MacroElement and Element"
    )


def test_a_map_writes_its_place_and_its_options() -> None:
    script = script_of(bare_map())

    assert re.fullmatch(
        r'var (map_\w+)=L\.map\("\1",\{center:\[52\.1, 21\.1\],\.\.\.\{.*\}\}\);',
        script,
        re.DOTALL,
    ), f"map's values or names: look at folium/folium.py, Map; it wrote {script}"
    assert '"zoom": 5' in script, "map's values: look at folium/folium.py, Map.options"
    assert '"zoomSnap": 0.25' in script, "template filters: look at folium/template.py"


def test_a_map_of_folium_loads_what_ours_leaves_out() -> None:
    assert folium.Map.default_js, "map's libraries: look at folium/folium.py, Map.default_js"
    assert folium.Map.default_css, "map's libraries: look at folium/folium.py, Map.default_css"
    figure = bare_map().get_root()
    figure.render()

    assert isinstance(figure, Figure)
    assert "http" not in figure.header.render().replace("http-equiv", ""), (
        "map's libraries: something else puts a host into the header; look at folium/folium.py"
    )


def test_the_encoding_is_a_child_of_the_header_and_can_be_dropped() -> None:
    partner_map = bare_map()
    figure = partner_map.get_root()
    assert isinstance(figure, Figure)
    assert "http-equiv" in figure.header.render(), (
        "encoding: look at branca/element.py, Figure.__init__"
    )

    partner_map.drop_encoding()
    partner_map.drop_encoding()

    assert "http-equiv" not in figure.header.render(), (
        "encoding: it is no child named meta_http; look at branca/element.py, Figure.__init__"
    )


def test_a_group_is_an_empty_group_of_leaflet() -> None:
    group = BareGroup()

    assert script_of(group) == f"var {group.get_name()}=L.featureGroup();"


def test_what_folium_writes_is_still_a_template_once_more() -> None:
    """The reason for keeping the tables out of every template."""
    partner_map = folium.Map()
    folium.Popup(SECOND).add_to(partner_map)

    assert SECOND not in partner_map.get_root().render(), (
        "second rendering: look at branca/element.py; this danger is gone"
    )


def test_what_ours_write_is_no_template_again() -> None:
    partner_map = bare_map()
    Spoken(SECOND).add_to(partner_map)

    assert f'say(map_div,"{SECOND}");' in generate_leaflet_string(partner_map)
    figure = partner_map.get_root()
    figure.render()
    assert isinstance(figure, Figure)
    assert not figure.script.render().strip(), (
        "second rendering: Folium compiles what ours write; look at branca/element.py, render"
    )


def test_no_text_of_the_tables_reaches_a_template() -> None:
    dataset = read_dataset(FROZEN)
    translator = translator_for("pl")
    partner_map = build_map(dataset.town, translator)
    message = ViewMessage(dataset, Shown(2020, "cesis", among=dataset.partners))
    message.add_to(partner_map)
    written = generate_leaflet_string(partner_map)

    names = {name for partner in dataset.partners for name in partner.name.values()}
    assert not [name for name in names if name in written]


def test_the_map_without_a_message_is_the_same_in_each_run() -> None:
    town = read_dataset(FROZEN).town

    scripts = {
        re.sub("map_[0-9a-f]{32}", "map", script_of(build_map(town, translator_for("pl"))))
        for _ in range(2)
    }

    assert len(scripts) == 1
