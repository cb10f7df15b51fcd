"""The presentation in front of the council."""

from partner_map.ui import presentation

presentation.show()
