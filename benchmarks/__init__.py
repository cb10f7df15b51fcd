"""Measures the program beside what one would otherwise write: ``python -m benchmarks``."""
