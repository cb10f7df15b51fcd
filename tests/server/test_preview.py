"""A link's preview: the page's title and picture, at the address where the browser asked."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from partner_map.server.page import PageMiddleware


def preview(application: TestClient, url: str, host: str = "map.example") -> dict[str, str]:
    page = application.get(url, headers={"Accept": "text/html", "Host": host}).text
    found = re.findall(r'<meta property="(og:[^"]+)" content="([^"]*)">', page)
    assert len(dict(found)) == len(found)
    return {name: html.unescape(text) for name, text in found}


def test_it_tells_the_town_and_shows_the_map(application: TestClient) -> None:
    told = preview(application, "/")

    assert told["og:title"] == "Miasta partnerskie Konstancina-Jeziorny"
    assert told["og:locale"] == "pl_PL"
    assert told["og:url"] == "http://map.example/"
    assert told["og:image"].startswith("http://map.example/picture.png?")


def test_it_tells_the_chosen_city_in_the_visitors_language(application: TestClient) -> None:
    told = preview(application, "/?city=denzlingen&lang=en&year=2016")

    assert told["og:title"] == "Denzlingen – Partner cities of Konstancin-Jeziorna"
    assert told["og:description"] == "Germany · partnership agreement since 2011"
    assert told["og:url"] == "http://map.example/?year=2016&city=denzlingen&lang=en"
    assert "city=denzlingen" in told["og:image"]


@pytest.mark.parametrize("url", ["/?city=denzlingen&lang=en", "/wymiany", "/rada", "/o-danych"])
def test_its_picture_is_there_in_the_size_that_it_says(application: TestClient, url: str) -> None:
    told = preview(application, url)

    address = urlsplit(told["og:image"])
    answer = application.get(f"{address.path}?{address.query}")

    assert answer.headers["Content-Type"] == "image/png"
    assert f"size={told['og:image:width']}x{told['og:image:height']}" in address.query


@pytest.mark.parametrize(
    "host", ["map.example", "map.example:8501", "127.0.0.1:80", "[::1]:8501", "xn--d-umb.example"]
)
def test_it_stands_at_the_host_that_was_asked(application: TestClient, host: str) -> None:
    assert preview(application, "/", host)["og:url"] == f"http://{host}/"


@pytest.mark.parametrize(
    ("told", "scheme"), [("https", "https"), ("http", "http"), ("javascript", "http"), ("", "http")]
)
def test_a_web_server_before_ours_tells_how_it_was_asked(
    application: TestClient, told: str, scheme: str
) -> None:
    page = application.get("/", headers={"Host": "map.example", "X-Forwarded-Proto": told}).text

    assert f'<meta property="og:url" content="{scheme}://map.example/">' in page


def pages_alone(base: str = "") -> TestClient:
    """The pages of a server that lets every host in."""
    streamlit = Starlette(
        routes=[Route("/{path:path}", lambda _: HTMLResponse("<head></head>"))],
        middleware=[Middleware(PageMiddleware, base=base)],
    )
    return TestClient(streamlit)


def test_under_a_base_path_the_picture_is_below_it() -> None:
    told = preview(pages_alone("town/map"), "/town/map/rada")

    assert told["og:url"] == "http://map.example/town/map/rada"
    assert told["og:image"].startswith("http://map.example/town/map/picture.png?")


@pytest.mark.parametrize("host", ["", 'a"><script>', "a b", "a/b", "user@host", "a:port", "a..b"])
def test_no_host_is_invented_and_none_is_taken_that_is_none(host: str) -> None:
    told = preview(pages_alone(), "/", host)

    assert told["og:title"] == "Miasta partnerskie Konstancina-Jeziorny"
    assert not {"og:url", "og:image"} & told.keys()


def test_what_makes_no_sense_in_a_url_is_not_in_its_preview(application: TestClient) -> None:
    told = preview(application, "/?city=%22%3E%3Cscript%3E&year=1&foreign=x")

    assert told == preview(application, "/")
