"""A page that fails shows our sentence, not Streamlit's box with the exception."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from partner_map.ui import explorer

SENTENCES = {
    "": "Na tej stronie coś poszło nie tak. Prosimy wczytać ją ponownie.",
    "lang=pl": "Na tej stronie coś poszło nie tak. Prosimy wczytać ją ponownie.",
    "lang=en": "Something went wrong on this page. Please reload it.",
}
CAUSE = "a word of the exception"


def messages(application: TestClient, query: str) -> Iterator[ForwardMsg]:
    """What a run of the start page sends, up to its end."""
    visit = BackMsg(rerun_script=ClientState(query_string=query))
    with application.websocket_connect("/_stcore/stream", subprotocols=["streamlit"]) as socket:
        socket.send_bytes(visit.SerializeToString())
        while True:
            message = ForwardMsg()
            message.ParseFromString(socket.receive_bytes())
            yield message
            if message.WhichOneof("type") == "script_finished":
                return


def elements(sent: list[ForwardMsg]) -> list[Element]:
    return [message.delta.new_element for message in sent if message.HasField("delta")]


@pytest.mark.parametrize("query", SENTENCES)
def test_a_page_that_fails_shows_our_sentence_and_nothing_of_the_exception(
    application: TestClient, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    def fail() -> None:
        raise RuntimeError(CAUSE)

    monkeypatch.setattr(explorer, "show", fail)

    sent = list(messages(application, query))

    shown = elements(sent)
    assert [e.alert.body for e in shown if e.HasField("alert")] == [SENTENCES[query]]
    assert not [e for e in shown if e.HasField("exception")]
    assert CAUSE.encode() not in b"".join(message.SerializeToString() for message in sent)


def test_a_page_that_does_not_fail_shows_no_such_sentence(application: TestClient) -> None:
    shown = elements(list(messages(application, "")))

    assert shown
    assert not [e for e in shown if e.HasField("alert") or e.HasField("exception")]
