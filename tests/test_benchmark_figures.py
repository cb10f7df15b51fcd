"""What the benchmark says of a figure and its limit."""

from __future__ import annotations

from benchmarks.apps import FLOOR, OURS
from benchmarks.figures import Figure, Limit, Reading

STEADY_FLOOR = Reading(100, 80, 130, 20)
SWUNG_FLOOR = Reading(100, 70, 121, 20)


def figure(ours: float, floor: Reading) -> Figure:
    readings = {OURS.name: Reading(ours, ours, ours, 20), FLOOR.name: floor}
    return Figure("step", "ms", readings, Limit(1.0, floor, "floor"))


def test_a_figure_within_its_limit_is_ok_however_the_floor_swung() -> None:
    assert figure(90, SWUNG_FLOOR).verdict == "ok"


def test_a_figure_over_its_limit_is_over_beside_a_steady_floor() -> None:
    assert figure(110, STEADY_FLOOR).verdict == "OVER"


def test_a_figure_over_its_limit_is_noisy_when_the_floor_swung_by_more_than_a_half() -> None:
    assert figure(110, SWUNG_FLOOR).verdict == "noisy"


def test_a_figure_without_a_limit_has_no_verdict() -> None:
    assert Figure("size", "KB", {OURS.name: Reading(1, 1, 1, 1)}).verdict == ""
