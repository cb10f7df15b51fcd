"""Dates as precise as their source, written in EDTF (ISO 8601-2).

The forms in use: ``1991-05-03``, ``2010-04``, ``2005``, ``1990~`` (about),
``199X`` (the 1990s) and ``1997~/1999~``. The last one, an approximate interval
inside one decade, is how "late 1990s" is written down: it ends in the decade's
last year. One that starts in the decade's first year is "early 1990s". ``edtf_of`` reads the
Polish way of writing a day, and only that one: day, month, year with points.
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

_CALENDAR_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_MONTH_YEAR = re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})")
_IMPRECISE = re.compile(
    r"(?P<year>[0-9]{4})(-(?P<month>[0-9]{2}))?(?P<about>~)?|(?P<decade>[0-9]{3})X"
)
_LAST_YEAR_OF_DECADE = 9
_PART_OF_DECADE = re.compile(r"(?P<start>[0-9]{4})~/(?P<end>[0-9]{4})~")


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


def edtf_of(text: str) -> str:
    """The EDTF of a date as people type it: ``3.5.1991`` is 3 May 1991; all else stays."""
    if typed := _DAY_MONTH_YEAR.fullmatch(text):
        return f"{typed['year']}-{typed['month']:0>2}-{typed['day']:0>2}"
    return text


def is_whole_day(text: str) -> bool:
    """Whether an EDTF text has the form of a day, which the calendar may yet lack."""
    return _CALENDAR_DATE.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def parse_date(text: str) -> ImpreciseDate:
    """Read an EDTF text.

    Raises:
        DateError: The text is none of the forms above, or no day of the calendar.
    """
    try:
        if is_whole_day(text):
            day = datetime.date.fromisoformat(text)
            return ImpreciseDate(text, day, day, Precision.DAY)
        precision = _precision(text)
        parsed = parse_edtf(text)
        earliest = datetime.date(*parsed.lower_strict()[:3])
        latest = datetime.date(*parsed.upper_strict()[:3])
    except (ValueError, EDTFParseException) as error:
        raise DateError(f"{text!r} is not a date") from error
    return ImpreciseDate(text, earliest, latest, precision)


def _precision(text: str) -> Precision:
    """Tell which of the module's forms a text has; nothing else is given to the EDTF parser."""
    if part := _PART_OF_DECADE.fullmatch(text):
        start, end = int(part["start"]), int(part["end"])
        if start // 10 == end // 10 and start < end:
            if end % 10 == _LAST_YEAR_OF_DECADE:
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
