"""Streamlit's index page in the visitor's language, with our style and our scripts."""

from __future__ import annotations

import html
from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from partner_map.assets import folder, palette_style
from partner_map.i18n.translator import Translator, translator_for
from partner_map.model import LANGUAGES, Mode
from partner_map.permalink import MAP_PATH, PAGE_PATHS, home_query, language_of, mode_of
from partner_map.server.addresses import MANIFEST
from partner_map.server.encodings import coding_for, encode
from partner_map.server.first_view import NO_FIRST_VIEW, FirstView, first_view_of
from partner_map.server.frame import frame_urls
from partner_map.server.headers import POLICY, page_policy
from partner_map.server.icon import ICON, TOUCH_ICON
from partner_map.server.kiosk import kiosk_head
from partner_map.server.page_words import text_version, words_element
from partner_map.server.preview import NO_PREVIEW, Preview, preview_of
from partner_map.server.queries import query_of
from partner_map.server.streamlit_host import (
    ICON_FONT_WHEN_NEEDED,
    ROOT_OF_PAGES,
    IndexParts,
    element_modules,
    first_files,
    rewrite_index,
)


class PageMiddleware:
    """Gives Streamlit's index page the visitor's language, our style and our script."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self.app = app
        self._root = root_path(base)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Rewrite the answer when it is the page itself."""
        if not _asks_for_page(scope, self._root):
            await self.app(scope, receive, send)
            return
        started: Message = {}
        body = bytearray()

        async def send_rewritten(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.update(message)
                return
            body.extend(message.get("body", b""))
            if message.get("more_body"):
                return
            index = await run_in_threadpool(_rewritten, body, scope, self._root) if body else ""
            page = index.encode()
            headers = MutableHeaders(raw=list(started["headers"]))
            if body:
                headers[POLICY] = page_policy(index)
                coding = coding_for(Headers(scope=scope).get("Accept-Encoding", ""))
                if coding:
                    page = _encoded(page, coding)
                    headers["Content-Encoding"] = coding
                headers["Content-Length"] = str(len(page))
                headers.add_vary_header("Accept-Encoding")
            for name in ("ETag", "Last-Modified"):
                if name in headers:
                    del headers[name]
            headers["Cache-Control"] = "no-cache"
            await send({**started, "headers": headers.raw})
            sent = b"" if scope["method"] == "HEAD" else page
            await send({"type": "http.response.body", "body": sent})

        await self.app(_as_plain_get(scope), receive, send_rewritten)


def _rewritten(body: bytes | bytearray, scope: Scope, root: str) -> str:
    query = query_of(scope)
    preview = preview_of(scope, root, query)
    path = page_path(scope, root) or MAP_PATH
    first = first_view_of(path, query)
    return rewrite_page(body.decode(), language_of(query), mode_of(query), path, preview, first)


@lru_cache(maxsize=8 * len(LANGUAGES))
def _encoded(page: bytes, coding: str) -> bytes:
    return encode(page, coding)


def rewrite_page(
    page: str,
    language: str,
    mode: Mode = Mode.BROWSER,
    path: str = MAP_PATH,
    preview: Preview = NO_PREVIEW,
    first: FirstView = NO_FIRST_VIEW,
) -> str:
    """Streamlit's index page in a language and a mode, with our style and script.

    The path is that of a page of ours, below the server's root.

    Where there is a first view, it is what browsers without scripts show too.
    """
    translator = translator_for(language)
    added = kiosk_head() if mode is Mode.KIOSK else ""
    parts = IndexParts(
        attributes=f'lang="{language}"' + (f' data-mode="{mode.value}"' if mode else ""),
        title=translator.gettext("Partner cities on the map"),
        icon=ICON,
        head=(preview.head or _description(translator)) + _head(language, mode, path) + added,
        no_script=_no_script(translator) + ("" if first.body else preview.picture),
        ahead=_styles_ahead() + first.ahead,
        before=first.body,
        loader=_loader() if first.body else "",
    )
    return rewrite_index(page, parts)


def _description(translator: Translator) -> str:
    """What a link's preview and a search engine show beside the title."""
    words = translator.gettext("A town's partner cities on a map, a timeline and in words")
    return f'<meta name="description" content="{html.escape(words)}">'


def _head(language: str, mode: Mode, path: str) -> str:
    """Our style and script, and what the map's frame will ask for, to come meanwhile."""
    own = folder("page")
    style = f'<link rel="stylesheet" href="./{_style_url()}">'
    script = f'<script type="module" src="./{own.url("page.js")}"></script>'
    elements = "".join(
        f'<link rel="modulepreload" crossorigin href="./{url}">' for url in element_modules(path)
    )
    ahead = "".join(
        f'<link rel="prefetch" href="./{html.escape(url)}">' for url in frame_urls(language)
    )
    return (
        f'<link rel="apple-touch-icon" href="./{TOUCH_ICON}">'
        f'<link rel="manifest" href="./{html.escape(MANIFEST + home_query({"lang": [language]}))}">'
        f"{ROOT_OF_PAGES}{ICON_FONT_WHEN_NEEDED}<style>{palette_style()}</style>{style}"
        f"{words_element(language, mode)}"
        f"{script}{elements}{ahead}"
    )


def _loader() -> str:
    """What loads the live page's scripts after the first view's picture."""
    return f"<script>{folder('page').files['load-live-page.js'].decode()}</script>"


def _styles_ahead() -> str:
    """What has a browser ask for the styles, which it paints nothing without, before all else."""
    streamlits = "".join(
        f'<link rel="preload" as="style" crossorigin href="./{file}">'
        for file in first_files()
        if file.endswith(".css")
    )
    return f'<link rel="preload" as="style" href="./{_style_url()}">{streamlits}'


def _style_url() -> str:
    return folder("page").url("page.css")


def _no_script(translator: Translator) -> str:
    """What a browser without scripts shows: that it needs them here, and what it can read."""
    words = html.escape(translator.gettext("This page needs JavaScript."))
    link = html.escape(translator.gettext("Read the text version."))
    return f'<p>{words} <a href="./{text_version(translator.language)}">{link}</a></p>'


def root_path(base: str) -> str:
    """The path of the server's root, with a slash at its end, under a base path."""
    return f"/{base.strip('/')}/".replace("//", "/")


def page_path(scope: Scope, root: str) -> str | None:
    """The path of the page that is asked for, below the server's root; None for no page."""
    path = str(scope["path"])
    name = path.removeprefix(root)
    return name if path.startswith(root) and name in PAGE_PATHS else None


def _asks_for_page(scope: Scope, root: str) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] in ("GET", "HEAD")
        and page_path(scope, root) is not None
    )


def _as_plain_get(scope: Scope) -> Scope:
    """The request without what would make its answer packed, partial or empty."""
    unwanted = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
    return {
        **scope,
        "method": "GET",
        "headers": [pair for pair in scope["headers"] if pair[0] not in unwanted],
    }
