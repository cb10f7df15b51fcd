"""The town's day, on a machine that stands anywhere and whose clock may be wrong."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from partner_map import clock
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN

TOWN = read_dataset(FROZEN).town


def stand_at(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """Have the machine's clock say this moment."""
    told = datetime.datetime.fromisoformat(moment)
    monkeypatch.setattr(clock, "machine_now", lambda: told)


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        ("2027-12-31T22:59:59+00:00", "Europe/Warsaw", datetime.date(2027, 12, 31)),
        ("2027-12-31T23:00:00+00:00", "Europe/Warsaw", datetime.date(2028, 1, 1)),
        ("2027-06-30T21:59:59+00:00", "Europe/Warsaw", datetime.date(2027, 6, 30)),
        ("2027-06-30T22:00:00+00:00", "Europe/Warsaw", datetime.date(2027, 7, 1)),
        ("2028-01-01T01:00:00+00:00", "America/Chicago", datetime.date(2027, 12, 31)),
        ("2027-12-31T15:00:00+00:00", "Asia/Tokyo", datetime.date(2028, 1, 1)),
    ],
)
def test_a_day_begins_at_the_towns_midnight(
    monkeypatch: pytest.MonkeyPatch, moment: str, zone: str, day: datetime.date
) -> None:
    stand_at(monkeypatch, moment)

    assert clock.today(replace(TOWN, zone=zone)) == day
    assert clock.behind() is None


@pytest.mark.parametrize("moment", ["1970-01-01T00:00:07+00:00", "2000-01-01T00:00:00+00:00"])
def test_a_clock_that_was_never_set_is_told_and_not_believed(
    monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    stand_at(monkeypatch, moment)

    assert clock.today(TOWN) == clock.RELEASED
    assert clock.behind() == datetime.datetime.fromisoformat(moment)
