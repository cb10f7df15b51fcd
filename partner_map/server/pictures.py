"""The pictures of the map by HTTP: a link's preview, what pages without scripts show, the poster.

A stranger can ask for no other sizes than those on the list, and for one picture at a time.
"""

from __future__ import annotations

import datetime
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from partner_map import clock
from partner_map.model import NO_FILTERS, Dataset, Filters, View, kept_with_dataset
from partner_map.permalink import Query, read_view, write_view
from partner_map.picture.errors import FontError
from partner_map.picture.sizes import Size
from partner_map.runtime import store
from partner_map.server.bodies import Body
from partner_map.server.cache_rules import ASKED_AGAIN, NEVER_KEPT
from partner_map.server.one_at_a_time import BusyError, OneAtATime
from partner_map.server.queries import query_of
from partner_map.server.streamlit_host import text_font

PREVIEW_SIZE: Final = (1200, 630)
"""Pixels of a link's preview: 1.91 to 1, as the Open Graph's readers crop it."""
PAGE_SIZE, PHONE_SIZE = "800x560", "390x400"
"""What stands on a page, and on one that is narrow."""
BARE_PATH: Final = "map.webp"
"""The map alone, as the index page shows it until the live one is drawn."""
BARE_SIZES: Final = (Size(882, 562), Size(882, 562, zoom=2), Size(390, 378, zoom=2))
"""The live map within its border in a window of 1400 x 900 pixels, the same on a dense screen, and
in a phone's window of 390 x 844, whose screen is dense.
"""
SIZES: Final = {
    "picture.png": ("1200x630", PAGE_SIZE, PHONE_SIZE),
    "picture.svg": (PAGE_SIZE, PHONE_SIZE, "1200x630"),
    BARE_PATH: tuple("{}x{}".format(*size.pixels) for size in BARE_SIZES),
    "poster.pdf": ("A3", "A4", "A2", "A1", "A0"),
}
"""The sizes that may be asked for, the one without asking first, by the path below the root."""
_MEDIA_TYPES: Final = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "pdf": "application/pdf",
}
_PARAMETERS: Final = ("year", "city", "lang")
_BARE_PARAMETERS: Final = (*_PARAMETERS, "type", "country")
_SECONDS_LATER: Final = "5"
_MOST_KEPT: Final = 64
"""Pictures of a Dataset, of some 200 kB each."""
WORKER: Final = OneAtATime("pictures", most_waiting=16)
"""What draws the pictures of all visitors."""


def picture_url(path: str, view: View, last_year: int, size: str = "") -> str:
    """The URL of a picture of what a View shows, relative to the server's root.

    Without a size it is the first of its path.
    """
    kept = _BARE_PARAMETERS if path == BARE_PATH else _PARAMETERS
    told = {name: values for name, values in write_view(view, last_year).items() if name in kept}
    return f"{path}?{urlencode(told | {'size': size or SIZES[path][0]}, doseq=True)}"


async def picture(request: Request) -> Response:
    """The picture of the query's View, in one of the sizes of its path; 503 where too many wait.

    Values that make no sense are dropped, as on the pages.
    """
    path = request.url.path.rpartition("/")[2]
    dataset = store.current().dataset
    if dataset is None:
        return JSONResponse({"status": "unavailable"}, status_code=503, headers=NEVER_KEPT)
    today = clock.today(dataset.town)
    view = checked_view(dataset, path, query_of(dict(request.scope)), today)
    asked = request.query_params.get("size", "")
    size = asked if asked in SIZES[path] else SIZES[path][0]

    def answer() -> Response:
        body = body_of(dataset, path, view, today, size)
        return body.response(request, ASKED_AGAIN)

    try:
        return await WORKER.run(answer)
    except FontError:
        return JSONResponse({"status": "unavailable"}, status_code=503, headers=NEVER_KEPT)
    except BusyError:
        later = NEVER_KEPT | {"Retry-After": _SECONDS_LATER}
        return JSONResponse({"status": "busy"}, status_code=503, headers=later)


def body_of(dataset: Dataset, path: str, view: View, today: datetime.date, size: str) -> Body:
    """A picture as it is sent, of a size of its path."""
    if path == BARE_PATH:
        number = SIZES[path].index(size)
        return _bare_body(dataset, view, today, BARE_SIZES[number])
    return _picture_body(dataset, path, view, today, size)


@kept_with_dataset(max_results=_MOST_KEPT)
def _bare_body(dataset: Dataset, view: View, today: datetime.date, size: Size) -> Body:
    from partner_map.picture.formats import webp  # noqa: PLC0415
    from partner_map.picture.picture import Wish, draw  # noqa: PLC0415

    wish = Wish(size, view.year, view.language, view.city, view.filters, is_bare=True)
    return Body(webp(draw(dataset, wish, today, text_font())), _MEDIA_TYPES["webp"])


@kept_with_dataset(max_results=_MOST_KEPT)
def _picture_body(dataset: Dataset, path: str, view: View, today: datetime.date, size: str) -> Body:
    """A picture as it is sent."""
    # Only who asks for a picture waits for what draws it.
    from partner_map.picture.formats import FORMATS  # noqa: PLC0415
    from partner_map.picture.picture import Wish, draw  # noqa: PLC0415
    from partner_map.picture.sizes import read_size  # noqa: PLC0415

    ending = path.rpartition(".")[2]
    wish = Wish(read_size(size), view.year, view.language, view.city)
    drawn = draw(dataset, wish, today, text_font())
    return Body(FORMATS[f".{ending}"](drawn), _MEDIA_TYPES[ending])


def checked_view(dataset: Dataset, path: str, query: Query, today: datetime.date) -> View:
    """What the query shows of the map: year, language and a city that has a place on it.

    The map alone has the filters of types and countries too.
    """
    view = read_view(query, dataset, today.year)
    city = None if view.city is None else dataset.by_id[view.city]
    placed = None if city is None or city.coordinate is None else city.id
    filters = NO_FILTERS
    if path == BARE_PATH:
        filters = Filters(types=view.filters.types, countries=view.filters.countries)
    return View(year=view.year, city=placed, filters=filters, language=view.language)
