"""The Folium part: the constant map and the message that tells its layer the View."""

from partner_map.mapview.map import PartnerMap, build_map
from partner_map.mapview.message import ViewMessage
from partner_map.mapview.component import show_map

__all__ = ["PartnerMap", "ViewMessage", "build_map", "show_map"]
