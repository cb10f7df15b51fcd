"""The anniversaries of the agreements as a calendar (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from icalendar import Calendar, Event

from partner_map.dates import ImpreciseDate
from partner_map.i18n.translator import Translator
from partner_map.model import Partner
from partner_map.timeline import dated_agreements, next_anniversaries

CALENDAR_TYPE = "text/calendar"


def anniversaries_calendar(
    partners: Iterable[Partner], translator: Translator, today: datetime.date
) -> bytes:
    """A day each year for each of these partners' agreements in force, from its signing on.

    Only agreements known to the day have one.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//partner-map//exchanges//EN")
    calendar.calendar_name = translator.gettext("Anniversaries of the agreements")
    for partner, signed in dated_agreements(partners, today):
        calendar.add_component(_event(partner, signed, translator, today))
    return bytes(calendar.to_ical())


def _event(
    partner: Partner,
    signed: ImpreciseDate,
    translator: Translator,
    today: datetime.date,
) -> Event:
    day = signed.latest
    event = Event()
    event.add("uid", f"{partner.id}-{day.isoformat()}@partner-map")
    event.add("dtstamp", datetime.datetime.combine(today, datetime.time(), datetime.UTC))
    event.add("dtstart", day)
    event.add("dtend", day + datetime.timedelta(days=1))
    event.add("rrule", _every_year(day))
    event.add("transp", "TRANSPARENT")
    event.add(
        "summary",
        translator.gettext(
            "Anniversary of the agreement: {city}", city=partner.name[translator.language]
        ),
    )
    (nearest,) = next_anniversaries([partner], today)
    event.add(
        "description",
        translator.ngettext(
            "Signed on {day}. Next round anniversary: {number} year, {date}.",
            "Signed on {day}. Next round anniversary: {number} years, {date}.",
            nearest.years,
            day=translator.day(day),
            date=translator.day(nearest.date),
        ),
    )
    return event


def _every_year(day: datetime.date) -> dict[str, object]:
    """Each year on this day; for 29 February on the last day of February."""
    if (day.month, day.day) == (2, 29):
        return {"freq": "yearly", "bymonth": 2, "bymonthday": -1}
    return {"freq": "yearly"}
