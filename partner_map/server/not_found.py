"""The answer for a path that is none of ours, where Streamlit would send its index page.

A page of ours that is asked for with slashes at its end leads to the page.
"""

from __future__ import annotations

from starlette.datastructures import URL
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from partner_map.permalink import PAGE_PATHS, PLAIN_PATHS
from partner_map.server import plain, streamlit_host
from partner_map.server.page import root_path
from partner_map.server.queries import query_of


class NotFoundMiddleware:
    """Answers 404 with a small page that leads home."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self.app = app
        self._root = root_path(base)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer where nothing of ours or of Streamlit's is asked for, and pass on what else is."""
        asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        page = self._page_before_slashes(scope) if asked else None
        if page is not None:
            url = URL(scope=scope).replace(scheme="", netloc="", path=page)
            await RedirectResponse(url, status_code=308)(scope, receive, send)
            return
        if not asked or self._is_page(scope) or not streamlit_host.is_unknown(scope, self._root):
            await self.app(scope, receive, send)
            return
        await plain.not_found(self._root, query_of(scope))(scope, receive, send)

    def _page_before_slashes(self, scope: Scope) -> str | None:
        """The path of the page that is asked for with slashes at its end; None for any other."""
        path = str(scope["path"])
        name = path.removeprefix(self._root).rstrip("/")
        named = f"{self._root}{name}"
        is_page = name != "" and name in (*PAGE_PATHS, *PLAIN_PATHS)
        return named if is_page and path.startswith(f"{named}/") else None

    def _is_page(self, scope: Scope) -> bool:
        """Whether a page is asked for, the root's with or without its slash."""
        path = str(scope["path"]).rstrip("/")
        return any(path == f"{self._root}{name}".rstrip("/") for name in PAGE_PATHS)
