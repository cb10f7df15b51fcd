"""Dates as precise as their source, written in EDTF (ISO 8601-2).

The forms in use: ``1991-05-03``, ``2010-04``, ``2005``, ``1990~`` (about),
``199X`` (the 1990s) and ``1997~/1999~``. The last one, an approximate interval
inside one decade, is how "late 1990s" is written down: it ends in the decade's
last year. One that starts in the decade's first year is "early 1990s".
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from partner_map.errors import PartnerMapError

_CALENDAR_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_IMPRECISE = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2}))?(?P<about>~)?|(?P<decade>\d{3})X")
_PART_OF_DECADE = re.compile(r"(?P<start>\d{4})~/(?P<end>\d{4})~")


class DateError(PartnerMapError):
    """Raised for a text that is not a date in one of the forms of this module."""


class Precision(StrEnum):
    """How much of a date its source states."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ABOUT = "about"
    EARLY_DECADE = "early-decade"
    LATE_DECADE = "late-decade"
    DECADE = "decade"


@dataclass(frozen=True, slots=True)
class ImpreciseDate:
    """A span of days within which the date lies, and how its source puts it."""

    edtf: str
    earliest: datetime.date
    latest: datetime.date
    precision: Precision


@lru_cache(maxsize=4096)
def parse_date(text: str) -> ImpreciseDate:
    """Read an EDTF text.

    Raises:
        DateError: The text is none of the forms above, or no day of the calendar.
    """
    try:
        if _CALENDAR_DATE.fullmatch(text):
            day = datetime.date.fromisoformat(text)
            return ImpreciseDate(text, day, day, Precision.DAY)
        parsed = parse_edtf(text)
    except (ValueError, EDTFParseException) as error:
        raise DateError(f"{text!r} is not a date") from error
    precision = _precision(text)
    return ImpreciseDate(
        text,
        datetime.date(*parsed.lower_strict()[:3]),
        datetime.date(*parsed.upper_strict()[:3]),
        precision,
    )


def _precision(text: str) -> Precision:
    """Tell which of the module's forms a valid EDTF text has."""
    if part := _PART_OF_DECADE.fullmatch(text):
        start, end = int(part["start"]), int(part["end"])
        if start // 10 == end // 10 and start < end:
            if end % 10 == 9:
                return Precision.LATE_DECADE
            if start % 10 == 0:
                return Precision.EARLY_DECADE
    if form := _IMPRECISE.fullmatch(text):
        if form["decade"]:
            return Precision.DECADE
        if form["about"] and not form["month"]:
            return Precision.ABOUT
        if not form["about"]:
            return Precision.MONTH if form["month"] else Precision.YEAR
    raise DateError(f"{text!r} is a date in a form that is not in use here")


def anniversary(date: ImpreciseDate, years: int) -> datetime.date:
    """The day, ``years`` on, of a date known to the day."""
    return years_on(date.latest, years)


def years_on(day: datetime.date, years: int) -> datetime.date:
    """The same day so many years on (29 February becomes 28)."""
    last = calendar.monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))
