"""Partners and their exchanges by kind, country, years and words, to look at and take along."""

from partner_map.ui.exchanges import page

page.show()
