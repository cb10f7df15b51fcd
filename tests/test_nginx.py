"""What deploy/ has nginx do with the published pages, and in front of several processes."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from email.message import Message
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from benchmarks.nginx import Front, in_front_of, is_there

pytestmark = pytest.mark.skipif(not is_there(), reason="nginx is not installed here")
ONLY_HERE = "/mapa/media/of-one-process.csv"
PAGES = {
    "index.html": b"<p>start</p>",
    "404.html": b"<p>nothing here</p>",
    "embed/index.html": b"<p>frame</p>",
    "en/embed/index.html": b"<p>frame</p>",
    "assets/site.12345678.css": b"p { color: red }",
    "open-data/partners.geojson": b"{}",
}


class Process(ThreadingHTTPServer):
    """Stands in for a process of the program; it keeps the headers of what it is asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.asked: list[Message] = []
        self.files = {"/mapa/", "/mapa/healthz"}


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Process)
        self.server.asked.append(self.headers)
        self.send_response(200 if self.path in self.server.files else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def running() -> Iterator[Process]:
    with Process() as process:
        thread = threading.Thread(target=process.serve_forever, daemon=True)
        thread.start()
        yield process
        process.shutdown()
        thread.join()


@pytest.fixture
def processes() -> Iterator[list[Process]]:
    with ExitStack() as stack:
        yield [stack.enter_context(running()) for _ in range(2)]


@pytest.fixture
def front(processes: list[Process], tmp_path: Path) -> Iterator[Front]:
    for name, contents in PAGES.items():
        path = tmp_path / "miasta" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents)
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(contents))
    with in_front_of([one.server_port for one in processes], tmp_path, tmp_path) as front:
        yield front


def get(front: Front, path: str, headers: dict[str, str] | None = None) -> tuple[int, Message]:
    connection = HTTPConnection("127.0.0.1", front.port, timeout=60)
    connection.request("GET", path, headers=headers or {})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.headers


def test_a_published_page_is_asked_for_anew_and_an_asset_is_kept_for_good(front: Front) -> None:
    _, page = get(front, "/miasta/")
    _, asset = get(front, "/miasta/assets/site.12345678.css")

    assert page["Cache-Control"] == "no-cache"
    assert asset["Cache-Control"] == "public, max-age=31536000, immutable"


def test_what_is_compressed_already_is_given_so(front: Front) -> None:
    status, headers = get(front, "/miasta/", {"Accept-Encoding": "gzip"})

    assert (status, headers["Content-Encoding"], headers["Vary"]) == (
        200,
        "gzip",
        "Accept-Encoding",
    )


def test_an_address_that_leads_nowhere_has_the_site_s_own_page(front: Front) -> None:
    status, headers = get(front, "/miasta/nowhere/")

    assert (status, headers["Content-Length"]) == (404, str(len(PAGES["404.html"])))


@pytest.mark.parametrize("path", ["/miasta/embed/", "/miasta/en/embed/"])
def test_other_sites_may_frame_the_map_that_is_made_for_it_alone(front: Front, path: str) -> None:
    assert get(front, "/miasta/")[1]["Content-Security-Policy"] == "frame-ancestors 'self'"
    assert get(front, path)[1]["Content-Security-Policy"] is None


def test_other_sites_may_read_the_open_data(front: Front) -> None:
    _, headers = get(front, "/miasta/open-data/partners.geojson")

    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Content-Type"] == "application/geo+json"


def test_nginx_alone_says_who_a_visitor_is(front: Front, processes: list[Process]) -> None:
    get(front, "/mapa/", {"X-Forwarded-For": "192.0.2.1", "X-Forwarded-Proto": "https"})

    (asked,) = [headers for one in processes for headers in one.asked]
    assert asked.get_all("X-Forwarded-For") == ["127.0.0.1"]
    assert asked.get_all("X-Forwarded-Proto") == ["http"]
    assert asked["Host"] == f"127.0.0.1:{front.port}"


def test_one_address_comes_to_one_process(front: Front, processes: list[Process]) -> None:
    for _ in range(6):
        get(front, "/mapa/")

    assert sorted(len(one.asked) for one in processes) == [0, 6]


def test_what_one_process_alone_has_is_found_there(front: Front, processes: list[Process]) -> None:
    get(front, "/mapa/")
    (other,) = [one for one in processes if not one.asked]
    other.files.add(ONLY_HERE)

    assert get(front, ONLY_HERE)[0] == 200
    assert get(front, "/mapa/nowhere")[0] == 404


def test_the_visitors_of_a_process_that_is_gone_are_served_by_another(
    front: Front, processes: list[Process]
) -> None:
    get(front, "/mapa/")
    (first,) = [one for one in processes if one.asked]
    first.shutdown()
    first.server_close()

    assert [get(front, "/mapa/healthz")[0] for _ in range(6)] == [200] * 6


def test_nobody_sends_a_body_of_any_size(front: Front, processes: list[Process]) -> None:
    connection = HTTPConnection("127.0.0.1", front.port, timeout=60)
    connection.request("POST", "/mapa/", body=b"x" * 4096)

    assert connection.getresponse().status == 413
    assert [one.asked for one in processes] == [[], []]
    connection.close()
