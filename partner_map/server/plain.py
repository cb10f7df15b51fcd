"""The pages of HTML alone, as they are sent."""

from __future__ import annotations

import datetime

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from partner_map import clock, settings
from partner_map.model import LANGUAGES, Dataset, Town, kept_with_dataset
from partner_map.permalink import DECLARATION_PATH, MAP_PATH, Query, language_of
from partner_map.plain.declaration import declaration_page
from partner_map.plain.layout import Layout
from partner_map.plain.notice import notice_page
from partner_map.plain.text_version import text_version_page
from partner_map.runtime import store
from partner_map.server.bodies import Body
from partner_map.server.cache_rules import ASKED_AGAIN, NEVER_KEPT
from partner_map.server.icon import ICON
from partner_map.server.queries import query_of
from partner_map.server.streamlit_host import text_font


def declaration(root: str, request: Request) -> Response:
    """The declaration of accessibility in the language of ``lang``; 404 where there is none.

    ``root`` is the path of the server's root, with a slash at its end.
    """
    dataset = store.current().dataset
    query = query_of(request.scope)
    if dataset is None:
        return unavailable(root, query)
    if not dataset.town.has_declaration:
        return not_found(root, query)
    body = _declaration(dataset, root, language_of(query), settings.site_url())
    return body.response(request, ASKED_AGAIN)


def text_version(root: str, request: Request) -> Response:
    """The partners, their stories and exchanges in the language of ``lang``; ``root`` as above."""
    dataset = store.current().dataset
    query = query_of(request.scope)
    if dataset is None:
        return unavailable(root, query)
    language, today = language_of(query), clock.today(dataset.town)
    body = _text_version(dataset, root, language, today, settings.site_url())
    return body.response(request, ASKED_AGAIN)


def not_found(root: str, query: Query) -> Response:
    """The answer for what is not there; ``root`` as above."""
    layout = _layout(root, query)
    words = layout.translator.gettext("There is no page at this address.")
    return HTMLResponse(notice_page(layout, words), status_code=404, headers=NEVER_KEPT)


def unavailable(root: str, query: Query) -> Response:
    """The answer while there are no data to show; ``root`` as above."""
    layout = _layout(root, query)
    words = layout.translator.gettext(
        "The data cannot be shown at the moment. Please try again later."
    )
    return HTMLResponse(notice_page(layout, words), status_code=503, headers=NEVER_KEPT)


@kept_with_dataset(max_results=len(LANGUAGES))
def _declaration(dataset: Dataset, root: str, language: str, site: str) -> Body:
    layout = _layout(root, {"lang": [language]}, dataset.town, DECLARATION_PATH if site else None)
    page = declaration_page(layout, dataset.town)
    return Body(page.encode(), "text/html")


@kept_with_dataset(max_results=len(LANGUAGES))
def _text_version(
    dataset: Dataset, root: str, language: str, today: datetime.date, site: str
) -> Body:
    layout = _layout(root, {"lang": [language]}, dataset.town, MAP_PATH if site else None)
    return Body(text_version_page(layout, dataset, today).encode(), "text/html")


def _layout(
    root: str, query: Query, town: Town | None = None, light_of: str | None = None
) -> Layout:
    return Layout(root, query, town, icon=ICON, font=text_font().url, light_of=light_of)
