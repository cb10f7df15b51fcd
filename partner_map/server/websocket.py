"""The websocket of the pages: how large its messages are, of which kind, how many, how quickly
they are answered.

Addresses of visitors are kept here only while their connections are open, and never told.
"""

from __future__ import annotations

import asyncio
import ipaddress
import time
from collections import Counter
from typing import Final

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from partner_map.runtime.traffic import traffic
from partner_map.server.streamlit_host import limit_messages
from partner_map.server.streamlit_messages import (
    ASKS_FOR_RUN,
    ends_answer,
    kind_sent_by_pages,
)

MAX_MESSAGE_BYTES: Final = 65_536
"""The largest message of our pages has a tenth of it."""
_IPV6_PREFIX: Final = 64  # bits that tell one subscriber from another
_UNSUPPORTED, _MALFORMED, _TOO_LARGE = 1003, 1002, 1009  # RFC 6455, 7.4.1
_TOO_MANY: Final = 429


class WebsocketMiddleware:
    """Limits what a visitor sends over the websocket, and how many connections an address has."""

    def __init__(self, app: ASGIApp, connections: int, messages: int) -> None:
        """``connections`` are those of one address, ``messages`` those a second of one of them."""
        self.app = app
        self._connections = connections
        self._messages = messages
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a connection on within its limits, and refuse one too many."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        address = subscriber(scope)
        if self._open[address] >= self._connections:
            told = "Too many connections from this address."
            await PlainTextResponse(told, _TOO_MANY)(scope, receive, send)
            return
        limit_messages(receive, MAX_MESSAGE_BYTES)
        connection = _Connection(receive, send, Pace(self._messages))
        self._open[address] += 1
        traffic().page_opened()
        try:
            await self.app(scope, connection.receive, connection.send)
        finally:
            traffic().page_closed()
            self._open[address] -= 1
            if not self._open[address]:
                del self._open[address]


class Pace:
    """When the next message may be taken: a number a second, and as many at once after a rest."""

    def __init__(self, a_second: int) -> None:
        self._between = 1 / a_second
        self._due = -1.0

    def wait(self, now: float) -> float:
        """Seconds until a message that has come now, on a monotonic clock, is taken."""
        self._due = max(self._due, now - 1) + self._between
        return max(0.0, self._due - now)


class _Connection:
    """One connection, whose messages are looked at before they are passed on."""

    def __init__(self, receive: Receive, send: Send, pace: Pace) -> None:
        self._receive = receive
        self._send = send
        self._pace = pace
        self._closed = False
        self._asked: float | None = None
        """When a run was asked for that has not been answered yet."""

    async def receive(self) -> Message:
        """The next message that a page of ours may send.

        The server reads no further meanwhile, so that a visitor who sends more waits.
        """
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            await asyncio.sleep(self._pace.wait(time.monotonic()))
            data = message.get("bytes")
            if data is None:
                return await self._close(_UNSUPPORTED)
            if len(data) > MAX_MESSAGE_BYTES:
                return await self._close(_TOO_LARGE)
            try:
                kind = kind_sent_by_pages(data)
            except ValueError:
                return await self._close(_MALFORMED)
            if kind == ASKS_FOR_RUN and self._asked is None:
                self._asked = time.monotonic()
            if kind is not None:
                return message

    async def send(self, message: Message) -> None:
        """Pass a message on to the page, unless the connection was closed here."""
        if self._closed:
            return
        await self._send(message)
        if self._asked is not None and ends_answer(message.get("bytes") or b""):
            now = time.monotonic()
            traffic().step_ended(now - self._asked, now)
            self._asked = None

    async def _close(self, code: int) -> Message:
        self._closed = True
        await self._send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}


def subscriber(scope: Scope) -> str:
    """Whose connection it is: the IPv4 address, or of IPv6 what one subscriber has for all.

    Behind a proxy that is trusted (``FORWARDED_ALLOW_IPS`` of uvicorn, 127.0.0.1 by default) it
    is the address that the proxy forwards.
    """
    host = str((scope.get("client") or ("", 0))[0])
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, _IPV6_PREFIX), strict=False))
    return host
