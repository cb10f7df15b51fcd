"""The data page: one module a section."""
