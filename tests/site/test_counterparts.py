"""From any state of the live application to the published page that shows it, and back."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partner_map.model import LANGUAGES, ExchangeType, Filters, View
from partner_map.permalink import (
    DATA_PATH,
    DECLARATION_PATH,
    EXCHANGES_PATH,
    MAP_PATH,
    PAGE_PATHS,
    PRESENTATION_PATH,
    read_view,
)
from partner_map.site.addresses import addresses_of
from partner_map.site.counterparts import (
    has_published_page,
    live_url,
    published_state_url,
    published_url,
)
from tests.support.sites import DATASET
from tools.npm import NODE

SCRIPT = Path(__file__).with_name("live_urls.js")
SITE, LIVE = "https://www.example.pl/miasta/", "https://live.example.pl/"
LAST = 2026
CITIES = {
    urlsplit(f"{SITE}{addresses_of(DATASET, language).partner(partner.id)}").path: (
        language,
        partner.id,
    )
    for language in LANGUAGES
    for partner in DATASET.partners
}
"""Language and city of each city's page, by its path."""
HOMES = {f"/miasta/{addresses_of(DATASET, code).home}": (code, None) for code in LANGUAGES}
VIEWS = st.builds(
    View,
    year=st.integers(DATASET.town.first_year, LAST),
    city=st.none() | st.sampled_from([partner.id for partner in DATASET.partners]),
    filters=st.builds(
        Filters,
        types=st.frozensets(st.sampled_from(sorted(DATASET.types)), max_size=4),
        countries=st.frozensets(st.sampled_from(sorted(DATASET.countries)), max_size=4),
    ),
    language=st.sampled_from(LANGUAGES),
)
"""What the published map's page can show."""


def shown_by(url: str) -> View:
    """The View of a published page of the map, by its path and its query."""
    parts = urlsplit(url)
    language, city = (CITIES | HOMES)[parts.path]
    query: Mapping[str, list[str]] = parse_qs(parts.query)
    told = {"lang": [language], "city": [city]} if city else {"lang": [language]}
    return read_view({**query, **told}, DATASET, LAST)


def read_live(url: str) -> View:
    assert url.startswith(LIVE)
    return read_view(parse_qs(urlsplit(url).query), DATASET, LAST)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(VIEWS)
def test_the_published_map_shows_the_state_of_the_live_one(view: View) -> None:
    assert shown_by(published_state_url(DATASET, SITE, MAP_PATH, view, LAST)) == view


@settings(max_examples=4, deadline=None)
@given(st.lists(VIEWS, min_size=40, max_size=40))
def test_the_script_of_a_published_page_leads_back_to_any_of_its_states(looks: list[View]) -> None:
    links = [
        {
            "href": live_url(LIVE, MAP_PATH, look.language, look.city),
            "city": look.city,
            "search": urlsplit(published_state_url(DATASET, SITE, MAP_PATH, look, LAST)).query,
        }
        for look in looks
    ]
    told = {
        "first": DATASET.town.first_year,
        "last": LAST,
        "types": dict.fromkeys(sorted(DATASET.types), ""),
        "countries": sorted(DATASET.countries),
    }
    done = subprocess.run(
        [NODE, str(SCRIPT)],
        input=json.dumps({"told": told, "links": links}) + "\n",
        capture_output=True,
        text=True,
        check=True,
    )
    answers = json.loads(done.stdout)

    assert [read_live(answer["live"]) for answer in answers] == looks
    assert [answer["query"].removeprefix("?") for answer in answers] == [
        link["search"] for link in links
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_without_scripts_leads_to_its_city_in_its_language(language: str) -> None:
    for partner in DATASET.partners:
        found = read_live(live_url(LIVE, MAP_PATH, language, partner.id))

        assert found == View(LAST, partner.id, language=language)


def test_the_exchanges_of_a_type_lead_to_those_of_the_type() -> None:
    url = live_url(LIVE, EXCHANGES_PATH, "de", exchange_type=ExchangeType.SCHOOL)

    assert url == "https://live.example.pl/wymiany?type=school&lang=de"


@pytest.mark.parametrize(
    ("page", "filters", "path"),
    [
        (EXCHANGES_PATH, Filters(), "en/exchanges/"),
        (EXCHANGES_PATH, Filters(frozenset({ExchangeType.SCHOOL})), "en/exchanges/schools/"),
        (
            EXCHANGES_PATH,
            Filters(frozenset({ExchangeType.SCHOOL, ExchangeType.ART})),
            "en/exchanges/",
        ),
        (
            EXCHANGES_PATH,
            Filters(frozenset({ExchangeType.ART}), partners=frozenset({"hranice"})),
            "en/hranice/?type=art",
        ),
        (DATA_PATH, Filters(), "en/about-the-data/"),
        (DECLARATION_PATH, Filters(), "en/deklaracja-dostepnosci/"),
        (PRESENTATION_PATH, Filters(), "en/"),
    ],
)
def test_each_live_page_has_a_published_one(page: str, filters: Filters, path: str) -> None:
    view = View(2011, filters=filters, language="en")
    found = published_state_url(DATASET, SITE, page, view, 2011)

    assert found == f"{SITE}{path}"


def test_the_page_to_be_found_has_no_query() -> None:
    view = View(2011, "hranice", Filters(frozenset({ExchangeType.ART})), "en")

    assert published_url(DATASET, SITE, MAP_PATH, view) == f"{SITE}en/hranice/"
    assert [page for page in PAGE_PATHS if not has_published_page(DATASET, page)] == [
        PRESENTATION_PATH
    ]
