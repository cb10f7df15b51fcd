"""The Folium part: the constant map and the message that tells its layer the View.

What it relies on inside others stands in ``folium_host`` and ``streamlit_folium_host``.
"""

from partner_map.mapview.map import build_map
from partner_map.mapview.message import ViewMessage

__all__ = ["ViewMessage", "build_map"]
