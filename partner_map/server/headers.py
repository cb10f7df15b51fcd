"""The security headers that every answer carries."""

from __future__ import annotations

import base64
import hashlib
import re
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from partner_map.runtime import store
from partner_map.settings import is_origin

POLICY: Final = "Content-Security-Policy"
_INLINE_SCRIPT: Final = re.compile(r"<script(?: type=\"module\")?>(.*?)</script>", re.DOTALL)
_USED: Final = ("fullscreen", "screen-wake-lock", "clipboard-write")
"""What a page may do: the presentation in full screen and awake, an address copied."""
_UNUSED: Final = (
    *("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media"),
    *("geolocation", "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment"),
    *("picture-in-picture", "publickey-credentials-get", "serial", "usb", "xr-spatial-tracking"),
)


def policy(*scripts: str) -> str:
    """A policy that keeps a browser from asking a third-party host; who may frame is added later.

    ``scripts`` are the sources of scripts beside our own host (Content Security Policy, level 3).
    Streamlit styles inline on every page.
    """
    sources = " ".join(("'self'", *scripts))
    return (
        f"default-src 'self'; script-src {sources}; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
        "form-action 'self'"
    )


def page_policy(page: str) -> str:
    """The policy of a page of ours: of inline scripts those that it has from the start.

    Streamlit loads a component's script from a blob.
    """
    found = _INLINE_SCRIPT.findall(page)
    hashes = (base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in found)
    return policy("blob:", *(f"'sha256-{one}'" for one in hashes))


FRAME_POLICY: Final = policy("'unsafe-inline'", "'unsafe-eval'")
"""The policy of the map's frame: streamlit-folium writes the map's script into it, and evaluates
what a step changes."""
_HEADERS: Final = {
    "Permissions-Policy": ", ".join(
        (*(f"{name}=(self)" for name in _USED), *(f"{name}=()" for name in _UNUSED))
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_NEVER_KEPT: Final = "no-store"
_PLAIN_POLICY: Final = policy()


def town_origin() -> tuple[str, ...]:
    """The origin of the town's website, which may frame our pages; none where it names none.

    It stands in a header, so that what is no plain host is left out.
    """
    dataset = store.current().dataset
    parts = urlsplit("" if dataset is None else dataset.town.operator.website)
    origin = f"{parts.scheme}://{parts.netloc}".lower()
    return (origin,) if is_origin(origin) else ()


class HeadersMiddleware:
    """Sets the security headers on every answer, to a websocket's request too."""

    def __init__(self, app: ASGIApp, framing: tuple[str, ...] | None = ()) -> None:
        """``framing`` are the origins that may frame our pages; None for the town's website."""
        self.app = app
        self._framing = framing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to its answer.

        Starlette's answer to an error would come from outside of every middleware, without them.
        """
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                framing = town_origin() if self._framing is None else self._framing
                ancestors = " ".join(("'self'", *framing))
                told = headers.get(POLICY, _PLAIN_POLICY)
                headers[POLICY] = f"{told}; frame-ancestors {ancestors}"
                if not framing:
                    headers["X-Frame-Options"] = "SAMEORIGIN"
                if message["status"] >= HTTPStatus.BAD_REQUEST:
                    headers["Cache-Control"] = _NEVER_KEPT
                headers.setdefault("Cache-Control", _NEVER_KEPT)
            started = True
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception:
            if not started and scope["type"] == "http":
                failed = PlainTextResponse("Internal Server Error", status_code=500)
                await failed(scope, receive, send_with_headers)
            raise
