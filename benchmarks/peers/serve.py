"""The server of a peer with a map: Streamlit's own, and Leaflet beside it."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from partner_map.assets import leaflet_folder

app = st.App(
    Path(__file__).with_name(os.environ["PEER_SCRIPT"]),
    routes=[Mount("/leaflet", StaticFiles(directory=leaflet_folder()))],
)
