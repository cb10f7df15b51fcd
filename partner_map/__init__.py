"""The partner map: a town's partner cities on a map, a timeline and in words."""
