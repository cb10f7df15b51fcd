"""A constant map, and all lines in the ``feature_group_to_add`` of every run."""

from __future__ import annotations

import folium
from streamlit_folium import st_folium

from benchmarks.peers.leaflet_map import add_lines, new_map
from benchmarks.peers.page import answer, controls, dataset

tables = dataset()
year, shown = controls(tables)
lines = folium.FeatureGroup()
add_lines(lines, tables.town, shown, year)
told = st_folium(
    new_map(tables.town),
    key="map",
    height=600,
    use_container_width=True,
    returned_objects=["last_object_clicked_tooltip"],
    feature_group_to_add=lines,
)
answer(year, shown, told["last_object_clicked_tooltip"])
