"""The Folium part: the constant map and the message that tells its layer the View.

The element itself stands in ``component``, apart: it may only be imported
while a page's script runs.
"""

from partner_map.mapview.map import PartnerMap, build_map
from partner_map.mapview.message import ViewMessage

__all__ = ["PartnerMap", "ViewMessage", "build_map"]
