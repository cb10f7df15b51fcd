"""The message that a step sends: the View, and nothing that lets everything through."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

import pytest
from streamlit_folium import generate_leaflet_string

from partner_map.mapview.message import Shown, ViewMessage
from partner_map.model import ExchangeType, Filters
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
