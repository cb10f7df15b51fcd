"""The visitor's language: its catalogue and CLDR, its letters, and the records in its words."""
