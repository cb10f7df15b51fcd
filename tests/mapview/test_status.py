"""The browser and the server agree on what a View shows, for any partners and any year."""

from __future__ import annotations

import datetime
import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partner_map.dates import parse_date
from partner_map.i18n.translator import translator_for
from partner_map.mapview.geojson import partners_geojson
from partner_map.mapview.message import Shown, message_of
from partner_map.model import (
    Agreement,
    AgreementKind,
    Coordinate,
    Dataset,
    ExchangeType,
    Fact,
    Filters,
    FurtherAgreement,
    LocalizedText,
    Partner,
    PartnershipStatus,
    Signatory,
    Town,
    View,
)
from partner_map.overview import chosen_partners
from partner_map.timeline import is_told, status_on, told_day
from tools.npm import NODE

SCRIPT = Path(__file__).with_name("status_lines.js")
OUT = "out"
NAME = LocalizedText({"pl": "Konstancin-Jeziorna", "en": "Konstancin-Jeziorna"})
PLACE = Coordinate(52.083, 21.117, "")
TOWN = Town(NAME, NAME, "PL", 1991, PLACE, "")
NOBODY = Signatory("", LocalizedText({"pl": "", "en": ""}))
Ask = Callable[[dict[str, Any]], list[list[str | None]]]

years = st.integers(1980, 2030)
dates = st.one_of(
    st.builds("{}".format, years),
    st.builds("{}~".format, years),
    st.builds("{}-{:02}".format, years, st.integers(1, 12)),
    st.builds("{}-{:02}-28".format, years, st.integers(1, 12)),
    st.builds("{}X".format, st.integers(198, 202)),
)
dated = st.builds(lambda text: Fact(parse_date(text), ()), dates)
types = st.frozensets(st.sampled_from(ExchangeType), max_size=3)
countries = st.sampled_from(["CZ", "DE", "FR"])


def dataset(partners: list[Partner]) -> Dataset:
    """A Dataset of these partners, each with an id of its own."""
    named = tuple(replace(one, id=f"city-{place}") for place, one in enumerate(partners))
    return Dataset(TOWN, named, (), "0", datetime.datetime(2026, 11, 25, tzinfo=datetime.UTC))


def with_further_agreements(partner: Partner) -> st.SearchStrategy[Partner]:
    """The partner with none, or where it has an agreement with some that are later."""
    first = partner.agreement
    if first is None:
        return st.just(partner)
    later = further_agreements.filter(lambda one: one.fact.date.latest > first.fact.date.latest)
    return st.lists(later, max_size=2).map(
        lambda some: replace(
            partner,
            further_agreements=tuple(sorted(some, key=lambda one: one.fact.date.latest)),
        )
    )


kinds = st.sampled_from([AgreementKind.AGREEMENT, AgreementKind.PROJECT])
agreements = st.builds(
    Agreement,
    fact=dated,
    kind=kinds,
    place=st.just(NAME),
    place_sources=st.just(()),
    partner_signatory=st.just(NOBODY),
    town_signatory=st.just(NOBODY),
    signatory_sources=st.just(()),
    until=st.none() | dates.map(parse_date),
)
further_agreements = st.builds(
    FurtherAgreement,
    partner=st.just(""),
    fact=dated,
    kind=kinds,
    until=st.none() | dates.map(parse_date),
)
partners = st.builds(
    Partner,
    id=st.just(""),
    name=st.just(NAME),
    own_name=st.just(""),
    note=st.just(NAME),
    country=countries,
    first_contacts=st.none() | dated,
    agreement=st.none() | agreements,
    ended=st.none() | dated,
    types=types,
    types_sources=st.just(()),
    summary=st.just(NAME),
    coordinate=st.sampled_from([None, *[PLACE] * 9]),
    suspended=st.none() | dated,
).flatmap(with_further_agreements)
datasets = st.lists(partners, min_size=1, max_size=20).map(dataset)
filters = st.builds(Filters, types=types, countries=st.frozensets(countries, max_size=2))
views = st.builds(View, year=years, filters=filters)


def todays(year: int) -> st.SearchStrategy[datetime.date]:
    """A day on which a year is told: of that year, often its last, or of a later one."""
    last = datetime.date(year, 12, 31)
    return st.just(last) | st.dates(datetime.date(year, 1, 1), datetime.date(year + 2, 1, 1))


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """What the browser's code answers, from one process of node for all cases."""
    with subprocess.Popen(
        [str(NODE), str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as node:
        assert node.stdin is not None
        assert node.stdout is not None
        lines = node.stdout

        def answer(cases: dict[str, Any]) -> list[list[str | None]]:
            assert node.stdin is not None
            node.stdin.write(json.dumps(cases) + "\n")
            node.stdin.flush()
            return list(json.loads(lines.readline()))

        yield answer
        node.stdin.close()


def status_word(partner: Partner, year: int, today: datetime.date) -> str | None:
    day = told_day(year, today)
    status = status_on(partner, day)
    is_absent = status is PartnershipStatus.NONE or not is_told(partner, day, today)
    return None if is_absent else status.value


@settings(deadline=None)  # the first case waits for node to start
@given(data=st.data(), dataset=datasets, asked=st.lists(views, min_size=1, max_size=8))
def test_the_browser_shows_what_the_server_counts(
    ask: Ask, data: st.DataObject, dataset: Dataset, asked: list[View]
) -> None:
    among = data.draw(st.none() | st.lists(st.sampled_from(dataset.partners)))
    days = [data.draw(todays(view.year)) for view in asked]
    expected = []
    for view, today in zip(asked, days, strict=True):
        shown = {one.id for one in chosen_partners(dataset, view.filters)}
        if among is not None:
            shown &= {one.id for one in among}
        expected.append(
            [
                status_word(partner, view.year, today) if partner.id in shown else OUT
                for partner in dataset.placed
            ]
        )

    answer = ask(
        {
            "features": partners_geojson(dataset, translator_for("en"), "")["features"],
            "views": [
                message_of(dataset, Shown(view.year, view.city, view.filters, among, today))
                for view, today in zip(asked, days, strict=True)
            ],
        }
    )

    assert answer == expected
