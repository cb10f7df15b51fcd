"""The first view of the map's index page, and its pictures, drawn before anybody asks for them."""

from __future__ import annotations

import asyncio
import datetime
import html
import logging
import time
from dataclasses import dataclass
from functools import partial
from typing import Final

from partner_map import clock
from partner_map.errors import PartnerMapError
from partner_map.log import event
from partner_map.model import LANGUAGES, Dataset, Filters, Mode, View, kept_with_dataset
from partner_map.permalink import MAP_PATH, Query, read_view
from partner_map.plain.first_view import Picture, first_view
from partner_map.runtime import store
from partner_map.server.one_at_a_time import BusyError
from partner_map.server.pictures import (
    BARE_PATH,
    BARE_SIZES,
    SIZES,
    WORKER,
    body_of,
    checked_view,
    picture_url,
)
from partner_map.server.streamlit_host import text_font

_LOG = logging.getLogger(__name__)
_START_SECONDS: Final = 5.0
"""The time after the start in which the first visitors have the machine to themselves."""
_LOOK_SECONDS: Final = 0.5
_REST: Final = 2.0
"""How much longer than a picture took the worker rests, so that visitors come first."""
_MOST_KEPT: Final = 64
"""First views of a Dataset, of some 10 kB each."""
_asked_for = {LANGUAGES[0]}
"""The languages whose pictures are drawn ahead."""


@dataclass(frozen=True, slots=True)
class FirstView:
    """Parts of an index page."""

    ahead: str
    """Of its head: what has its browser ask for the picture before all else."""
    body: str
    """Before the page itself."""


NO_FIRST_VIEW: Final = FirstView("", "")


def first_view_of(path: str, query: Query) -> FirstView:
    """The first view of the page at a path that is asked for; only a visitor's map has one.

    A hall's screen has a veil of its own. Nothing here waits for a picture.
    """
    dataset = store.current().dataset
    if dataset is None or path != MAP_PATH:
        return NO_FIRST_VIEW
    today = clock.today(dataset.town)
    view = read_view(query, dataset, today.year)
    if view.mode is Mode.KIOSK:
        return NO_FIRST_VIEW
    _asked_for.add(view.language)
    filters = Filters(types=view.filters.types, countries=view.filters.countries)
    shown = View(view.year, view.city, filters, view.language)
    return _first_view(dataset, shown, today)


@kept_with_dataset(max_results=_MOST_KEPT)
def _first_view(dataset: Dataset, view: View, today: datetime.date) -> FirstView:
    urls = [picture_url(BARE_PATH, view, today.year, size) for size in SIZES[BARE_PATH]]
    on_desk, on_dense_screen, on_phone = urls
    desk, _, phone = BARE_SIZES
    wide = Picture(on_desk, on_dense_screen, desk.width, desk.height)
    narrow = Picture(on_phone, "", phone.width, phone.height)
    ahead = "".join(
        f'<link rel="preload" as="image" type="image/webp" fetchpriority="high"'
        f' media="{media}" imagesrcset="{html.escape(picture.source_set)}">'
        for media, picture in (("(max-width: 40rem)", narrow), ("(min-width: 40.01rem)", wide))
    )
    return FirstView(ahead + _font_face(), first_view(dataset, view, today, wide, narrow))


def _font_face() -> str:
    """The pages' font under a name of its own: what comes late moves no word of the first view."""
    url = text_font().url
    if not url:
        return ""
    return (
        '<style>@font-face{font-family:"First view";font-weight:200 900;font-display:optional;'
        f'src:url("./{url}") format("woff2")}}</style>'
    )


async def keep_pictures_drawn() -> None:
    """Draw the pictures of the present year after each save and at midnight, until cancelled.

    In the first language, and in those that somebody has asked for since the start; one at a time
    with rests between: who asks for another picture meanwhile waits for one of these at most.
    """
    drawn, day = None, None
    await asyncio.sleep(_START_SECONDS)
    while True:
        dataset = store.current().dataset
        today = None if dataset is None else clock.today(dataset.town)
        if dataset is not None and today is not None and (dataset is not drawn or today != day):
            drawn, day = dataset, today
            await _draw_all(dataset, today)
        await asyncio.sleep(_LOOK_SECONDS)


async def _draw_all(dataset: Dataset, today: datetime.date) -> None:
    for language in [code for code in LANGUAGES if code in _asked_for]:
        for size in SIZES[BARE_PATH]:
            if store.current().dataset is not dataset:
                return
            began = time.monotonic()
            try:
                await WORKER.run(partial(draw_ahead, dataset, today, size, language))
            except BusyError:
                pass  # who asks for it has it drawn
            except (PartnerMapError, OSError) as error:
                _LOG.warning(
                    "The first view has no picture: %s", error, extra=event("picture-not-drawn")
                )
                return
            await asyncio.sleep(_REST * (time.monotonic() - began))


def draw_ahead(dataset: Dataset, today: datetime.date, size: str, language: str) -> None:
    """Draw the picture of the present year of a size of ``SIZES``, as it will be sent."""
    view = checked_view(dataset, BARE_PATH, {"lang": [language]}, today)
    body_of(dataset, BARE_PATH, view, today, size).prepare()
