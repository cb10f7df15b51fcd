"""A visitor without a browser: a session of its own over the websocket."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

_ANSWER_SECONDS = 60


class WrongAnswerError(Exception):
    """The server's answer is not what the page needs."""


class Visitor:
    """Speaks as the page does: the first run, then the moved slider and its fragment."""

    def __init__(self, socket: ClientConnection, query: str) -> None:
        self._socket = socket
        self._query = query
        self._page = self._slider = self._fragment = ""

    async def arrive(self) -> None:
        """Have the whole page run.

        Raises:
            WrongAnswerError: It has no slider.
        """
        await self._run(ClientState(query_string=self._query))
        if not self._slider:
            raise WrongAnswerError("no slider")

    async def step(self, year: int) -> None:
        """Move the slider to a year, until the run has ended.

        Raises:
            WrongAnswerError: The run did not end well, or what it sent is not of that year.
        """
        state = ClientState(
            query_string=self._query, page_script_hash=self._page, fragment_id=self._fragment
        )
        moved = state.widget_states.widgets.add(id=self._slider)
        moved.double_array_value.data.append(year)
        words = await self._run(state)
        if not re.search(rf"year\W*{year}\b", words):
            raise WrongAnswerError(f"nothing of the year {year}")

    async def _run(self, state: ClientState) -> str:
        """Ask for a run and take in what it sends; gives the words by which a year is told."""
        await self._socket.send(BackMsg(rerun_script=state).SerializeToString())
        words = []
        while True:
            data = await asyncio.wait_for(self._socket.recv(decode=False), _ANSWER_SECONDS)
            message = ForwardMsg()
            message.ParseFromString(data)
            match message.WhichOneof("type"):
                case "new_session":
                    self._page = message.new_session.page_script_hash
                case "page_info_changed":
                    self._query = message.page_info_changed.query_string
                case "delta":
                    words.append(self._take(message.delta.new_element, message.delta.fragment_id))
                case "script_finished":
                    if message.script_finished not in _GOOD_ENDS:
                        raise WrongAnswerError(f"the run ended with {message.script_finished}")
                    return "".join(words)

    def _take(self, element: Element, fragment: str) -> str:
        match element.WhichOneof("type"):
            case "slider":
                self._slider, self._fragment = element.slider.id, fragment
            case "component_instance":
                return element.component_instance.json_args
            case "text":
                return element.text.body
        return ""


_GOOD_ENDS = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@asynccontextmanager
async def visiting(
    port: int, query: str, base: str = "", source: str = "127.0.0.1"
) -> AsyncIterator[Visitor]:
    """A visitor whose page has run, until the block is left; ``source`` is their own address."""
    async with connect(
        f"ws://127.0.0.1:{port}{base}/_stcore/stream",
        local_addr=(source, 0),
        subprotocols=[Subprotocol("streamlit")],
        compression=None,
        max_size=None,
        open_timeout=_ANSWER_SECONDS,
    ) as socket:
        visitor = Visitor(socket, query)
        await visitor.arrive()
        yield visitor
