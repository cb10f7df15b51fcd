"""What the server does before the first visitor comes, and while it runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from typing import Final

from partner_map import clock, overview, settings
from partner_map.build import build
from partner_map.i18n.translator import translator_for
from partner_map.log import event
from partner_map.mapview import streamlit_folium_host
from partner_map.model import LANGUAGES
from partner_map.runtime import memory, store
from partner_map.runtime.status import reporting
from partner_map.runtime.watch import watching
from partner_map.server import (
    compression,
    data,
    first_view,
    frame,
    routes,
    streamlit_host,
    streamlit_log,
)
from partner_map.server.clock_words import clock_words
from partner_map.server.page import rewrite_page

_LOG = logging.getLogger(__name__)
_HEAVY: Final = ("partner_map.mapview", "partner_map.exchanges.files", "folium.plugins", "altair")
"""What pages import, but for streamlit_folium, which only a page's script may import."""


@asynccontextmanager
async def lifespan(url: str, _: object) -> AsyncIterator[None]:
    """Load what is heavy, say what the hosts have lost, and follow the tables meanwhile.

    Streamlit's runtime stands by now. ``url`` is where the server serves, for its log.

    Raises ValueError where the operator has set a URL that is none.
    """
    for setting in (settings.site_url, settings.live_url):
        setting()
    for module in _HEAVY:
        import_module(module)
    build()
    for sentence in (*streamlit_host.lost(), *streamlit_log.lost(), *streamlit_folium_host.lost()):
        _LOG.warning("%s", sentence, extra=event("host-changed"))
    if clock.behind() is not None:
        _LOG.warning("%s", clock_words(clock.behind()), extra=event("clock-behind"))
    dataset = store.current().dataset
    if dataset is not None:
        overview.prepare(dataset, clock.today(dataset.town))
    data.prepare()
    for language in LANGUAGES:
        translator_for(language).day(clock.now().date())
        rewrite_page(streamlit_host.index_page(), language)
    memory.collect_and_freeze()
    compressing = asyncio.create_task(asyncio.to_thread(_compress))
    drawing = asyncio.create_task(first_view.keep_pictures_drawn())
    with watching() as publisher, reporting(url, publisher):
        _LOG.info("Serving at this URL: %s", url, extra=event("server-started"))
        yield
    drawing.cancel()
    with suppress(asyncio.CancelledError):
        await drawing
    _LOG.info("The server ends.", extra=event("server-ended"))
    await compressing


def served_url(address: object, port: object, base: str) -> str:
    """Where a browser of this machine finds the server; without an address it listens on all."""
    host = "localhost" if address in (None, "", "0.0.0.0", "::") else str(address)  # noqa: S104
    path = f"/{base.strip('/')}" if base.strip("/") else ""
    return f"http://{f'[{host}]' if ':' in host else host}:{port}{path}"


def _compress() -> None:
    """Compress what every visitor's browser asks for, the first needed first."""
    compression.prepare()
    for body in (*frame.frame_scripts().values(), *routes.all_asset_bodies()):
        body.prepare()
