"""What Streamlit's pages send and are sent over the websocket.

The server alone may need all of Streamlit.
"""

from __future__ import annotations

from typing import Final

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ASKS_FOR_RUN: Final = "rerun_script"
_SENT: Final = frozenset({ASKS_FOR_RUN, "stop_script", "backend_operation_request"})
"""The kinds of messages that our pages send: a widget was touched, Streamlit's own button to stop
a run, a download is asked for."""


_LONGEST_END: Final = 512  # bytes; the message that a run has ended has no part that grows


def kind_sent_by_pages(message: bytes) -> str | None:
    """Of which kind a message is; None where our pages send none of that kind.

    Raises:
        ValueError: It is no message of Streamlit's.
    """
    found = BackMsg()
    try:
        found.ParseFromString(message)
    except DecodeError as error:
        raise ValueError("no message of Streamlit's") from error
    kind = found.WhichOneof("type")
    return kind if kind in _SENT else None


def ends_answer(message: bytes) -> bool:
    """Whether a message to a page says that what it has asked for has run to its end.

    A run that gives way to the next is none.
    """
    if len(message) > _LONGEST_END:
        return False
    found = ForwardMsg()
    try:
        found.ParseFromString(message)
    except DecodeError:
        return False
    return (
        found.WhichOneof("type") == "script_finished"
        and found.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
    )
