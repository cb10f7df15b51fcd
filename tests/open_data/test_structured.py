"""What a search engine reads of a page."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any

from partner_map.dates import parse_date
from partner_map.i18n.translator import translator_for
from partner_map.model import Dataset, LocalizedText, Partner
from partner_map.open_data.structured import MAX_TOLD, json_ld
from tests.support.sites import DATASET, SITE, TODAY

ENGLISH = translator_for("en")
OPENING = '<script type="application/ld+json">'
CLOSING = "</script>"


def told(
    partner: Partner | None = None, dataset: Dataset = DATASET, today: datetime.date = TODAY
) -> list[dict[str, Any]]:
    element = json_ld(dataset, SITE, ENGLISH, today, partner)
    assert element.startswith(OPENING)
    assert element.endswith(CLOSING)
    read = json.loads(element.removeprefix(OPENING).removesuffix(CLOSING))
    assert read["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = read["@graph"]
    return nodes


def test_the_start_tells_the_town_and_each_partner_with_its_place() -> None:
    town, *partners = told()

    assert town["@type"] == ["City", "AdministrativeArea"]
    assert town["geo"] == {
        "@type": "GeoCoordinates",
        "latitude": 52.0938,
        "longitude": 21.11761,
    }
    assert [one["url"] for one in partners] == [
        SITE.partner(partner.id, "en") for partner in DATASET.partners
    ]
    assert all(one["geo"]["@type"] == "GeoCoordinates" for one in partners)


def test_a_partner_is_told_with_its_agreement_and_its_exchanges_as_events() -> None:
    _, place, signing, *exchanges = told(DATASET.by_id["hranice"])

    assert place["address"]["addressCountry"] == "CZ"
    assert (signing["name"], signing["startDate"]) == (
        "Partnership agreement: Hranice",
        "2006-04-07",
    )
    assert {one["@id"] for one in signing["organizer"]} == {f"{SITE.root}#town", place["@id"]}
    assert len(exchanges) == len(DATASET.events_by_partner["hranice"])
    assert {one["@type"] for one in exchanges} == {"Event"}


def test_a_date_that_is_vaguer_than_a_year_is_told_in_words_alone() -> None:
    event = replace(DATASET.events_by_partner["hranice"][0], start=parse_date("199X"), end=None)
    dataset = replace(DATASET, events=(event,))

    exchange = told(dataset.by_id["hranice"], dataset)[-1]

    assert "startDate" not in exchange
    assert exchange["description"] == "the 1990s"


def test_an_exchange_that_lies_ahead_is_not_told() -> None:
    before_all = datetime.date(1990, 1, 1)

    assert len(told(DATASET.by_id["hranice"], today=before_all)) == 2


def test_of_many_partners_so_many_are_told_that_a_page_stays_light() -> None:
    many = [replace(DATASET.partners[0], id=f"city-{number}") for number in range(MAX_TOLD + 1)]

    assert len(told(dataset=replace(DATASET, partners=tuple(many)))) == MAX_TOLD + 1


def test_no_text_of_a_table_ends_the_element() -> None:
    partner = replace(
        DATASET.by_id["hranice"],
        summary=LocalizedText(pl="", en="</script><script>alert(1)</script>"),
    )

    element = json_ld(DATASET, SITE, ENGLISH, TODAY, partner)

    assert element.count("<") == 2
    assert told(partner)[1]["description"] == "</script><script>alert(1)</script>"
