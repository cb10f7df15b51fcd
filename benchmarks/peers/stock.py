"""The stock way: a new folium.Map on every run."""

from __future__ import annotations

from streamlit_folium import st_folium

from benchmarks.peers.leaflet_map import add_lines, new_map
from benchmarks.peers.page import answer, controls, dataset

tables = dataset()
year, shown = controls(tables)
stock_map = new_map(tables.town)
add_lines(stock_map, tables.town, shown, year)
told = st_folium(
    stock_map,
    key="map",
    height=600,
    use_container_width=True,
    returned_objects=["last_object_clicked_tooltip"],
)
answer(year, shown, told["last_object_clicked_tooltip"])
