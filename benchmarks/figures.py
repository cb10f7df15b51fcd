"""What was measured: figures, their spread, and the limits that ours must keep."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.apps import FLOOR, OURS, STOCK

STEADY = 0.5
"""How far the floor's quartiles may lie apart, as a part of its value, to judge others by it."""


@dataclass(frozen=True)
class Reading:
    """What was measured of one app: a value with its lower and upper quartile."""

    value: float
    low: float
    high: float
    samples: int

    @property
    def is_steady(self) -> bool:
        """Whether the samples swung by no more than a half of the value."""
        return self.high - self.low <= STEADY * abs(self.value)


def median_of(samples: Sequence[float]) -> Reading:
    """The median of samples and their quartiles."""
    return spread_of(statistics.median(samples), samples)


def spread_of(value: float, samples: Sequence[float]) -> Reading:
    """A value with the quartiles of samples of it."""
    if len(samples) < 2:
        return Reading(value, value, value, len(samples))
    low, _, high = statistics.quantiles(samples, n=4, method="inclusive")
    return Reading(value, low, high, len(samples))


@dataclass(frozen=True)
class Limit:
    """What ours may be at most: a value, or so many times a base of the same unit."""

    most: float
    base: Reading | None = None
    base_name: str = ""

    def __str__(self) -> str:
        return f"{self.most:g} x {self.base_name}" if self.base else f"{self.most:,g}"


@dataclass(frozen=True)
class Figure:
    """One line of the table: readings by the name of their app."""

    name: str
    unit: str
    readings: Mapping[str, Reading]
    limit: Limit | None = None

    @property
    def ratio(self) -> float | None:
        """Ours by the limit's base, or else by the floor or the stock way; None without them."""
        bases = [self.limit.base if self.limit else None]
        bases += [self.readings.get(app.name) for app in (FLOOR, STOCK)]
        base = next((base for base in bases if base and base.value > 0), None)
        ours = self.readings[OURS.name].value
        return ours / base.value if base and ours >= 0 else None

    @property
    def is_kept(self) -> bool | None:
        """Whether ours keeps the limit; None without one."""
        if self.limit is None:
            return None
        ours = self.readings[OURS.name].value
        return (ours / self.limit.base.value if self.limit.base else ours) <= self.limit.most

    @property
    def verdict(self) -> str:
        """Ok or OVER; noisy instead of OVER where the floor swung; empty without a limit."""
        if self.is_kept is None:
            return ""
        if self.is_kept:
            return "ok"
        bases = (self.limit.base if self.limit else None, self.readings.get(FLOOR.name))
        return "OVER" if all(base.is_steady for base in bases if base) else "noisy"


def by_app(samples: Mapping[str, Sequence[float]]) -> dict[str, Reading]:
    """The reading of each app that has samples."""
    return {name: median_of(values) for name, values in samples.items() if values}
