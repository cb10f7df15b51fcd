"""Streamlit's scripts and styles: sent compressed, whole or as a part, and kept by version."""

from __future__ import annotations

import gzip
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from partner_map.assets import package_folder
from partner_map.server import bodies, compression, streamlit_host
from partner_map.server.bodies import Body
from partner_map.server.compression import CompressionMiddleware
from partner_map.server.encodings import CODINGS, encode

KEPT = "public, max-age=31536000, immutable"
STATIC = package_folder("streamlit") / "static"
SCRIPT = next(name for name in streamlit_host.first_files() if "/index." in name)
STYLE = next(name for name in streamlit_host.first_files() if name.endswith(".css"))
DECODED = {"br": brotli.decompress, "gzip": gzip.decompress}


def raw(client: TestClient, url: str, **headers: str) -> tuple[dict[str, str], bytes]:
    """The headers and the bytes of an answer as they come over the wire."""
    with client.stream("GET", url, headers=headers) as answer:
        assert answer.status_code == 200
        return dict(answer.headers), b"".join(answer.iter_raw())


@pytest.mark.parametrize("name", [SCRIPT, STYLE])
@pytest.mark.parametrize("coding", CODINGS)
def test_a_script_and_a_style_come_compressed_and_are_kept_forever(
    application: TestClient, name: str, coding: str
) -> None:
    headers, sent = raw(application, f"/{name}", **{"Accept-Encoding": coding})

    assert headers["content-encoding"] == coding
    assert headers["vary"] == "Accept-Encoding"
    assert headers["cache-control"] == KEPT
    assert int(headers["content-length"]) == len(sent)
    plain = (STATIC / name).read_bytes()
    assert DECODED[coding](sent) == plain
    assert len(sent) < len(plain) / 2


def test_a_browser_that_takes_neither_gets_the_file(application: TestClient) -> None:
    headers, sent = raw(application, f"/{SCRIPT}", **{"Accept-Encoding": "identity"})

    assert "content-encoding" not in headers
    assert headers["vary"] == "Accept-Encoding"
    assert sent == (STATIC / SCRIPT).read_bytes()


def test_it_has_the_media_type_that_streamlit_gives(application: TestClient) -> None:
    for name in (SCRIPT, STYLE):
        by_streamlit = application.get(f"/{name}", headers={"Range": "bytes=0-9"})
        ours = application.get(f"/{name}")
        assert ours.headers["Content-Type"] == by_streamlit.headers["Content-Type"]


@pytest.mark.parametrize("coding", [*CODINGS, "identity"])
def test_a_browser_that_has_it_is_told_so_and_only_in_the_same_coding(
    application: TestClient, coding: str
) -> None:
    tag = application.get(f"/{SCRIPT}", headers={"Accept-Encoding": coding}).headers["ETag"]

    for condition in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        headers = {"Accept-Encoding": coding, "If-None-Match": condition}
        answer = application.get(f"/{SCRIPT}", headers=headers)
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["ETag"] == tag
        assert answer.headers["Cache-Control"] == KEPT
        assert answer.headers["Vary"] == "Accept-Encoding"
    for other in {*CODINGS, "identity"} - {coding}:
        headers = {"Accept-Encoding": other, "If-None-Match": tag}
        assert application.get(f"/{SCRIPT}", headers=headers).status_code == 200


@pytest.mark.parametrize("coding", [*CODINGS, "identity"])
def test_a_head_says_the_same_without_the_contents(application: TestClient, coding: str) -> None:
    accepted = {"Accept-Encoding": coding}

    head = application.head(f"/{SCRIPT}", headers=accepted)

    assert head.content == b""
    assert dict(head.headers) == dict(application.get(f"/{SCRIPT}", headers=accepted).headers)


def test_a_part_of_a_file_is_a_part_of_the_plain_one(application: TestClient) -> None:
    answer = application.get(
        f"/{SCRIPT}", headers={"Accept-Encoding": "br, gzip", "Range": "bytes=100-199"}
    )

    assert answer.status_code == 206
    assert "Content-Encoding" not in answer.headers
    assert answer.content == (STATIC / SCRIPT).read_bytes()[100:200]


def test_what_is_compressed_already_is_streamlits_to_send(application: TestClient) -> None:
    font = streamlit_host.text_font().url

    answer = application.get(f"/{font}", headers={"Accept-Encoding": "br"})

    assert answer.status_code == 200
    assert "Content-Encoding" not in answer.headers


def inner() -> Starlette:
    return Starlette(
        routes=[
            Route("/{path:path}", lambda _: PlainTextResponse("its own"), methods=["GET", "POST"])
        ]
    )


@pytest.mark.parametrize(
    "path",
    [
        "static/js/none.js",
        "static/js/%2e%2e/index.html",
        "static/js/..%2f..%2findex.html",
        "static/other/a.js",
        "index.html",
        f"other/{SCRIPT}",
        "",
    ],
)
def test_what_is_no_script_or_style_is_left_to_streamlit(path: str) -> None:
    client = TestClient(CompressionMiddleware(inner()))

    assert client.get(f"/{path}").text == "its own"


def test_only_what_is_read_is_answered() -> None:
    assert TestClient(CompressionMiddleware(inner())).post(f"/{SCRIPT}").text == "its own"


@pytest.mark.parametrize("base", ["town/map", "/town/map/"])
def test_it_holds_under_a_base_path(base: str) -> None:
    client = TestClient(
        Starlette(routes=inner().routes, middleware=[Middleware(CompressionMiddleware, base=base)])
    )

    assert client.get(f"/town/map/{STYLE}").headers["Content-Encoding"] == "br"
    assert client.get(f"/{STYLE}").text == "its own"


def test_each_coding_is_made_once_though_many_ask_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    body = Body(b"script " * 50_000, "text/javascript")

    def counted(contents: bytes, coding: str) -> bytes:
        # The application of other tests may be compressing too.
        if contents is body.contents:
            made.append(coding)
        return encode(contents, coding)

    monkeypatch.setattr(bodies, "encode", counted)
    with ThreadPoolExecutor(8) as threads:
        sent = set(threads.map(body.compressed, CODINGS * 20))

    assert sorted(made) == sorted(CODINGS)
    assert len(sent) == len(CODINGS)


def test_a_changed_file_is_sent_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    style = tmp_path / "static" / "static" / "css" / "a.css"
    style.parent.mkdir(parents=True)
    style.write_text("a{}" * 300, encoding="utf-8")
    monkeypatch.setattr(streamlit_host, "package_folder", lambda _: tmp_path)
    client = TestClient(CompressionMiddleware(inner()))
    before = client.get("/static/css/a.css")

    style.write_text("b{}" * 400, encoding="utf-8")
    after = client.get("/static/css/a.css", headers={"If-None-Match": before.headers["ETag"]})

    assert after.status_code == 200
    assert after.text == "b{}" * 400


def test_what_a_page_begins_with_is_prepared() -> None:
    compression.prepare()

    names = streamlit_host.first_files()
    assert set(re.findall(r"\./(static/(?:js|css)/[^\"]+)", streamlit_host.index_page())) <= set(
        names
    )
    assert set(streamlit_host.element_modules()) <= set(names)
    for name in names:
        body = compression.static_body(name)
        assert body is not None
        assert body.prepared
