"""Paths that are none of ours, and what robots and browsers ask for unasked."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from partner_map.assets import palette
from partner_map.permalink import PAGE_PATHS, PLAIN_PATHS
from partner_map.server import streamlit_host
from partner_map.server.frame import frame_urls
from partner_map.server.not_found import NotFoundMiddleware
from partner_map.server.streamlit_host import index_page

UNKNOWN = [
    "no-such-page",
    "wymiany/more",
    "o-danych/x",
    "RADA",
    "sitemap-1.xml",
    "index.html",
    "static/js/none.js",
    "static",
    "data/none",
    "_stcore/none",
    "rada/_stcore/health",
    "x" * 5000,
    "%00",
]
WORDS = {"pl": "Pod tym adresem nie ma strony.", "en": "There is no page at this address."}


@pytest.mark.parametrize("path", UNKNOWN)
@pytest.mark.parametrize("accepted", ["*/*", "text/html"])
def test_an_unknown_path_is_not_found(application: TestClient, path: str, accepted: str) -> None:
    answer = application.get(f"/{path}", headers={"Accept": accepted})

    assert answer.status_code == 404
    assert WORDS["pl"] in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert application.head(f"/{path}").status_code == 404


@pytest.mark.parametrize("language", sorted(WORDS))
def test_its_page_is_in_the_visitors_language_and_leads_home(
    application: TestClient, language: str
) -> None:
    page = application.get(f"/none?lang={language}&mode=kiosk").text

    assert f'<html lang="{language}">' in page
    assert f"<h1>{WORDS[language]}</h1>" in page
    (home,) = re.findall('<a href="(.*?)"', page)
    assert application.get(html.unescape(home)).text == (
        application.get(f"/?lang={language}&mode=kiosk").text
    )
    assert "$" not in page
    assert f"--town:{palette()['town']}" in page


def test_nothing_of_the_query_is_repeated_on_its_page(application: TestClient) -> None:
    query = {"lang": '"><script>', "mode": "<b>", "x": "<i>"}
    page = application.get("/none", params=query).text

    assert 'href="/"' in page
    assert "<script" not in page
    assert "<b>" not in page


@pytest.mark.parametrize("path", [name for name in (*PAGE_PATHS, *PLAIN_PATHS) if name])
@pytest.mark.parametrize("slashes", ["/", "//"])
def test_a_page_with_a_slash_too_many_leads_to_the_page(
    application: TestClient, path: str, slashes: str
) -> None:
    asked = f"/{path}{slashes}?lang=en&city=hranice"

    answer = application.get(asked, follow_redirects=False)

    assert answer.status_code == 308
    assert answer.headers["Location"] == f"/{path}?lang=en&city=hranice"
    assert application.head(asked).status_code == 200


def test_what_streamlit_and_we_answer_is_left_alone(application: TestClient) -> None:
    ours = ["healthz", "presentation.html", "kiosk-away.html", *frame_urls("pl")]
    streamlits = ["_stcore/health", "_stcore/host-config", *streamlit_host.first_files()]

    for path in (*ours, *streamlits, "manifest.json", streamlit_host.text_font().url):
        assert application.get(f"/{path}").status_code == 200, path
    assert application.post("/healthz").status_code == 405
    assert application.get("/media/none.png").text != WORDS["pl"]


@pytest.mark.parametrize("url", ["/town/map/none", "/none", "/town"])
def test_under_a_base_path_it_leads_to_the_start_there(url: str) -> None:
    known = Route("/town/map/known", lambda _: PlainTextResponse("known"))
    static = Mount("/town/map", PlainTextResponse(index_page()), name="static-assets")
    client = TestClient(
        Starlette(
            routes=[known, static], middleware=[Middleware(NotFoundMiddleware, base="town/map")]
        )
    )

    answer = client.get(url)

    assert answer.status_code == 404
    assert 'href="/town/map/"' in answer.text
    assert client.get("/town/map/known").text == "known"
    slash = client.get("/town/map/rada/", follow_redirects=False)
    assert slash.headers["Location"] == "/town/map/rada"
    assert client.get("/town/map").text == client.get("/town/map/rada").text == index_page()


def test_robots_may_read_everything(application: TestClient) -> None:
    answer = application.get("/robots.txt")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.text.startswith("User-agent: *\nDisallow:\n\nSitemap: ")


@pytest.mark.parametrize("url", ["/favicon.ico", "/favicon.svg"])
def test_the_icon_is_our_own_in_the_colours_of_the_palette(
    application: TestClient, url: str
) -> None:
    answer = application.get(url)

    assert answer.headers["Content-Type"].startswith("image/svg+xml")
    drawing = ET.fromstring(answer.text)  # noqa: S314  # our own file
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    named = set(re.findall(r"var\(--([\w-]+)\)", answer.text))
    assert named
    assert all(f"--{name}:{palette()[name]};" in answer.text for name in named)
