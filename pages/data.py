"""What the tables hold, where it comes from, and the tables to take along."""

from partner_map.ui import data_page

data_page.show()
