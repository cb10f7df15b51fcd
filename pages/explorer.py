"""The map, the timeline and the detail panel."""

from partner_map.ui import explorer

explorer.show()
