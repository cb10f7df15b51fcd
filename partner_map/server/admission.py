"""What the server takes at all: the hosts it is named by, the addresses and methods it answers.

Refused before a body is read. What the tables hold comes from their folder alone, so that no
address of ours takes anything.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from partner_map.server import streamlit_host
from partner_map.server.cache_rules import NEVER_KEPT
from partner_map.server.page import root_path

METHODS: Final = ("GET", "HEAD", "OPTIONS")
"""What every address of ours answers (RFC 9110, 9.3)."""
_HOST: Final = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[0-9A-Za-z._-]+)(:[0-9]{1,5})?")
"""A name or an address of a host with its port (RFC 9110, 7.2)."""


class AdmissionMiddleware:
    """Refuses what no page asks for."""

    def __init__(
        self, app: ASGIApp, base: str = "", own: Collection[str] = (), hosts: Collection[str] = ()
    ) -> None:
        self.app = app
        self._root = root_path(base)
        self._own = frozenset(own)
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is for one of our hosts and addresses, and answer what is not."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        await (refusal or self.app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        names = Headers(scope=scope).getlist("Host")
        if len(names) != 1 or not _HOST.fullmatch(names[0]):
            return _refused("The request must name one host.", 400)
        if not is_served(names[0], self._hosts):
            told = "This server is not known by the name in the request; see PARTNER_MAP_HOSTS."
            return _refused(told, 421)
        if not streamlit_host.is_admitted(scope, self._root, self._own):
            return _refused("There is nothing at this address.", 404)
        if scope["type"] == "websocket" or scope["method"] in METHODS[:2]:
            return None
        allow = {"Allow": ", ".join(METHODS)}
        if scope["method"] == "OPTIONS":
            return Response(status_code=204, headers=NEVER_KEPT | allow)
        return _refused("Nothing can be sent to this address.", 405, allow)


def _refused(told: str, status: int, headers: dict[str, str] | None = None) -> Response:
    """A refusal, after which the connection is closed: a body may be on its way."""
    return PlainTextResponse(
        told, status, headers=NEVER_KEPT | {"Connection": "close"} | (headers or {})
    )


def is_served(host: str, hosts: Collection[str]) -> bool:
    """Whether the server may be asked by a name, given as in the header ``Host``.

    An IP address and the machine's own names always may: a foreign page cannot have them point
    elsewhere (DNS rebinding). ``hosts`` are the others; ``*.example.org`` stands for all names
    below a domain, ``*`` for every name.
    """
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    name = name.lower().rstrip(".")
    if _is_ip(name.strip("[]")) or name in _own_names():
        return True
    return any(
        wanted in ("*", name) or (wanted.startswith("*.") and name.endswith(wanted[1:]))
        for wanted in hosts
    )


def _is_ip(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1)
def _own_names() -> frozenset[str]:
    machine = socket.gethostname().lower()
    return frozenset({"localhost", machine, f"{machine}.local"})
