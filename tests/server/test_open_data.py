"""What other programs read, by HTTP."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from xml.etree.ElementTree import fromstring

import icalendar
import pytest
from starlette.testclient import TestClient

from partner_map.history.saves import History, save_of
from partner_map.model import LANGUAGES
from partner_map.open_data.files import OPEN_FILES
from partner_map.server import open_data
from tests.support.sites import DATASET

SITE = "https://map.example/"
ASKED = {"Host": "map.example", "X-Forwarded-Proto": "https"}


def get(application: TestClient, url: str) -> str:
    answer = application.get(url, headers=ASKED)
    assert answer.status_code == 200
    return answer.text


def head_of(application: TestClient, url: str) -> str:
    page = application.get(url, headers=ASKED | {"Accept": "text/html"}).text
    return page.partition("</head>")[0]


@pytest.mark.parametrize(("name", "media_type"), OPEN_FILES.items())
def test_the_pages_of_other_sites_may_read_the_data(
    application: TestClient, name: str, media_type: str
) -> None:
    answer = application.get(f"/open-data/{name}", headers={"Origin": "https://umap.example"})

    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Content-Type"].partition(";")[0] == media_type


def test_nothing_else_is_for_other_sites_to_read(application: TestClient) -> None:
    for url in ("/", "/healthz", "/data/partners.geojson", "/presentation.html"):
        assert "Access-Control-Allow-Origin" not in application.get(url).headers


def test_addresses_in_the_data_are_those_of_the_host_that_was_asked(
    application: TestClient,
) -> None:
    features = json.loads(get(application, "/open-data/partners.geojson"))["features"]

    told = next(one for one in features if one["id"] == "hranice")["properties"]
    assert told["url_pl"] == f"{SITE}?city=hranice"
    assert told["url_en"] == f"{SITE}?lang=en&city=hranice"


def test_the_feed_has_the_saves_that_the_server_has_kept(
    application: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(fromstring(get(application, "/feed.atom")).findall("{*}entry"))  # noqa: S314
    renamed = replace(DATASET, town=replace(DATASET.town, first_year=1900))
    save = save_of(DATASET, renamed)
    assert save is not None
    monkeypatch.setattr(open_data, "current_history", lambda: History((save,)))

    feed = fromstring(get(application, "/feed.atom"))  # noqa: S314  # our own bytes

    assert len(feed.findall("{*}entry")) == before + 1
    assert any((one.text or "").endswith(save.name) for one in feed.iterfind("{*}entry/{*}id"))


def test_the_feed_and_the_calendar_speak_the_language_asked_for(application: TestClient) -> None:
    feed = fromstring(get(application, "/feed.atom?lang=en"))  # noqa: S314  # our own bytes
    calendar = icalendar.Calendar.from_ical(get(application, "/anniversaries.ics?lang=en"))

    assert feed.findtext("{*}title") == "Exchanges with the partner cities of Konstancin-Jeziorna"
    assert str(calendar.calendar_name) == "Anniversaries of the agreements"


def test_every_address_of_the_sitemap_is_there(application: TestClient) -> None:
    robots = get(application, "/robots.txt")
    assert f"Sitemap: {SITE}sitemap.xml" in robots

    found = fromstring(get(application, "/sitemap.xml"))  # noqa: S314  # our own bytes
    urls = [one.text or "" for one in found.iterfind("{*}url/{*}loc")]

    assert f"{SITE}?lang=en&city=hranice" in urls
    assert f"{SITE}wymiany" in urls
    assert len(set(urls)) == len(urls)
    for url in urls:
        assert application.get(url.removeprefix(SITE.rstrip("/"))).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_our_manifest_and_its_icon_is_there(
    application: TestClient, language: str
) -> None:
    found = re.findall('<link rel="manifest" href="./([^"]+)"', head_of(application, "/"))
    told = json.loads(get(application, f"/{found[0]}?lang={language}"))

    assert told["lang"] == language
    for icon in told["icons"]:
        assert application.get(f"/{icon['src']}").status_code == 200
    assert "_stcore/agent" not in head_of(application, "/")


def test_a_page_tells_search_engines_what_it_shows(application: TestClient) -> None:
    head = head_of(application, "/?city=hranice&lang=en&year=2015")

    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
    graph = json.loads(found[0])["@graph"]
    assert [one["name"] for one in graph][:2] == ["Konstancin-Jeziorna", "Hranice"]
    assert f'<link rel="canonical" href="{SITE}?lang=en&amp;city=hranice">' in head
    for language in ("pl", "en", "x-default"):
        assert head.count(f'hreflang="{language}"') == 1
    assert 'content="Czechia · partnership agreement since 2006"' in head


def test_a_page_has_one_description(application: TestClient) -> None:
    for url in ("/", "/wymiany?lang=en", "/?city=hranice"):
        assert head_of(application, url).count('<meta name="description"') == 1


def test_a_kiosk_tells_search_engines_nothing(application: TestClient) -> None:
    head = head_of(application, "/?mode=kiosk")

    assert "ld+json" not in head
    assert "canonical" not in head
