"""The partner map: a town's partner cities on a map, a timeline and in words."""

__version__ = "0.1.0"
