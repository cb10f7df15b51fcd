"""What the server does before the first visitor comes, and while it runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Final

from partner_map import clock, overview
from partner_map.i18n.translator import translator_for
from partner_map.mapview import streamlit_folium_host
from partner_map.model import LANGUAGES
from partner_map.runtime import memory, store
from partner_map.runtime.watch import watching
from partner_map.server import compression, data, frame, routes, streamlit_host
from partner_map.server.build import build
from partner_map.server.clock_words import clock_words
from partner_map.server.page import rewrite_page

_LOG = logging.getLogger(__name__)
_HEAVY: Final = ("partner_map.mapview", "partner_map.exchanges.files", "folium.plugins", "altair")
"""What pages import, but for streamlit_folium, which only a page's script may import."""


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """Load what is heavy, say what the hosts have lost, and follow the tables meanwhile.

    Streamlit's runtime stands by now.
    """
    for module in _HEAVY:
        import_module(module)
    build()
    for sentence in (*streamlit_host.lost(), *streamlit_folium_host.lost()):
        _LOG.warning("%s", sentence)
    if clock.behind() is not None:
        _LOG.warning("%s", clock_words(clock.behind()))
    dataset = store.current().dataset
    if dataset is not None:
        overview.prepare(dataset, clock.today(dataset.town))
    data.prepare()
    for language in LANGUAGES:
        translator_for(language).day(clock.now().date())
        rewrite_page(streamlit_host.index_page(), language)
    memory.collect_and_freeze()
    compressing = asyncio.create_task(asyncio.to_thread(_compress))
    with watching():
        yield
    await compressing


def _compress() -> None:
    """Compress what every visitor's browser asks for, the first needed first."""
    compression.prepare()
    for body in (*frame.frame_scripts().values(), *routes.all_asset_bodies()):
        body.prepare()
