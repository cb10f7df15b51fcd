"""The security headers: exact, and on every answer."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from partner_map.assets import ASSETS, folder
from partner_map.model import LANGUAGES, Operator
from partner_map.open_data.files import OPEN_FILES
from partner_map.runtime import store
from partner_map.server import routes
from partner_map.server.frame import frame_urls
from partner_map.server.headers import HeadersMiddleware, town_origin
from partner_map.server.streamlit_host import element_modules, text_font

POLICY = {
    "default-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self' https://office.example.org",
}
"""What every policy says beside the sources of scripts."""
OURS = {
    "/data/partners.geojson": 200,
    "/data/partners.geojson?v=unknown": 404,
    "/data/basemap.geojson": 200,
    "/data/basemap.geojson?v=unknown": 307,
    "/data/revision": 200,
    "/data/page-words.json?lang=de": 200,
    "/data/paper?city=hranice": 200,
    "/data/build": 200,
    "/kiosk-away.html": 200,
    "/kiosk-worker.js": 200,
    "/healthz": 200,
    "/favicon.ico": 200,
    "/favicon.svg": 200,
    "/apple-touch-icon.png": 200,
    "/icon-192.png": 200,
    "/icon-512.png": 200,
    "/robots.txt": 200,
    "/sitemap.xml": 200,
    "/manifest.webmanifest?lang=en": 200,
    "/feed.atom": 200,
    "/anniversaries.ics": 200,
    **{f"/open-data/{name}": 200 for name in OPEN_FILES},
    "/open-data/none.csv": 404,
    "/presentation.html": 200,
    "/picture.png?city=hranice&lang=en": 200,
    "/picture.svg?year=2011": 200,
    "/map.webp?year=2011": 200,
    "/poster.pdf?size=A4": 200,
    "/deklaracja-dostepnosci": 200,
    "/wersja-tekstowa?lang=en": 200,
    "/wersja-lekka": 404,
    "/wersja-lekka/wymiany": 404,
    **{f"/{folder(name).url(next(iter(folder(name).files)))}": 200 for name in ASSETS},
    "/assets/map/0/layer.js": 404,
    "/photos/0/none-320.jpg": 404,
}
"""A URL of each of our routes and of what they refuse, with the status of its answer."""
NEVER_KEPT = {
    "/healthz",
    "/data/revision",
    "/data/build",
    "/data/paper?city=hranice",
}
"""Those that tell of this moment."""
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


FRAME = "/component/streamlit_folium.st_folium/index.html"
PAGES = ["/", "/wymiany", "/rada", "/o-danych?lang=en", "/?lang=en&mode=kiosk", "/kiosk-away.html"]


def assert_secure(headers: Mapping[str, str]) -> None:
    directives = headers["content-security-policy"].split("; ")
    told = dict(directive.split(" ", 1) for directive in directives)
    scripts = told.pop("script-src").split(" ")
    assert told == POLICY
    assert len(directives) == len(POLICY) + 1
    assert "'self'" in scripts
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert "x-frame-options" not in headers
    assert "camera=()" in headers["permissions-policy"]
    assert "fullscreen=(self)" in headers["permissions-policy"]
    assert headers["cache-control"]


def script_sources(headers: Mapping[str, str]) -> set[str]:
    return set(re.findall("script-src ([^;]*)", headers["content-security-policy"])[0].split())


@pytest.mark.parametrize("url", PAGES)
def test_a_page_runs_of_inline_scripts_those_that_it_came_with(
    application: TestClient, url: str
) -> None:
    answer = application.get(url)

    inline = re.findall(r"<script(?:| type=.module.)>(.*?)</script>", answer.text, re.DOTALL)
    hashes = {
        f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in inline
    }
    assert hashes
    assert script_sources(answer.headers) == {"'self'", "blob:", *hashes}
    assert not re.search(r"<[^>]* on\w+=", answer.text)


def test_the_maps_frame_alone_may_evaluate(application: TestClient) -> None:
    assert script_sources(application.get(FRAME).headers) == {
        "'self'",
        "'unsafe-inline'",
        "'unsafe-eval'",
    }
    for url in (*OURS, *STREAMLITS):
        if url != FRAME:
            assert "unsafe" not in str(script_sources(application.get(url).headers)), url


@pytest.mark.parametrize(
    "url", ["/none", "/healthz/none", "/assets/map/0/layer.js", "/media/none", "/data/paper"]
)
def test_an_error_is_never_kept(application: TestClient, url: str) -> None:
    answer = application.get(url)

    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("url", [url for url, status in OURS.items() if status == 200])
def test_a_head_is_the_get_without_its_body(application: TestClient, url: str) -> None:
    whole, head = application.get(url), application.head(url)

    assert (head.status_code, head.content) == (200, b"")
    for name in ("Content-Type", "Cache-Control", "Content-Length", "ETag"):
        if name != "Content-Length" or url != "/healthz":  # its age is another a second later
            assert head.headers.get(name) == whole.headers.get(name), name


@pytest.mark.parametrize("url", [url for url, status in OURS.items() if status == 200])
def test_a_part_is_never_asked_for_in_vain(application: TestClient, url: str) -> None:
    """RFC 9110, 14.2: a server may send the whole, and must not say that it is a part."""
    answer = application.get(url, headers={"Range": "bytes=0-0"})

    assert answer.status_code == 200
    assert "Content-Range" not in answer.headers


@pytest.mark.parametrize(
    "url", [url for url, status in OURS.items() if status == 200 and url not in NEVER_KEPT]
)
def test_what_a_browser_has_is_not_sent_again(application: TestClient, url: str) -> None:
    tag = application.get(url).headers["ETag"]

    answer = application.get(url, headers={"If-None-Match": tag})

    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["ETag"] == tag
    assert_secure(answer.headers)


@pytest.mark.parametrize(
    "path",
    [
        "/assets/map/{version}/../colours.py",
        "/assets/map/{version}/%2e%2e/%2e%2e/settings.py",
        "/assets/map/{version}/..%2f..%2fsettings.py",
        "/assets/map/{version}//etc/passwd",
        "/static/..%2f..%2f..%2fconfig.py",
        "/component/streamlit_folium.st_folium/..%2f__init__.py",
        "/component/streamlit_folium.st_folium/%2fetc%2fpasswd",
        "/media/..%2f..%2fsettings.py",
    ],
)
def test_a_path_out_of_a_folder_leads_nowhere(application: TestClient, path: str) -> None:
    answer = application.get(path.format(version=folder("map").version))

    assert answer.status_code in (400, 403, 404)
    assert "import" not in answer.text
    assert_secure(answer.headers)


@pytest.mark.parametrize(("url", "status"), [*OURS.items(), *STREAMLITS.items()])
@pytest.mark.parametrize("accepted", ["*/*", "text/html"])
def test_every_answer_carries_the_headers(
    application: TestClient, url: str, status: int, accepted: str
) -> None:
    answer = application.get(url, headers={"Accept": accepted}, follow_redirects=False)

    assert_secure(answer.headers)
    if accepted == "*/*":
        assert answer.status_code == status


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_the_frame_asks_for_carries_the_headers(
    application: TestClient, language: str
) -> None:
    for url in frame_urls(language):
        assert_secure(application.get(f"/{url}").headers)


def test_streamlits_static_files_carry_the_headers(application: TestClient) -> None:
    for url in (text_font().url, *element_modules()):
        assert_secure(application.get(f"/{url}").headers)


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
    assert_secure(application.request(method, url).headers)


def test_a_failure_is_answered_with_the_headers(
    application: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr("partner_map.server.routes.build", fail)

    answer = application.get("/data/build")

    assert (answer.status_code, answer.text) == (500, "Internal Server Error")
    assert_secure(answer.headers)


@pytest.mark.parametrize(
    ("framing", "ancestors", "older"),
    [
        ((), "'self'", "SAMEORIGIN"),
        (("https://a.example",), "'self' https://a.example", None),
        (("https://*.a.example", "*"), "'self' https://*.a.example *", None),
    ],
)
def test_our_pages_are_framed_by_whom_the_operator_lets(
    framing: tuple[str, ...], ancestors: str, older: str | None
) -> None:
    app = HeadersMiddleware(PlainTextResponse("a page"), framing)

    headers = TestClient(app).get("/").headers

    assert headers["content-security-policy"].endswith(f"; frame-ancestors {ancestors}")
    assert headers.get("x-frame-options") == older


@pytest.mark.parametrize(
    "website", ["", "https://a.example;script-src *", "https://user@a.example"]
)
def test_a_website_that_is_no_plain_host_frames_nothing(
    monkeypatch: pytest.MonkeyPatch, website: str
) -> None:
    loaded = store.current()
    assert loaded.dataset is not None
    town = replace(loaded.dataset.town, operator=Operator(website=website))
    told = replace(loaded, dataset=replace(loaded.dataset, town=town))
    monkeypatch.setattr(store, "current", lambda: told)

    assert town_origin() == ()


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

    client = TestClient(HeadersMiddleware(fail, framing=None), raise_server_exceptions=False)

    answer = client.get("/")

    assert answer.status_code == 200
    assert_secure(answer.headers)
