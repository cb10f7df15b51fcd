"""What Streamlit's pages send over the websocket; the server alone may need all of Streamlit."""

from __future__ import annotations

from typing import Final

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from streamlit.proto.BackMsg_pb2 import BackMsg

_SENT: Final = frozenset({"rerun_script", "stop_script", "backend_operation_request"})
"""The kinds of messages that our pages send: a widget was touched, Streamlit's own button to stop
a run, a download is asked for."""


def is_sent_by_pages(message: bytes) -> bool:
    """Whether a message is of a kind that our pages send.

    Raises:
        ValueError: It is no message of Streamlit's.
    """
    found = BackMsg()
    try:
        found.ParseFromString(message)
    except DecodeError as error:
        raise ValueError("no message of Streamlit's") from error
    return found.WhichOneof("type") in _SENT
