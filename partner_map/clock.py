"""What day it is in the town, and whether the machine's clock can be believed.

A machine without network and battery begins at 1970 or 2000. The program is younger than that:
until the clock is set, it is taken to be the day of its release.
"""

from __future__ import annotations

import datetime
from typing import Final
from zoneinfo import ZoneInfo

from partner_map.model import Town

RELEASED: Final = datetime.date(2026, 11, 26)
"""The day of this version."""
_EARLIEST: Final = datetime.datetime.combine(RELEASED, datetime.time(), datetime.UTC)


def now() -> datetime.datetime:
    """The moment (UTC), the program's release at the earliest."""
    return max(machine_now(), _EARLIEST)


def today(town: Town) -> datetime.date:
    """The day that it is in the town's zone, wherever the server stands."""
    return now().astimezone(zone(town)).date()


def zone(town: Town) -> ZoneInfo:
    """The zone in which the town's days and hours are counted."""
    return ZoneInfo(town.zone)


def behind() -> datetime.datetime | None:
    """What the machine's clock says (UTC) when that lies before the program's release."""
    told = machine_now()
    return told if told < _EARLIEST else None


def machine_now() -> datetime.datetime:
    """What the machine's own clock says (UTC), be it right or not."""
    return datetime.datetime.now(datetime.UTC)
