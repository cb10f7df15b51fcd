"""The one place that knows the inside of Streamlit.

What is relied on, and where to look when an upgrade breaks it
(tests/server/test_streamlit_host.py names what broke):

- index page: ``static/index.html`` states a language, a title, an icon as its first link, the ends
  of its head and body, words for browsers without scripts, the element into which the page is drawn
  and where its interface for agents is, which we refuse, and each can be replaced; its scripts are
  modules without text of their own, which do as well when they are loaded later
  (streamlit/static/index.html).
- unknown paths: what no route answers comes to the mount named ``static-assets``, which answers
  with that page where it has no such file
  (streamlit/web/server/starlette/starlette_static_routes.py).
- addresses: what of them our pages use stands in ``_ADMITTED``; every other is refused
  (streamlit/web/server/starlette/starlette_app.py, ``create_streamlit_routes``).
- messages: what a page sends is a ``BackMsg``, of the kinds that streamlit_messages.py names
  (streamlit/proto/BackMsg_pb2.pyi); uvicorn's connection, to which the ``receive`` of a websocket
  belongs, has the largest size of a message in ``conn.max_message_size``, and in
  ``config.ws_max_size`` for those that follow, set by Streamlit to ``server.maxMessageSize``
  (uvicorn/protocols/websockets/websockets_sansio_impl.py).
- font: the upright text font lies in ``static/static/media`` (the same folder).
- chunks: the module of each kind of element is ``static/static/js/<Kind>.<hash>.js`` and imports
  others from ``./`` (the same folder).
- static files: scripts and styles lie in ``static/static``, each with a hash of its contents in
  its name, and are sent uncompressed (streamlit/web/server/starlette/starlette_gzip_middleware.py).
- server's root: without ``BACKEND_BASE_URL`` in ``window.__streamlit`` its script first asks for
  ``_stcore/health`` and ``_stcore/host-config`` below the page's own path, in vain (the same
  folder).
- icon font: its script begins with ``document.fonts.load`` of "Material Symbols Rounded" (375 kB),
  be there an icon or not; page.css draws the chevrons that our pages have (the same folder).
- fixed words: what Streamlit says by itself is English and in these words (the same folder).
- garbage: the hidden option ``runner.postScriptGC`` in .streamlit/config.toml switches off the
  full collection after each run, which runtime/memory.py stands in for
  (streamlit/runtime/scriptrunner/script_runner.py).
- messages: the hidden options ``global.minCachedMessageSize`` and ``global.maxCachedMessageAge`` in
  .streamlit/config.toml have an element that is the same again sent as a reference, so that the
  timeline's chart travels once (streamlit/runtime/forward_msg_cache.py). A page forgets what was
  not shown for so many runs; one that has just forgotten what it is referred to stands still, so
  that the age is one that no visit comes to.
- slider: what timeline.css styles is a track that is the only child of an element of role "group",
  in it first a line, then the thumb about the input (streamlit/static/static/js/Slider.*.js).
- log: each of its loggers gets a handler of its own from ``setup_formatter`` of its module, which
  ``get_logger`` and ``update_formatter`` call by that name; streamlit_log.py has it pass the lines
  on instead. The hidden option ``logger.hideWelcomeMessage`` in .streamlit/config.toml leaves out
  its greeting, for which it asks a host outside for the machine's address (streamlit/logger.py,
  streamlit/web/bootstrap.py).
- pagers: the option ``global.disableWidgetStateDuplicationWarning`` in .streamlit/config.toml
  allows a widget both a default and a value of the session (streamlit/config.py).

Nothing that is missing here stops the start: the page stands without it, and ``lost`` says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Final

from starlette.routing import BaseRoute, Match, Mount, Route, WebSocketRoute
from starlette.types import Receive, Scope

from partner_map.assets import Font, package_folder
from partner_map.i18n.translator import Translator
from partner_map.permalink import DATA_PATH, EXCHANGES_PATH, MAP_PATH, PAGE_PATHS

ICON_FONT_WHEN_NEEDED: Final = (
    "<script>{const load = document.fonts.load.bind(document.fonts);"
    "document.fonts.load = (font, text) => font.includes('Material Symbols')"
    " ? Promise.resolve([]) : load(font, text);}</script>"
)
"""What keeps its script from loading the icon font ahead; an icon on a page still loads it."""
ROOT_OF_PAGES: Final = (
    '<script>window.__streamlit = {BACKEND_BASE_URL: new URL("./", location.href).href};</script>'
)
"""What tells its script where the server's root is: a page is one step below it at most."""
LATER: Final = "live-page"
"""The id of the template that holds what is loaded later."""
_INDEX: Final = "index.html"
_FONT: Final = "static/media/SourceSansVF-Upright*.woff2"
_CHUNKS: Final = "static/js"
_ELEMENTS: Final = (
    "BidiComponent",
    "ComponentInstance",
    "PageLink",
    "Button",
    "Slider",
    "ButtonGroup",
)
"""The kinds of elements on the map's page that have a module of their own."""
_MORE_ELEMENTS: Final = {
    EXCHANGES_PATH: ("TextInput", "Pagination"),
    DATA_PATH: ("Table", "Pagination", "DownloadButton", "LinkButton"),
}
"""By the path of a page, those that it has beside them where it is looked at first."""
_MINIFIED_IMPORT: Final = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
_STATIC_TEXT: Final = re.compile(r"static/(?:js|css|media)/[\w.-]+\.(?:js|css|svg)")
"""Scripts, styles and drawings, relative to the server's root."""
_LANGUAGE: Final = re.compile(r'<html lang="[^"]*"')
_TITLE: Final = re.compile(r"<title>[^<]*</title>")
_HEAD_END: Final = re.compile(r"</head>")
_ROOT: Final = re.compile(r'<div id="root">')
_FIRST_LINK: Final = re.compile(r'<link (?=rel="shortcut icon")')
_ICON: Final = re.compile(r'href="\./favicon\.png"')
_AGENTS: Final = re.compile(r'<link rel="service-desc"[^>]*>')
_BODY_END: Final = re.compile(r"</body>")
_MODULE: Final = re.compile(r'<script type="module"[^>]*></script>')
_LOADED: Final = re.compile(rf'{_MODULE.pattern}|<link rel="(?:modulepreload|prefetch)"[^>]*>')
"""What has a browser load scripts and what they will ask for."""
_NO_SCRIPT: Final = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_STATIC_MOUNT: Final = "static-assets"
_ADMITTED: Final = frozenset(
    {
        "_stcore/health",
        "_stcore/host-config",
        "_stcore/stream",
        "_stcore/bidi-components/{path:path}",
        "component/{path:path}",
        "media/{file_id:path}",
    }
)
"""The addresses of Streamlit that our pages use, relative to the server's root: its start, the
websocket, the components, and in ``media`` the downloads and the QR code on paper."""
_MARKS: Final = {
    "language": _LANGUAGE,
    "title": _TITLE,
    "icon as its first link": _FIRST_LINK,
    "end of its head": _HEAD_END,
    "end of its body": _BODY_END,
    "script that is a module": _MODULE,
    "element of the page": _ROOT,
    "icon": _ICON,
    "words for browsers without scripts": _NO_SCRIPT,
    "pointer to its interface for agents": _AGENTS,
}
"""What is replaced in the index page, by what it is there."""


@dataclass(frozen=True, slots=True)
class IndexParts:
    """What the index page is given in the place of Streamlit's own, or beside it: HTML."""

    attributes: str
    """Of its root."""
    title: str
    icon: str
    """Its URL, relative to the server's root."""
    head: str
    """What its head ends with."""
    no_script: str
    """For browsers without scripts."""
    ahead: str = ""
    """Of its head, before all that it has loaded."""
    before: str = ""
    """Before the page itself."""
    loader: str = ""
    """What loads the scripts of the page from the template ``LATER``; empty where they are to be
    loaded at once."""


def rewrite_index(page: str, parts: IndexParts) -> str:
    """The index page with its parts; what it has no place for is left out.

    Where there is a loader, its scripts lie in a template before it.
    """
    for pattern, text in (
        (_LANGUAGE, f"<html {parts.attributes}"),
        (_TITLE, f"<title>{parts.title}</title>"),
        (_FIRST_LINK, f"{parts.ahead}<link "),
        (_HEAD_END, f"{parts.head}</head>"),
        (_ROOT, f'{parts.before}<div id="root">'),
        (_ICON, f'href="./{parts.icon}"'),
        (_NO_SCRIPT, f"<noscript>{parts.no_script}</noscript>"),
        (_AGENTS, ""),
    ):
        page = pattern.sub(lambda _, text=text: text, page, count=1)  # type: ignore[misc]
    return _loaded_later(page, parts.loader) if parts.loader else page


def _loaded_later(page: str, loader: str) -> str:
    """The page, whose scripts a loader takes from the template at its end."""
    if not _BODY_END.search(page):
        return page
    template = f'<template id="{LATER}">{"".join(_LOADED.findall(page))}</template>'
    return _BODY_END.sub(lambda _: f"{template}{loader}</body>", _LOADED.sub("", page), count=1)


def index_page() -> str:
    """Streamlit's index page as it is installed; empty where there is none."""
    try:
        return (_static_folder() / _INDEX).read_text(encoding="utf-8")
    except OSError:
        return ""


def fixed_words(translator: Translator) -> list[str]:
    """What Streamlit itself says in English, in the same order in every language."""
    return [
        translator.gettext("Skip to main content"),
        translator.gettext("Previous page"),
        translator.gettext("Next page"),
        translator.gettext("Pagination"),
        translator.gettext("Page"),
        translator.gettext("Close"),
    ]


@lru_cache(maxsize=1)
def text_font() -> Font:
    """Streamlit's upright text font; an empty one where it is missing."""
    root = _static_folder()
    file = next(root.glob(_FONT), None)
    return Font("" if file is None else file.relative_to(root).as_posix(), file)


@lru_cache(maxsize=len(PAGE_PATHS))
def element_modules(path: str = MAP_PATH) -> tuple[str, ...]:
    """The URLs of Streamlit's modules for the elements of a page of ours, with what they import.

    Relative to the server's root. Streamlit asks for each when its element has come, and for
    its imports one after another. Those that the index page names are left out, and what its
    next version names otherwise is left for it to ask.
    """
    folder = _static_folder() / _CHUNKS
    kinds = (*_ELEMENTS, *_MORE_ELEMENTS.get(path, ()))
    waiting = [module.name for kind in kinds for module in folder.glob(f"{kind}.*.js")]
    found: dict[str, None] = {}
    while waiting:
        name = waiting.pop(0)
        if name in found or not (folder / name).is_file():
            continue
        found[name] = None
        waiting += _MINIFIED_IMPORT.findall((folder / name).read_text(encoding="utf-8"))
    page = index_page()
    return tuple(f"{_CHUNKS}/{name}" for name in found if name not in page)


def static_text(name: str) -> Path | None:
    """The file of a script, style or drawing of Streamlit's; None where it is none.

    ``name`` is relative to the server's root.
    """
    if not _STATIC_TEXT.fullmatch(name):
        return None
    path = _static_folder() / name
    return path if path.is_file() else None


@lru_cache(maxsize=1)
def first_files() -> tuple[str, ...]:
    """The scripts and styles of our pages, relative to the server's root, the first first."""
    named = (found[0] for found in _STATIC_TEXT.finditer(index_page()))
    modules = (module for path in PAGE_PATHS for module in element_modules(path))
    return tuple(dict.fromkeys((*named, *modules)))


def is_admitted(scope: Scope, root: str, own: Collection[str]) -> bool:
    """Whether our pages use what is asked for; what no route answers is left to be told so.

    ``root`` is the server's root, with a slash at its end, and ``own`` are the paths of our
    routes. An address that an upgrade of Streamlit brings is refused until it is judged here.
    """
    routes: Sequence[BaseRoute] = scope["app"].routes
    route = next((one for one in routes if one.matches(scope)[0] is not Match.NONE), None)
    if isinstance(route, Route | WebSocketRoute):
        return route.path in own or route.path.removeprefix(root) in _ADMITTED
    return scope["type"] == "http" and (
        route is None or (isinstance(route, Mount) and route.name == _STATIC_MOUNT)
    )


def limit_messages(receive: Receive, size: int) -> None:
    """Have the server end a connection whose message is larger, before it has come.

    ``receive`` is the websocket's as the server gives it, ``size`` is in bytes. Where the server
    is another one, nothing is limited here.
    """
    connection = getattr(receive, "__self__", None)
    for place, name in (("conn", "max_message_size"), ("config", "ws_max_size")):
        limited = getattr(connection, place, None)
        if hasattr(limited, name):
            setattr(limited, name, size)


def is_unknown(scope: Scope, root: str) -> bool:
    """Whether Streamlit would answer a GET of a path with its index page, or with none of its own.

    ``root`` is the server's root, with a slash at its end.
    """
    routes: Sequence[BaseRoute] = scope["app"].routes
    route = next((one for one in routes if one.matches(scope)[0] is Match.FULL), None)
    if isinstance(route, Mount) and route.name == _STATIC_MOUNT:
        name = str(scope["path"]).removeprefix(root)
        return name == _INDEX or not _is_file(_static_folder() / name)
    return route is None and not any(one.matches(scope)[0] is Match.PARTIAL for one in routes)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long
        return False


def lost() -> list[str]:
    """A sentence for each thing that the installed version no longer has for us."""
    root = _static_folder()
    page = index_page()
    sentences = [
        f"Streamlit: the index page has no {name}; look at {root / _INDEX}"
        for name, pattern in _MARKS.items()
        if not pattern.search(page)
    ]
    if text_font().file is None:
        sentences.append(f"Streamlit: there is no upright text font {_FONT}; look at {root}")
    sentences += [
        f"Streamlit: the element {kind} has no module; look at {root / _CHUNKS}"
        for kind in dict.fromkeys((*_ELEMENTS, *chain(*_MORE_ELEMENTS.values())))
        if not any((root / _CHUNKS).glob(f"{kind}.*.js"))
    ]
    return sentences


def _static_folder() -> Path:
    return package_folder("streamlit") / "static"
