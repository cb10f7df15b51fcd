"""The figures as one table to read, and for programs to keep."""

from __future__ import annotations

import datetime
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from benchmarks.apps import FEATURE_GROUP, FLOOR, OURS, STOCK, UNCOLLECTED_FLOOR
from benchmarks.figures import Figure, Reading

_COLUMNS = (OURS, FLOOR, UNCOLLECTED_FLOOR, STOCK, FEATURE_GROUP)
_HEADINGS = ("figure", *(app.name for app in _COLUMNS), "ratio", "limit", "")


def table(figures: Sequence[Figure]) -> str:
    """A line a figure: each app's value with its quartiles, ratio, limit and verdict."""
    rows = [_HEADINGS, *map(_row, figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _row(figure: Figure) -> tuple[str, ...]:
    cells = (_cell(figure.readings.get(app.name)) for app in _COLUMNS)
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    limit = "" if figure.limit is None else str(figure.limit)
    name = f"{figure.name} ({figure.unit})" if figure.unit else figure.name
    return (name, *cells, ratio, limit, figure.verdict)


def _cell(reading: Reading | None) -> str:
    if reading is None:
        return ""
    if reading.samples < 2:
        return _number(reading.value)
    return f"{_number(reading.value)} [{_number(reading.low)}-{_number(reading.high)}]"


def _number(value: float) -> str:
    """Three digits at least, more only where they stand before the point."""
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def told(figures: Sequence[Figure], seconds: Mapping[str, float]) -> dict[str, Any]:
    """The figures with what they were taken on, and the seconds that each part took."""
    return {
        "taken": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "processors": os.cpu_count(),
        "system": platform.platform(),
        "versions": {name: version(name) for name in ("streamlit", "streamlit-folium", "folium")},
        "seconds": {part: round(took, 1) for part, took in seconds.items()},
        "figures": [
            asdict(figure) | {"ratio": figure.ratio, "verdict": figure.verdict}
            for figure in figures
        ],
    }
