"""What the chosen city's sheet has on paper alone."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from partner_map.i18n.translator import translator_for
from partner_map.model import ExchangeType, Filters, LocalizedText, View
from partner_map.server.paper import fitting, paper_words
from partner_map.tables import read_dataset
from partner_map.timeline import events_told
from tests.support.folders import FROZEN

DATASET = read_dataset(FROZEN)
TODAY = datetime.date(2026, 11, 26)
POLISH = translator_for("pl")
ADDRESS = "https://map.example/?city=denzlingen"
DENZLINGEN = DATASET.by_id["denzlingen"]


def told(view: View, address: str = ADDRESS) -> dict[str, object]:
    return paper_words(DATASET, view, today=TODAY, address=address)


def test_paper_has_the_exchanges_newest_first_and_tells_how_many_more_there_are() -> None:
    events = DATASET.events_by_partner["denzlingen"]
    words = told(View(2026, "denzlingen"))
    rows = words["events"]

    assert isinstance(rows, list)
    assert rows[0][1] == events[-1].title["pl"]
    assert 0 < len(rows) < len(events)
    assert words["more"] == f"i jeszcze {len(events) - len(rows)} wydarzenia"


def test_paper_obeys_the_year_and_the_filter() -> None:
    types = frozenset({ExchangeType.SCHOOL})
    expected = events_told(DATASET, DENZLINGEN, 2013, types, TODAY)
    rows = told(View(2013, "denzlingen", Filters(types)))["events"]

    assert [title for _, title in rows] == [event.title["pl"] for event in expected]  # type: ignore[attr-defined]
    assert told(View(2008, "denzlingen"))["eventsTitle"] == ""


def test_a_longer_story_leaves_room_for_fewer_exchanges() -> None:
    events = events_told(DATASET, DENZLINGEN, 2026, (), TODAY)
    long = replace(DENZLINGEN, summary=LocalizedText({"pl": "słowo " * 400, "en": ""}))

    assert len(fitting(events, long, POLISH)) < len(fitting(events, DENZLINGEN, POLISH))


def test_the_code_is_of_the_address() -> None:
    words = told(View(2026, "denzlingen", language="en"))

    assert words["address"] == ADDRESS
    assert str(words["code"]).startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert words["code"] != told(View(2026, "denzlingen"), ADDRESS + "&lang=en")["code"]


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "https://" + "a" * 500])
def test_what_is_no_address_has_no_code(address: str) -> None:
    words = told(View(2026, "denzlingen"), address)

    assert (words["address"], words["code"]) == ("", "")
