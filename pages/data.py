"""What the tables hold, where it comes from, and the tables to take along."""

from partner_map.ui.data import page

page.show()
