"""What the server takes: the hosts it is named by, and the addresses and methods it answers."""

from __future__ import annotations

import socket

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.types import Message
from streamlit.runtime import get_instance
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes

from partner_map.server.admission import AdmissionMiddleware, is_served
from tests.support.loops import run_alone

ANSWERED = {
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/stream",
    "/_stcore/bidi-components/{path:path}",
    "/component/{path:path}",
    "/media/{file_id:path}",
    "",  # scripts, styles and fonts
}
"""The routes of Streamlit that our pages use."""
REFUSED = {
    "/_stcore/metrics": "/_stcore/metrics",
    "/_stcore/upload_file/{session_id}/{file_id}": "/_stcore/upload_file/a/b",
    "/_stcore/agent/interact": "/_stcore/agent/interact",
    "/_stcore/agent/openapi.json": "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp": "/_stcore/agent/mcp",
    "/auth/login": "/auth/login",
    "/auth/logout": "/auth/logout",
    "/oauth2callback": "/oauth2callback",
}
"""Those that they do not use, with an address of each."""
OPTIONAL = ["/_stcore/script-health-check", "/app/static/file.png"]
"""Addresses that Streamlit has only where an option asks for them."""
METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]


def small(hosts: tuple[str, ...] = ()) -> TestClient:
    """An application of one route, which tells its method."""
    route = Route("/known", lambda request: PlainTextResponse(request.method), methods=METHODS)
    admission = Middleware(AdmissionMiddleware, own=["/known"], hosts=hosts)
    return TestClient(Starlette(routes=[route], middleware=[admission]), "http://localhost")


def test_every_route_of_streamlit_is_judged(application: TestClient) -> None:
    assert application.get("/healthz").status_code == 200

    found = {route.path for route in create_streamlit_routes(get_instance())}  # type: ignore[attr-defined]

    assert found == ANSWERED | REFUSED.keys(), "judge it in partner_map/server/streamlit_host.py"


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("url", REFUSED.values())
def test_what_no_page_asks_for_is_not_there(application: TestClient, url: str, method: str) -> None:
    answer = application.request(method, url, headers={"Accept": "*/*"})

    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("PUT", "/_stcore/upload_file/a/b", 404), ("POST", "/", 405), ("POST", "/healthz", 405)],
)
def test_a_refusal_reads_no_body(
    application: TestClient, method: str, path: str, status: int
) -> None:
    sent: list[Message] = []

    async def receive() -> Message:
        raise AssertionError("the body was read")

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"content-length", b"1000000")],
    }
    run_alone(application.app(scope, receive, send))  # type: ignore[arg-type]

    assert [message.get("status") for message in sent] == [status, None]
    assert (b"connection", b"close") in sent[0]["headers"]


@pytest.mark.parametrize("url", OPTIONAL)
def test_what_streamlit_has_only_on_request_is_not_there(application: TestClient, url: str) -> None:
    assert application.get(url).status_code == 404


def test_an_address_that_nobody_judged_is_refused() -> None:
    new = Route("/_stcore/new", lambda _: PlainTextResponse("new"))
    client = TestClient(
        Starlette(routes=[new], middleware=[Middleware(AdmissionMiddleware)]), "http://localhost"
    )

    assert client.get("/_stcore/new").status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"])
def test_nothing_can_be_sent(method: str) -> None:
    answer = small().request(method, "/known")

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_what_may_be_asked_is_told() -> None:
    answer = small().options("/known")

    assert (answer.status_code, answer.text) == (204, "")
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST:8501",
        "localhost.",
        "127.0.0.1:8501",
        "10.1.2.3",
        "[::1]:8501",
        "[fe80::1]",
        socket.gethostname(),
        f"{socket.gethostname()}.local:80",
    ],
)
def test_the_machine_itself_is_always_served(host: str) -> None:
    assert is_served(host, ())


@pytest.mark.parametrize(
    ("hosts", "host", "served"),
    [
        ((), "foreign.example", False),
        ((), "localhost.foreign.example", False),
        ((), "127.0.0.1.foreign.example", False),
        (("mapa.example.org",), "mapa.example.org", True),
        (("mapa.example.org",), "MAPA.example.org:443", True),
        (("mapa.example.org",), "other.mapa.example.org", False),
        (("*.example.org",), "mapa.example.org", True),
        (("*.example.org",), "example.org", False),
        (("*.example.org",), "foreignexample.org", False),
        (("*",), "anything.example", True),
    ],
)
def test_of_other_names_those_are_served_that_the_operator_sets(
    hosts: tuple[str, ...], host: str, served: bool
) -> None:
    assert is_served(host, hosts) is served
    answer = small(hosts).get("/known", headers={"Host": host})
    assert answer.status_code == (200 if served else 421)


@pytest.mark.parametrize("host", ["", "a b", "user@localhost", "localhost/x", "[::1", "x:port"])
def test_a_name_without_sense_is_told(host: str) -> None:
    assert small(("*",)).get("/known", headers={"Host": host}).status_code == 400


def test_two_names_are_no_name() -> None:
    client = small()
    client.headers.clear()

    answer = client.get("/known", headers=[("Host", "localhost"), ("Host", "foreign.example")])

    assert answer.status_code == 400


def test_a_websocket_is_looked_at_as_well(application: TestClient) -> None:
    for url, headers, status in (
        ("/_stcore/stream", {"Host": "foreign.example"}, 421),
        ("/healthz/none", {}, 404),
    ):
        refused = connect(application, url, headers)
        assert refused == status


def connect(client: TestClient, url: str, headers: dict[str, str]) -> int:
    """The status with which a websocket is refused."""
    with (
        pytest.raises(WebSocketDenialResponse) as refusal,
        client.websocket_connect(url, headers=headers),
    ):
        pass
    return refusal.value.status_code
