"""Streamlit's own scripts and styles: compressed once, kept in memory by their version."""

from __future__ import annotations

import mimetypes
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from partner_map.server import streamlit_host
from partner_map.server.bodies import Body
from partner_map.server.cache_rules import KEPT_FOREVER
from partner_map.server.page import root_path


class CompressionMiddleware:
    """Answers for Streamlit's scripts and styles, which it sends as they lie on the disk."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self.app = app
        self._root = root_path(base)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a file that compression makes smaller, in a thread: it may be the first time.

        A part of a file is a part of what lies on the disk, and so Streamlit's to send.
        """
        response = None
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            request = Request(scope)
            path = str(scope["path"])
            if path.startswith(self._root) and "Range" not in request.headers:
                response = await run_in_threadpool(_response, request, path[len(self._root) :])
        await (response or self.app)(scope, receive, send)


def prepare() -> None:
    """Compress what every page of ours begins with, before the first visitor asks for it."""
    for name in streamlit_host.first_files():
        body = static_body(name)
        if body is not None:
            body.prepare()


def _response(request: Request, name: str) -> Response | None:
    body = static_body(name)
    return None if body is None else body.response(request, KEPT_FOREVER)


def static_body(name: str) -> Body | None:
    """What lies at a URL relative to the server's root; None where it is not ours to answer."""
    path = streamlit_host.static_text(name)
    if path is None:
        return None
    changed = path.stat()
    return kept_body(path, changed.st_mtime_ns, changed.st_size)


@lru_cache(maxsize=512)
def kept_body(path: Path, _changed: int, _size: int) -> Body:
    """The contents of a file that had this time of change in nanoseconds and size in bytes."""
    return Body(path.read_bytes(), mimetypes.guess_type(path.name)[0] or "text/plain")
