"""What other programs read, by HTTP: open data, feed, calendar, sitemap, manifest."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from partner_map import clock, settings
from partner_map.exchanges.calendar import CALENDAR_TYPE
from partner_map.exchanges.kept_files import FileKind, kept_file
from partner_map.history.saves import History
from partner_map.i18n.translator import translator_for
from partner_map.model import LANGUAGES, NO_FILTERS, Dataset, kept_with_dataset
from partner_map.open_data.addresses import Addresses
from partner_map.open_data.feed import FEED_TYPE, atom_feed
from partner_map.open_data.files import FOLDER, OPEN_FILES, READ_ANYWHERE, open_file
from partner_map.open_data.manifest import MANIFEST_TYPE, manifest
from partner_map.open_data.sitemap import SITEMAP_TYPE, robots, sitemap
from partner_map.open_data.structured import json_ld
from partner_map.permalink import (
    DECLARATION_PATH,
    PAGE_PATHS,
    TEXT_PATH,
    home_query,
    language_of,
)
from partner_map.runtime import store
from partner_map.runtime.recording import current_history
from partner_map.server.addresses import (
    CALENDAR,
    FEED,
    MANIFEST,
    SITEMAP,
    LiveAddresses,
    addresses_of,
)
from partner_map.server.bodies import Body
from partner_map.server.cache_rules import ASKED_AGAIN, NEVER_KEPT
from partner_map.server.icon import ICON, PIXEL_ICONS, TOUCH_ICON
from partner_map.server.queries import query_of

ROBOTS: Final = "robots.txt"
_PIXEL_ICONS: Final = [name for name in PIXEL_ICONS if name != TOUCH_ICON]
_PAGES_TOLD: Final = 32
"""Elements of JSON-LD kept of a Dataset, of some kB each."""


def endpoints(root: str) -> Mapping[str, Callable[[Request], Response]]:
    """What answers, by the path below the server's root, which is ``root``."""
    return {
        FEED: partial(_in_a_language, root, FEED),
        CALENDAR: partial(_in_a_language, root, CALENDAR),
        MANIFEST: partial(_in_a_language, root, MANIFEST),
        SITEMAP: partial(_in_a_language, root, SITEMAP),
        ROBOTS: partial(_robots, root),
        f"{FOLDER}/{{name}}": partial(_open_data, root),
    }


def _robots(root: str, request: Request) -> Response:
    """Robots are led to the pages that are to be found: the published ones, where there are any."""
    addresses = addresses_of(request.scope, root)
    found = settings.site_url() or ("" if addresses is None else addresses.root)
    told = robots(f"{found}{SITEMAP}" if found else "")
    return Body(told, "text/plain").response(request, ASKED_AGAIN)


def _in_a_language(root: str, path: str, request: Request) -> Response:
    """One of these files in the language of ``lang``, for the tables of now and this day."""
    dataset, addresses = store.current().dataset, addresses_of(request.scope, root)
    if dataset is None or addresses is None:
        return _unavailable(dataset)
    language = language_of(query_of(request.scope))
    today = clock.today(dataset.town)
    if path == FEED:
        body = _feed_body(dataset, addresses, language, today, current_history())
    else:
        body = _body(dataset, path, addresses, language, today)
    anywhere = READ_ANYWHERE if path in (FEED, CALENDAR) else {}
    return body.response(request, ASKED_AGAIN | anywhere)


def _open_data(root: str, request: Request) -> Response:
    """A file of open data; 404 for a name that none has."""
    name = request.path_params["name"]
    if name not in OPEN_FILES:
        return JSONResponse({"status": "unavailable"}, status_code=404, headers=NEVER_KEPT)
    dataset, addresses = store.current().dataset, addresses_of(request.scope, root)
    if dataset is None or addresses is None:
        return _unavailable(dataset)
    body = _open_body(dataset, name, addresses, clock.today(dataset.town))
    return body.response(request, ASKED_AGAIN | READ_ANYWHERE)


def _unavailable(dataset: Dataset | None) -> Response:
    """The answer without data to give, or without a host to give addresses at."""
    status = 503 if dataset is None else 400
    return JSONResponse({"status": "unavailable"}, status_code=status, headers=NEVER_KEPT)


@kept_with_dataset(max_results=2 * len(OPEN_FILES))
def _open_body(dataset: Dataset, name: str, addresses: LiveAddresses, today: datetime.date) -> Body:
    return Body(open_file(name, dataset, addresses, today), OPEN_FILES[name])


@kept_with_dataset(max_results=2 * len(LANGUAGES))
def _feed_body(
    dataset: Dataset,
    addresses: LiveAddresses,
    language: str,
    today: datetime.date,
    history: History,
) -> Body:
    translator = translator_for(language)
    return Body(atom_feed(dataset, addresses, translator, today, history), FEED_TYPE)


@kept_with_dataset(max_results=6 * len(LANGUAGES))
def _body(
    dataset: Dataset, path: str, addresses: LiveAddresses, language: str, today: datetime.date
) -> Body:
    translator = translator_for(language)
    if path == CALENDAR:
        days = kept_file(dataset, FileKind.ANNIVERSARIES, NO_FILTERS, "", today, translator)
        return Body(days, CALENDAR_TYPE)
    if path == MANIFEST:
        start = f"./{home_query({'lang': [language]})}"
        return Body(manifest(dataset, translator, start, ICON, _PIXEL_ICONS), MANIFEST_TYPE)
    return Body(sitemap(_pages(dataset, addresses)), SITEMAP_TYPE)


def _pages(dataset: Dataset, addresses: LiveAddresses) -> list[Mapping[str, str]]:
    """Every page, and each partner, with its full URL in each language."""
    plain = (TEXT_PATH, *([DECLARATION_PATH] if dataset.town.has_declaration else []))
    return [
        *(
            {language: addresses.page(path, language) for language in LANGUAGES}
            for path in (*PAGE_PATHS, *plain)
        ),
        *(
            {language: addresses.partner(partner.id, language) for language in LANGUAGES}
            for partner in dataset.partners
        ),
    ]


@kept_with_dataset(max_results=_PAGES_TOLD)
def linked_data(
    dataset: Dataset,
    addresses: Addresses,
    language: str,
    today: datetime.date,
    city: str | None,
) -> str:
    """The element of JSON-LD of a page on which a partner is chosen, or none is."""
    partner = None if city is None else dataset.by_id[city]
    return json_ld(dataset, addresses, translator_for(language), today, partner)
