"""The exchanges page: one module a part of it."""
