"""The anniversaries as a calendar program has them."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import icalendar
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

from partner_map.exchanges.calendar import anniversaries_calendar
from partner_map.exchanges.selection import select
from partner_map.i18n.translator import translator_for
from partner_map.model import Filters, LocalizedText
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN, PARTNER, write_folder

DATASET = read_dataset(FROZEN)
TODAY = datetime.date(2026, 11, 24)
POLISH = translator_for("pl")


def events_of(written: bytes) -> list[Any]:
    """The days of a calendar as another reader has them."""
    return list(icalendar.Calendar.from_ical(written).walk("VEVENT"))


def test_the_calendar_has_each_agreement_in_force_each_year() -> None:
    written = anniversaries_calendar(DATASET.partners, POLISH, TODAY)

    events = events_of(written)

    assert len(events) == 7
    pisogne = next(event for event in events if event["uid"].startswith("pisogne"))
    assert pisogne.decoded("dtstart") == datetime.date(2008, 6, 6)
    assert pisogne["rrule"]["freq"] == ["YEARLY"]
    assert pisogne["summary"] == "Rocznica podpisania: Pisogne"
    assert "20 lat, 6 czerwca 2028" in pisogne["description"]
    assert b"\r\n" in written
    assert max(len(line) for line in written.split(b"\r\n")) <= 75


def test_the_calendar_says_what_it_is_and_what_made_it() -> None:
    """Both are required (RFC 5545, 3.6)."""
    written = anniversaries_calendar(DATASET.partners, POLISH, TODAY)

    calendar = icalendar.Calendar.from_ical(written)

    assert calendar["version"] == "2.0"
    assert "partner-map" in str(calendar["prodid"])


def test_the_calendar_holds_only_what_is_selected() -> None:
    partners = select(DATASET, Filters(countries=frozenset({"DE"}))).partners

    (event,) = events_of(anniversaries_calendar(partners, translator_for("en"), TODAY))

    assert event["summary"] == "Anniversary of the agreement: Denzlingen"


def test_an_agreement_of_a_leap_day_has_its_day_every_year(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER | {"agreement": "2008-02-29"}])
    dataset = read_dataset(folder)

    (event,) = events_of(anniversaries_calendar(dataset.partners, POLISH, TODAY))

    rule = event["rrule"].to_ical().decode()
    days = rrulestr(rule, dtstart=datetime.datetime(2008, 2, 29))
    assert [f"{day:%Y-%m-%d}" for day in days[:5]] == [
        "2008-02-29",
        "2009-02-28",
        "2010-02-28",
        "2011-02-28",
        "2012-02-29",
    ]


def test_an_agreement_of_before_1900_has_its_day_and_its_next_round_one(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tables", [PARTNER | {"agreement": "1836-07-01"}])
    dataset = read_dataset(folder)

    (event,) = events_of(anniversaries_calendar(dataset.partners, POLISH, TODAY))

    assert event.decoded("dtstart") == datetime.date(1836, 7, 1)
    assert "1 lipca 1836" in event["description"]
    assert "195 lat, 1 lipca 2031" in event["description"]


def test_a_name_with_line_breaks_stays_in_its_line_of_the_calendar() -> None:
    odd = replace(
        DATASET.by_id["pisogne"], name=LocalizedText({"pl": "A\r\nATTACH:x;,\\", "en": "A"})
    )

    (event,) = events_of(anniversaries_calendar([odd], POLISH, TODAY))

    assert "attach" not in event


def test_an_entry_is_a_whole_day_that_stays_free() -> None:
    written = anniversaries_calendar(DATASET.partners, POLISH, TODAY)

    for event in events_of(written):
        start, end = event.decoded("dtstart"), event.decoded("dtend")
        assert type(start) is datetime.date
        assert end - start == datetime.timedelta(days=1)
        assert event["transp"] == "TRANSPARENT"
        assert "valarm" not in event
    assert written.count(b"TRANSP:TRANSPARENT\r\n") == 7


def test_an_entry_keeps_its_identity_from_one_download_to_the_next() -> None:
    tomorrow = TODAY + datetime.timedelta(days=1)
    downloads = [
        {event["uid"] for event in events_of(anniversaries_calendar(partners, translator, day))}
        for partners, translator, day in (
            (DATASET.partners, POLISH, TODAY),
            (DATASET.partners[::-1], translator_for("en"), tomorrow),
        )
    ]

    assert len(downloads[0]) == 7
    assert downloads[0] == downloads[1]


def test_an_entry_states_the_day_so_that_the_same_tables_give_the_same_file() -> None:
    events = events_of(anniversaries_calendar(DATASET.partners, POLISH, TODAY))

    midnight = datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)
    assert {event.decoded("dtstamp") for event in events} == {midnight}
