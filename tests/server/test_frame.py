"""The page of the map's frame: Leaflet, our layer and the outlines are in it from the start."""

from __future__ import annotations

import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from partner_map.assets import MAP_LAYER, folder
from partner_map.mapview.geojson import PARTNERS
from partner_map.mapview.streamlit_folium_host import FRAME_PAGE, FRAME_URL, ROOT_FROM_FRAME
from partner_map.server import data, frame
from partner_map.server.frame import FrameMiddleware

KEPT = "public, max-age=31536000, immutable"
PAGE = f"/{FRAME_URL}/{FRAME_PAGE}"


def attributes(page: str, name: str) -> list[str]:
    """The URLs in an attribute of the page's elements, relative to the server's root."""
    found = re.findall(rf' {name}="{re.escape(ROOT_FROM_FRAME)}/([^"]+)"', page)
    return [str(url) for url in found]


def test_leaflet_comes_before_the_script_that_needs_it(application: TestClient) -> None:
    page = application.get(PAGE).text

    scripts = re.findall(r'<script [^>]*src="([^"]+)"', page)
    assert [script.rpartition("/")[2].split(".")[0] for script in scripts] == ["leaflet", "main"]
    assert all("defer" in script for script in re.findall("<script [^>]*>", page))


def test_the_layers_parts_and_the_outlines_are_named_in_the_body(application: TestClient) -> None:
    body = application.get(PAGE).text.partition("<body>")[2]

    own, leaflet = folder("map"), folder("leaflet")
    assert attributes(body, "href") == [
        leaflet.url("leaflet.css"),
        own.url("map.css"),
        own.url(MAP_LAYER),
        data.basemap_url(),
    ]
    relations = re.findall('<link (?:id="basemap" )?rel="([a-z]+)"', body)
    assert set(relations) == {"stylesheet", "modulepreload", "preload"}


def test_all_that_the_page_names_is_there(application: TestClient) -> None:
    page = application.get(PAGE).text

    for url in (*attributes(page, "href"), *attributes(page, "src")):
        assert application.get(f"/{url}").status_code == 200, url


def test_all_that_the_page_names_is_among_what_is_fetched_ahead(application: TestClient) -> None:
    page = application.get(PAGE).text
    named = {*attributes(page, "href"), *attributes(page, "src")}

    urls = frame.frame_urls("pl")

    assert len(urls) == len(set(urls))
    assert set(urls) - named == {
        *(f"{FRAME_URL}/{name}" for name in frame.frame_scripts()),
        next(url for url in urls if url.startswith(PARTNERS)),
    }
    assert named <= set(urls)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_page_is_asked_for_again_and_its_script_is_kept(
    application: TestClient, method: str
) -> None:
    assert application.request(method, PAGE).headers["Cache-Control"] == "no-cache"
    for name in frame.frame_scripts():
        answer = application.request(method, f"/{FRAME_URL}/{name}")
        assert answer.headers["Cache-Control"] == KEPT
        assert answer.headers["Content-Encoding"] == "br"


def test_what_is_no_page_or_script_is_left_to_streamlit(application: TestClient) -> None:
    assert application.get(f"/{FRAME_URL}/none.js").status_code == 404
    assert application.post(PAGE).status_code == 405


def test_without_a_page_of_the_frame_streamlit_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(frame, "frame_page", lambda: None)
    streamlit = Starlette(
        routes=[Route(PAGE, lambda _: PlainTextResponse("its own"))],
        middleware=[Middleware(FrameMiddleware)],
    )

    assert TestClient(streamlit).get(PAGE).text == "its own"
