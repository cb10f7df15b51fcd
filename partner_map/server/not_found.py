"""The answer for a path that is none of ours, where Streamlit would send its index page."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from partner_map.permalink import PAGE_PATHS
from partner_map.server import plain, streamlit_host
from partner_map.server.page import query_of, root_path


class NotFoundMiddleware:
    """Answers 404 with a small page that leads home."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self.app = app
        self._root = root_path(base)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer where nothing of ours or of Streamlit's is asked for, and pass on what else is."""
        asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        if not asked or self._is_page(scope) or not streamlit_host.is_unknown(scope, self._root):
            await self.app(scope, receive, send)
            return
        await plain.not_found(self._root, query_of(scope))(scope, receive, send)

    def _is_page(self, scope: Scope) -> bool:
        """Whether a page is asked for, be it with a slash more or less than it has."""
        path = str(scope["path"]).rstrip("/")
        return any(path == f"{self._root}{name}".rstrip("/") for name in PAGE_PATHS)
