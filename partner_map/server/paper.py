"""What a chosen city's sheet has on paper beside what stands on the screen.

It weighs nothing on a step of the timeline, as the page's script asks for it at rest.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse

from partner_map import clock
from partner_map.assets import palette
from partner_map.exchanges.qr_code import qr_code
from partner_map.i18n.telling import told
from partner_map.i18n.translator import Translator, translator_for
from partner_map.i18n.wording import partner_sources
from partner_map.model import Dataset, Event, Partner, View
from partner_map.permalink import read_view
from partner_map.runtime import store
from partner_map.server.cache_rules import NEVER_KEPT
from partner_map.server.queries import query_of
from partner_map.timeline import events_told

PAPER = "data/paper"
"""The path of the answer, relative to the server's root."""
_MAX_ADDRESS = 500  # characters
_LINES = 32
"""Lines that an A4 page has for the story and the exchanges."""
_LINE = 105  # characters


def paper(request: Request) -> JSONResponse:
    """Exchanges, sources and the code of the address for the View of the query's URL."""
    dataset = store.current().dataset
    if dataset is None:
        return _unavailable()
    today = clock.today(dataset.town)
    view = read_view(query_of(dict(request.scope)), dataset, today.year)
    if view.city is None:
        return _unavailable()
    told = paper_words(dataset, view, today, request.query_params.get("address", ""))
    return JSONResponse(told, headers=NEVER_KEPT)


def _unavailable() -> JSONResponse:
    return JSONResponse({"status": "unavailable"}, status_code=404, headers=NEVER_KEPT)


def paper_words(
    dataset: Dataset, view: View, today: datetime.date, address: str
) -> dict[str, object]:
    """All that the script writes, in the View's language; KeyError without a chosen city."""
    translator = translator_for(view.language)
    partner = dataset.by_id[view.city or ""]
    events = events_told(dataset, partner, view.year, view.filters.types, today)
    rows = [
        (translator.period(event.start, event.end), told(event.title, translator).signed)
        for event in fitting(events, partner, translator)
    ]
    left = len(events) - len(rows)
    return {
        "eventsTitle": translator.gettext("What has happened") if rows else "",
        "events": rows,
        "more": translator.ngettext("and {number} more event", "and {number} more events", left)
        if left
        else "",
        "sourcesTitle": translator.gettext("Sources"),
        "sources": [
            (url, ", ".join(facts)) for url, facts in partner_sources(partner, translator).items()
        ],
        "address": address if _is_address(address) else "",
        "code": _code(address) if _is_address(address) else "",
        "codeAlt": translator.gettext("QR code with the address of this page"),
    }


def fitting(events: Sequence[Event], partner: Partner, translator: Translator) -> Sequence[Event]:
    """The first of the events, as many as one page holds under the partner's story."""
    room = _LINES - _lines(partner.summary[translator.language])
    for number, event in enumerate(events):
        when = translator.period(event.start, event.end)
        room -= _lines(f"{when} {event.title[translator.language]}")
        if room < 0:
            return events[:number]
    return events


def _lines(text: str) -> int:
    return -(-len(text) // _LINE)


def _code(address: str) -> str:
    """The code as an SVG file; empty for an address that is too long for one."""
    picture = qr_code(address, palette()["white"]) or ""
    return picture.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def _is_address(text: str) -> bool:
    return len(text) <= _MAX_ADDRESS and urlsplit(text).scheme in ("http", "https")
