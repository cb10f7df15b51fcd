"""A running server's log has one form throughout, and neither addresses nor words of visitors."""

from __future__ import annotations

import json
import logging
import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from streamlit import logger
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from partner_map.server import streamlit_log
from tests.support.folders import FROZEN
from tests.support.server import Server

WAIT = 30  # seconds
VISITOR = "203.0.113.77"
WORDS = "Wyszukiwane-przez-kogos"


def search(opened: ClientConnection) -> bytes:
    """What a search on the exchanges page sends, up to the end of its run."""
    visit = ClientState(query_string=f"words={WORDS}", page_name="wymiany")
    opened.send(BackMsg(rerun_script=visit).SerializeToString())
    sent = b""
    while True:
        data = opened.recv(WAIT, decode=False)
        message = ForwardMsg()
        message.ParseFromString(data)
        sent += data
        if message.WhichOneof("type") == "script_finished":
            return sent


@pytest.mark.parametrize("form", ["json", "text"])
def test_the_log_of_a_server_has_nothing_of_its_visitors(tmp_path: Path, form: str) -> None:
    server = Server(
        FROZEN, environment={"PARTNER_MAP_LOG": form, "PARTNER_MAP_STATE": str(tmp_path)}
    )
    server.wait()

    with connect(
        f"ws://127.0.0.1:{server.port}/_stcore/stream",
        additional_headers={"X-Forwarded-For": VISITOR},
    ) as opened:
        assert WORDS.encode() in search(opened)
        opened.send(b"\xff\xff\xff")  # no message of a page
    for address in (f"wymiany?words={WORDS}", f"poster.pdf?size={WORDS}", f"none/{WORDS}"):
        asked = urllib.request.Request(  # a visitor's, behind a proxy
            f"{server.url}/{address}", headers={"X-Forwarded-For": VISITOR}
        )
        try:
            urllib.request.urlopen(asked, timeout=WAIT).close()
        except urllib.error.HTTPError as refused:
            refused.close()
    with socket.create_connection(("127.0.0.1", server.port), WAIT) as raw:
        raw.sendall(f"GET {WORDS}\r\n\r\n".encode())  # what uvicorn warns of
        while raw.recv(4096):
            pass

    said = server.stop()
    lines = said.splitlines()
    events = [json.loads(line)["event"] if form == "json" else line.split()[2] for line in lines]
    assert events == ["tables-good", "server-started", "uvicorn.error", "server-ended"]
    assert "127.0.0" not in said
    assert VISITOR not in said
    assert WORDS not in said


def test_streamlit_has_what_the_log_needs_of_it() -> None:
    assert streamlit_log.lost() == []


def test_a_logger_that_streamlit_makes_later_passes_its_lines_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(logger, "setup_formatter", logger.setup_formatter)
    streamlit_log.join_log()

    later = logger.get_logger("streamlit.a_module_of_tests")

    assert (later.propagate, later.handlers) == (True, [])


def test_without_its_place_in_streamlit_the_log_says_where_to_look(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = logging.getLogger("streamlit.another_module_of_tests")
    monkeypatch.delattr(logger, "setup_formatter")

    streamlit_log.join_log()

    assert own.propagate
    (sentence,) = streamlit_log.lost()
    assert "setup_formatter" in sentence
    assert str(logger.__file__) in sentence
