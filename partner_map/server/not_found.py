"""The answer for a path that is none of ours, where Streamlit would send its index page."""

from __future__ import annotations

import html
from string import Template

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from partner_map.assets import OWN_ASSETS, PLACE_OF_PALETTE, palette_style
from partner_map.i18n.translator import translator_for
from partner_map.permalink import PAGE_PATHS, Query, home_query, language_of
from partner_map.server import streamlit_host
from partner_map.server.icon import ICON
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
        if not asked or self._is_page(scope) or not streamlit_host.is_unknown(scope, self._root):
            await self.app(scope, receive, send)
            return
        page = not_found_page(self._root, query_of(scope))
        response = HTMLResponse(page, status_code=404, headers={"Cache-Control": "no-store"})
        await response(scope, receive, send)

    def _is_page(self, scope: Scope) -> bool:
        """Whether a page is asked for, be it with a slash more or less than it has."""
        path = str(scope["path"]).rstrip("/")
        return any(path == f"{self._root}{name}".rstrip("/") for name in PAGE_PATHS)


def not_found_page(root: str, query: Query) -> str:
    """The page for a path that is none of ours, in the visitor's language."""
    language = language_of(query)
    translator = translator_for(language)
    page = (OWN_ASSETS["page"] / "not-found.html").read_text(encoding="utf-8")
    words = {
        "language": language,
        "title": translator.gettext("Partner cities on the map"),
        "icon": f"{root}{ICON}",
        "words": translator.gettext("There is no page at this address."),
        "home": f"{root}{home_query(query)}",
        "link": translator.gettext("To the map of the partner cities"),
    }
    escaped = {name: html.escape(text) for name, text in words.items()}
    return Template(page.replace(PLACE_OF_PALETTE, palette_style())).substitute(escaped)
