"""The websocket takes what a page of ours sends, at a page's pace, and no more."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse, WebSocketTestSession
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest, BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Common_pb2 import FileURLsRequest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosedError, InvalidStatus
from websockets.protocol import State
from websockets.sync.client import ClientConnection, connect

from partner_map.runtime.traffic import Traffic, Usage
from partner_map.server import websocket
from partner_map.server.websocket import MAX_MESSAGE_BYTES, Pace, WebsocketMiddleware, subscriber
from tests.support.folders import FROZEN
from tests.support.loops import run_alone
from tests.support.server import Server

OTHERS = {
    "clear_cache": BackMsg(clear_cache=True),
    "set_run_on_save": BackMsg(set_run_on_save=True),
    "load_git_info": BackMsg(load_git_info=True),
    "debug_disconnect_websocket": BackMsg(debug_disconnect_websocket=True),
    "debug_shutdown_runtime": BackMsg(debug_shutdown_runtime=True),
    "file_urls_request": BackMsg(file_urls_request=FileURLsRequest(request_id="a")),
    "app_heartbeat": BackMsg(app_heartbeat=True),
    "none": BackMsg(),
}
"""Messages that Streamlit knows and no page of ours sends."""
SENT = {
    "rerun_script": BackMsg(rerun_script=ClientState(query_string="a")),
    "stop_script": BackMsg(stop_script=True),
    "backend_operation_request": BackMsg(
        backend_operation_request=BackendOperationRequest(request_id="a")
    ),
}
"""Those that our pages send."""
RERUN = SENT["rerun_script"].SerializeToString()
LIMIT = 3
WAIT = 30  # seconds


async def echo(socket: WebSocket) -> None:
    await socket.accept()
    with suppress(WebSocketDisconnect):
        while True:
            await socket.send_bytes(await socket.receive_bytes())


def client(messages: int = 1000) -> TestClient:
    """An application that sends back what has reached it."""
    limits = Middleware(WebsocketMiddleware, connections=LIMIT, messages=messages)
    return TestClient(Starlette(routes=[WebSocketRoute("/", echo)], middleware=[limits]))


@pytest.fixture
def open_socket() -> Iterator[WebSocketTestSession]:
    with client().websocket_connect("/") as opened:
        yield opened


@pytest.mark.parametrize("message", SENT.values(), ids=SENT)
def test_what_pages_send_is_taken(open_socket: WebSocketTestSession, message: BackMsg) -> None:
    open_socket.send_bytes(message.SerializeToString())

    assert open_socket.receive_bytes() == message.SerializeToString()


@pytest.mark.parametrize("message", OTHERS.values(), ids=OTHERS)
def test_what_no_page_sends_changes_nothing(
    open_socket: WebSocketTestSession, message: BackMsg
) -> None:
    open_socket.send_bytes(message.SerializeToString())
    open_socket.send_bytes(RERUN)

    assert open_socket.receive_bytes() == RERUN


def test_every_kind_of_message_is_judged() -> None:
    kinds = {field.name for field in BackMsg.DESCRIPTOR.fields}

    assert kinds == (SENT | OTHERS).keys() - {"none"}, (
        "judge it in partner_map/server/streamlit_messages.py"
    )


def test_a_message_as_large_as_one_may_be_is_taken(open_socket: WebSocketTestSession) -> None:
    message = of_size(MAX_MESSAGE_BYTES)
    open_socket.send_bytes(message)

    assert open_socket.receive_bytes() == message


@pytest.mark.parametrize(
    ("kind", "message", "code"),
    [
        ("bytes", b"\xff\xff\xff", 1002),
        ("text", "words", 1003),
        ("bytes", b"x" * (MAX_MESSAGE_BYTES + 1), 1009),
    ],
)
def test_what_makes_no_sense_ends_the_connection(
    open_socket: WebSocketTestSession, kind: str, message: str | bytes, code: int
) -> None:
    open_socket.send({"type": "websocket.receive", kind: message})

    with pytest.raises(WebSocketDisconnect) as ended:
        open_socket.receive_bytes()
    assert ended.value.code == code


def test_what_an_application_says_after_that_is_not_passed_on() -> None:
    """A server takes no message after the end (ASGI, WebSocket, Close)."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.receive", "text": "words"}

    async def send(message: Message) -> None:
        sent.append(message)

    async def talkative(_: Scope, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "websocket.send", "bytes": b"late"})

    limits = WebsocketMiddleware(talkative, connections=LIMIT, messages=1000)
    scope = {"type": "websocket", "path": "/", "headers": [], "client": ("127.0.0.1", 1)}
    run_alone(limits(scope, receive, send))

    assert sent == [{"type": "websocket.close", "code": 1003}]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Traffic:
    """The counts of the middleware, of this test alone."""
    traffic = Traffic(time.monotonic())
    monkeypatch.setattr(websocket, "traffic", lambda: traffic)
    return traffic


def ended(how: ForwardMsg.ScriptFinishedStatus.ValueType) -> bytes:
    """The message that a run has ended, as Streamlit sends it."""
    message: bytes = ForwardMsg(script_finished=how, hash="a" * 32).SerializeToString()
    return message


def answering(answers: list[bytes], counted: Traffic) -> Usage:
    """What is counted while a page asks once and is sent these messages."""

    async def answer(socket: WebSocket) -> None:
        await socket.accept()
        with suppress(WebSocketDisconnect):
            await socket.receive_bytes()
            for message in answers:
                await socket.send_bytes(message)
            await socket.receive_bytes()

    limits = Middleware(WebsocketMiddleware, connections=LIMIT, messages=1000)
    app = Starlette(routes=[WebSocketRoute("/", answer)], middleware=[limits])
    with TestClient(app).websocket_connect("/") as opened:
        opened.send_bytes(RERUN)
        for _ in answers:
            opened.receive_bytes()
        return counted.usage(time.monotonic())


@pytest.mark.parametrize(
    "how", [ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY]
)
def test_a_step_is_counted_when_its_run_has_ended(
    counted: Traffic, how: ForwardMsg.ScriptFinishedStatus.ValueType
) -> None:
    usage = answering([b"a delta", ended(how), ended(how)], counted)

    assert (usage.pages_open, usage.steps) == (1, 1)
    assert usage.p95_seconds is not None


def test_a_run_that_gives_way_to_the_next_ends_no_step(counted: Traffic) -> None:
    early = ended(ForwardMsg.FINISHED_EARLY_FOR_RERUN)

    assert answering([early, b"\xff\xff", b"x" * 4096], counted).steps == 0
    assert answering([early, ended(ForwardMsg.FINISHED_SUCCESSFULLY)], counted).steps == 1


def test_a_page_that_has_gone_is_not_open(counted: Traffic) -> None:
    with client().websocket_connect("/"):
        assert counted.usage(time.monotonic()).pages_open == 1

    assert counted.usage(time.monotonic()).pages_open == 0


def of_size(size: int) -> bytes:
    """A message of a page, of so many bytes."""
    words = "x" * (size - 100)
    envelope = len(BackMsg(rerun_script=ClientState(query_string=words)).SerializeToString())
    words += "x" * (size - envelope)
    message: bytes = BackMsg(rerun_script=ClientState(query_string=words)).SerializeToString()
    return message


def test_an_address_has_so_many_connections_and_gets_them_back() -> None:
    server = client()
    with server.websocket_connect("/"), server.websocket_connect("/"):
        with (
            server.websocket_connect("/"),
            pytest.raises(WebSocketDenialResponse) as refused,
            server.websocket_connect("/"),
        ):
            pass
        assert refused.value.status_code == 429
        with server.websocket_connect("/") as another:
            another.send_bytes(RERUN)
            assert another.receive_bytes() == RERUN


def test_a_pace_lets_so_many_through_at_once_and_the_rest_one_after_another() -> None:
    pace = Pace(4)

    assert [pace.wait(10.0) for _ in range(4)] == [0, 0, 0, 0]
    assert [pace.wait(10.0) for _ in range(2)] == [0.25, 0.5]
    assert pace.wait(11.0) == 0
    assert [pace.wait(60.0) for _ in range(5)] == [0, 0, 0, 0, 0.25]


@pytest.mark.parametrize(
    ("host", "told"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
    ],
)
def test_a_subscriber_is_one_address_or_one_network(host: str, told: str) -> None:
    assert subscriber({"client": (host, 5000)}) == told


def test_without_an_address_all_are_one_subscriber() -> None:
    assert subscriber({"client": None}) == subscriber({})


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that takes few connections of an address."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARTNER_MAP_CONNECTIONS_PER_ADDRESS", str(LIMIT))
        patch.setenv("PARTNER_MAP_STATE", str(tmp_path_factory.mktemp("state")))
        started = Server(FROZEN)
    started.wait()
    yield started
    said = started.stop()
    assert "203.0.113" not in said
    assert "Traceback" not in said


def stream(server: Server, forwarded: str, source: str = "127.0.0.1") -> ClientConnection:
    """A connection as a proxy at an address of this machine opens it for a visitor."""
    made = socket.create_connection(("127.0.0.1", server.port), WAIT, (source, 0))
    return connect(
        f"ws://127.0.0.1:{server.port}/_stcore/stream",
        sock=made,
        additional_headers={"X-Forwarded-For": forwarded},
    )


def test_behind_a_proxy_a_visitor_is_who_it_forwards(server: Server) -> None:
    with ExitStack() as opened:
        for _ in range(LIMIT):
            opened.enter_context(stream(server, "203.0.113.1"))

        with pytest.raises(InvalidStatus) as refused, stream(server, "203.0.113.1"):
            pass
        with stream(server, "203.0.113.2") as another:
            assert another.protocol.state is State.OPEN

    assert refused.value.response.status_code == 429
    assert refused.value.response.headers["X-Content-Type-Options"] == "nosniff"


def test_no_one_but_the_proxy_says_who_a_visitor_is(server: Server) -> None:
    with ExitStack() as opened:
        for number in range(LIMIT):
            opened.enter_context(stream(server, f"203.0.113.{number}", "127.0.0.9"))

        with pytest.raises(InvalidStatus) as refused, stream(server, "203.0.113.99", "127.0.0.9"):
            pass

    assert refused.value.response.status_code == 429


def test_a_message_too_large_is_refused_before_it_has_come(server: Server) -> None:
    with stream(server, "203.0.113.4") as opened:
        head = b"\x82\xff" + (50_000_000).to_bytes(8, "big") + b"\0\0\0\0"
        opened.socket.sendall(head)

        with pytest.raises(ConnectionClosedError) as ended:
            opened.recv(WAIT)

    assert ended.value.rcvd is not None
    assert ended.value.rcvd.code == 1009


def test_what_no_page_sends_reaches_no_one(server: Server) -> None:
    with stream(server, "203.0.113.5") as opened:
        for message in OTHERS.values():
            opened.send(message.SerializeToString())
        opened.send(b"\xff\xff\xff")

        with pytest.raises(ConnectionClosedError) as ended:
            opened.recv(WAIT)

    assert ended.value.rcvd is not None
    assert ended.value.rcvd.code == 1002
