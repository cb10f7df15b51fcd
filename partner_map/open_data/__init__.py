"""What other programs read: search engines, feed readers, maps, catalogues of open data."""
