"""The server: Streamlit's application with our routes, middleware and start-up."""

from __future__ import annotations

import datetime
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

import streamlit as st
from starlette.middleware import Middleware

from partner_map import overview
from partner_map.i18n.translator import translator_for
from partner_map.model import LANGUAGES
from partner_map.runtime import memory, store
from partner_map.runtime.watch import watching
from partner_map.server import data
from partner_map.server.build import build
from partner_map.server.frame import FrameMiddleware
from partner_map.server.headers import HeadersMiddleware
from partner_map.server.page import PageMiddleware, rewrite_page
from partner_map.server.routes import routes
from partner_map.settings import PACKAGE_FOLDER

_HEAVY = ("partner_map.mapview", "partner_map.exchanges.files", "folium.plugins", "altair")
"""What pages import, but for streamlit_folium, which only a page's script may import."""


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Load what is heavy before the first visitor comes; Streamlit's runtime stands by now."""
    for module in _HEAVY:
        import_module(module)
    build()
    dataset = store.current().dataset
    if dataset is not None:
        overview.prepare(dataset, datetime.date.today())
    data.prepare()
    for language in LANGUAGES:
        translator_for(language).day(datetime.date.today())
        rewrite_page("<head></head>", language)
    memory.collect_and_freeze()
    with watching():
        yield


def show_error(_: Exception) -> bool:
    """Show a visitor a plain sentence where a page fails; the console has the traceback."""
    from partner_map.ui import session  # noqa: PLC0415  # ui may load when a session runs

    translator = translator_for(session.language())
    st.error(translator.gettext("Something went wrong on this page. Please reload it."))
    return True


app = st.App(
    PACKAGE_FOLDER / "ui" / "shell.py",
    routes=routes(str(st.get_option("server.baseUrlPath") or "")),
    middleware=[
        Middleware(HeadersMiddleware),
        Middleware(PageMiddleware),
        Middleware(FrameMiddleware),
    ],
    lifespan=lifespan,
    on_script_error=show_error,
)
