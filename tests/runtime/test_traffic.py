"""The server counts open pages and steps, and tells how long the last ones took."""

from __future__ import annotations

import pytest

from partner_map.runtime.traffic import WINDOW_SECONDS, Traffic

BEGUN = 1000.0
LATER = BEGUN + 10_000


def test_a_server_that_nobody_asks_has_no_steps_and_no_duration() -> None:
    usage = Traffic(BEGUN).usage(LATER)

    assert (usage.pages_open, usage.steps, usage.steps_a_second) == (0, 0, 0)
    assert usage.p95_seconds is None


def test_pages_are_open_until_they_are_closed() -> None:
    traffic = Traffic(BEGUN)
    for _ in range(3):
        traffic.page_opened()
    traffic.page_closed()

    assert traffic.usage(LATER).pages_open == 2


def test_steps_are_told_by_the_second_of_the_last_minutes() -> None:
    traffic = Traffic(BEGUN)
    for number in range(600):
        traffic.step_ended(0.02, LATER - number / 4)

    usage = traffic.usage(LATER)

    assert usage.steps == 600
    assert usage.seconds == WINDOW_SECONDS
    assert usage.steps_a_second == 2


def test_a_server_that_has_just_begun_divides_by_the_time_that_it_has_had() -> None:
    traffic = Traffic(BEGUN)
    for number in range(20):
        traffic.step_ended(0.02, BEGUN + number)

    assert traffic.usage(BEGUN + 40).steps_a_second == 0.5


def test_what_is_long_ago_counts_no_more() -> None:
    traffic = Traffic(BEGUN)
    traffic.step_ended(30.0, LATER - WINDOW_SECONDS - 20)
    traffic.step_ended(0.02, LATER)

    usage = traffic.usage(LATER)

    assert usage.steps == 1
    assert usage.p95_seconds == pytest.approx(0.02, rel=0.05)


@pytest.mark.parametrize(("slow", "told"), [(5, 0.02), (6, 3.0)])
def test_95_of_100_steps_keep_to_the_duration_that_is_told(slow: int, told: float) -> None:
    traffic = Traffic(BEGUN)
    for number in range(100):
        traffic.step_ended(3.0 if number < slow else 0.02, LATER)

    p95 = traffic.usage(LATER).p95_seconds

    assert p95 is not None
    assert told <= p95 <= told * 1.06


@pytest.mark.parametrize("seconds", [-1.0, 0.0, 1e-9, 1e9])
def test_a_duration_that_cannot_be_breaks_nothing(seconds: float) -> None:
    traffic = Traffic(BEGUN)
    traffic.step_ended(seconds, LATER)

    p95 = traffic.usage(LATER).p95_seconds

    assert p95 is not None
    assert 0.001 <= p95 <= 640
