"""The photos beside the tables: looked at without trust, and made small for pages."""
