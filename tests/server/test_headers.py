"""The security headers: exact, and on every answer."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from partner_map.assets import ASSETS, folder
from partner_map.model import LANGUAGES
from partner_map.presentation import choices
from partner_map.server import routes
from partner_map.server.frame import frame_urls
from partner_map.server.headers import HeadersMiddleware
from partner_map.server.streamlit_host import element_modules, text_font

POLICY = {
    "default-src": "'self'",
    "script-src": "'self' blob: 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
}
OURS = {
    "/data/partners.geojson": 200,
    "/data/partners.geojson?v=unknown": 404,
    "/data/basemap.geojson": 200,
    "/data/basemap.geojson?v=unknown": 307,
    "/data/revision": 200,
    "/data/paper?city=hranice": 200,
    "/data/build": 200,
    "/kiosk-away.html": 200,
    "/kiosk-worker.js": 200,
    "/healthz": 200,
    "/favicon.ico": 200,
    "/favicon.svg": 200,
    "/robots.txt": 200,
    "/presentation.html": 200,
    "/deklaracja-dostepnosci": 200,
    "/wersja-tekstowa?lang=en": 200,
    **{f"/{folder(name).url(next(iter(folder(name).files)))}": 200 for name in ASSETS},
    "/assets/map/0/main.js": 404,
}
"""A URL of each of our routes and of what they refuse, with the status of its answer."""
STREAMLITS = {
    "/": 200,
    "/wymiany": 200,
    "/?lang=en&mode=kiosk": 200,
    "/index.html": 404,
    "/no-such-page": 404,
    "/_stcore/health": 200,
    "/_stcore/host-config": 200,
    "/component/streamlit_folium.st_folium/index.html": 200,
    "/component/no.such/index.html": 404,
    "/media/none.png": 404,
}
"""What Streamlit answers, with the status."""


def assert_secure(headers: dict[str, str]) -> None:
    directives = headers["content-security-policy"].split("; ")
    assert dict(directive.split(" ", 1) for directive in directives) == POLICY
    assert len(directives) == len(POLICY)
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(("url", "status"), [*OURS.items(), *STREAMLITS.items()])
@pytest.mark.parametrize("accepted", ["*/*", "text/html"])
def test_every_answer_carries_the_headers(
    application: TestClient, url: str, status: int, accepted: str
) -> None:
    answer = application.get(url, headers={"Accept": accepted}, follow_redirects=False)

    assert_secure(dict(answer.headers))
    if accepted == "*/*":
        assert answer.status_code == status


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_the_frame_asks_for_carries_the_headers(
    application: TestClient, language: str
) -> None:
    for url in frame_urls(language):
        assert_secure(dict(application.get(f"/{url}").headers))


def test_streamlits_static_files_carry_the_headers(application: TestClient) -> None:
    for url in (text_font().url, *element_modules()):
        assert_secure(dict(application.get(f"/{url}").headers))


def test_no_route_of_ours_is_left_out() -> None:
    tested = {url.partition("?")[0] for url in OURS}

    for route in routes.routes():
        assert isinstance(route, Route)
        assert any(route.path_regex.match(url) for url in tested), route.path


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
@pytest.mark.parametrize("url", ["/healthz", "/", "/data/partners.geojson"])
def test_other_methods_are_answered_with_the_headers(
    application: TestClient, method: str, url: str
) -> None:
    assert_secure(dict(application.request(method, url).headers))


def test_a_failure_is_answered_with_the_headers(
    application: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(choices, "revision", fail)

    answer = application.get("/data/revision")

    assert (answer.status_code, answer.text) == (500, "Internal Server Error")
    assert_secure(dict(answer.headers))


def test_a_failure_still_reaches_the_servers_log() -> None:
    def fail(_: object) -> None:
        raise RuntimeError("on purpose")

    failing = Starlette(routes=[Route("/", fail)], middleware=[Middleware(HeadersMiddleware)])

    with pytest.raises(RuntimeError, match="on purpose"):
        TestClient(failing).get("/")


def test_a_failure_in_the_middle_of_an_answer_starts_no_second_one() -> None:
    async def fail(_: Scope, __: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise RuntimeError("on purpose")

    client = TestClient(HeadersMiddleware(fail), raise_server_exceptions=False)

    answer = client.get("/")

    assert answer.status_code == 200
    assert_secure(dict(answer.headers))
