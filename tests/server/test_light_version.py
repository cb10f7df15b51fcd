"""A live page leads to the published one that shows the same, and names it to search engines."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

SITE = "https://www.example.pl/miasta/"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PARTNER_MAP_SITE_URL", SITE)
    return SITE


def links(page: str) -> dict[str, str]:
    return {
        language or rel: url
        for rel, language, url in re.findall(
            r'<link rel="(canonical|alternate)"(?: hreflang="([a-z-]+)")? href="([^"]+)">', page
        )
    }


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/wersja-lekka", ""),
        ("/wersja-lekka?year=2009&type=school&lang=de", "de/?year=2009&type=school"),
        ("/wersja-lekka?city=hranice&country=CZ&mode=kiosk", "hranice/?country=CZ"),
        ("/wersja-lekka/wymiany?type=school&lang=en", "en/exchanges/schools/"),
        ("/wersja-lekka/rada?lang=en", "en/"),
        ("/wersja-lekka?city=..%2F..&year=x", ""),
    ],
)
def test_it_leads_to_the_published_state(
    application: TestClient, site: str, path: str, target: str
) -> None:
    answer = application.get(path, follow_redirects=False)

    assert (answer.status_code, answer.headers["Location"]) == (307, f"{site}{target}")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/wersja-lekka", "/wersja-lekka/wymiany"])
def test_without_a_published_site_there_is_none(application: TestClient, path: str) -> None:
    assert application.get(path, follow_redirects=False).status_code == 404


@pytest.mark.usefixtures("site")
def test_a_page_that_is_none_has_no_published_one(application: TestClient) -> None:
    assert application.get("/wersja-lekka/none", follow_redirects=False).status_code == 404


def test_search_engines_are_told_the_published_page(application: TestClient, site: str) -> None:
    found = links(application.get("/?city=hranice&year=2011&lang=en").text)

    assert found["canonical"] == f"{site}en/hranice/"
    assert (found["pl"], found["x-default"]) == (f"{site}hranice/", f"{site}hranice/")


def test_what_machines_read_of_it_names_the_published_page(
    application: TestClient, site: str
) -> None:
    page = application.get("/?city=hranice&lang=en", headers={"Host": "map.example"}).text
    (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)

    assert f"{site}en/hranice/" in told
    assert "map.example" not in told


def test_robots_are_led_to_the_map_of_the_published_site(
    application: TestClient, site: str
) -> None:
    robots = application.get("/robots.txt", headers={"Host": "map.example"}).text

    assert f"Sitemap: {site}sitemap.xml" in robots


@pytest.mark.usefixtures("site")
def test_a_page_that_is_not_published_names_itself(application: TestClient) -> None:
    found = links(application.get("/rada", headers={"Host": "map.example"}).text)

    assert found["canonical"] == "http://map.example/rada"


@pytest.mark.usefixtures("site")
def test_the_text_version_leads_to_the_published_pages(application: TestClient) -> None:
    assert 'href="/wersja-lekka?lang=en"' in application.get("/wersja-tekstowa?lang=en").text
