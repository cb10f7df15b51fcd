"""The message that a step sends: the View, and nothing that lets everything through."""

from __future__ import annotations

import base64
import datetime
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from streamlit_folium import generate_leaflet_string

from partner_map.dates import parse_date
from partner_map.mapview.message import Shown, ViewMessage
from partner_map.model import ExchangeType, Fact, Filters
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN

DATASET = read_dataset(FROZEN)


def sent(message: ViewMessage) -> dict[str, Any]:
    """What the layer in the frame receives."""
    found = re.search(r"partnerMapView=(.*?);window", generate_leaflet_string(message))
    assert found
    return dict(json.loads(found[1]))


def test_a_view_without_filters_tells_its_year_and_city_alone() -> None:
    assert sent(ViewMessage(DATASET, Shown(2009, "cesis"))) == {
        "year": 2009,
        "city": "cesis",
        "version": DATASET.version,
    }


def test_filters_are_told_in_order() -> None:
    types = frozenset({ExchangeType.SPORT, ExchangeType.CULTURE})
    filters = Filters(types=types, countries=frozenset({"LV", "DE"}))

    told = sent(ViewMessage(DATASET, Shown(2009, None, filters)))

    assert (told["types"], told["countries"]) == (["culture", "sport"], ["DE", "LV"])


@pytest.mark.parametrize("places", [(), (0,), (0, 3), (7,), tuple(range(8))])
def test_the_partners_that_may_be_shown_are_a_bit_each(places: tuple[int, ...]) -> None:
    partners = [DATASET.placed[place] for place in places]

    among = base64.b64decode(sent(ViewMessage(DATASET, Shown(2009, None, among=partners)))["among"])

    assert list(among) == [sum(1 << place for place in places)]


def test_those_without_any_date_are_shown_in_the_current_year_and_told_in_one_word() -> None:
    undated = replace(DATASET.by_id["cesis"], first_contacts=None, agreement=None, ended=None)
    partners = tuple(undated if one.id == "cesis" else one for one in DATASET.partners)
    dataset = replace(DATASET, partners=partners)
    today = datetime.date(2026, 11, 26)

    assert sent(ViewMessage(dataset, Shown(2026, None, today=today)))["undated"] is True
    assert "undated" not in sent(ViewMessage(dataset, Shown(2025, None, today=today)))
    assert "undated" not in sent(ViewMessage(DATASET, Shown(2026, None, today=today)))


def test_an_end_that_lies_ahead_is_told_by_the_day_and_no_other_status_is() -> None:
    ends = Fact(parse_date("2026-12-30"), ())
    ahead = replace(DATASET.by_id["cesis"], ended=ends)
    partners = tuple(ahead if one.id == "cesis" else one for one in DATASET.partners)
    dataset = replace(DATASET, partners=partners)

    told = sent(ViewMessage(dataset, Shown(2026, None, today=datetime.date(2026, 11, 26))))
    assert told["statuses"] == {"cesis": "agreement"}
    told = sent(ViewMessage(dataset, Shown(2026, None, today=datetime.date(2026, 12, 30))))
    assert "statuses" not in told
