"""Our own URLs: the map's data, the assets, and the server's health."""

from __future__ import annotations

import asyncio
import datetime
import mimetypes
import time
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from partner_map import clock, settings
from partner_map.assets import ASSETS, OWN_ASSETS, folder
from partner_map.build import build
from partner_map.i18n.translator import translator_for
from partner_map.mapview.geojson import PARTNERS
from partner_map.model import LANGUAGES, Dataset, kept_with_dataset
from partner_map.permalink import DECLARATION_PATH, LIGHT_PATH, TEXT_PATH, language_of
from partner_map.plain.text_version import PRESENTATION_FILE
from partner_map.presentation import choices
from partner_map.presentation.file import presentation_html
from partner_map.runtime import store
from partner_map.runtime.traffic import traffic
from partner_map.server import data, open_data, photos, pictures, plain
from partner_map.server.bodies import Body
from partner_map.server.cache_rules import ASKED_AGAIN, KEPT_FOREVER, NEVER_KEPT
from partner_map.server.clock_words import clock_words
from partner_map.server.headers import POLICY, page_policy
from partner_map.server.icon import ICON, ICON_UNASKED, PIXEL_ICONS, icon, pixel_icon
from partner_map.server.kiosk import away_page
from partner_map.server.light_version import light_version
from partner_map.server.page import root_path
from partner_map.server.page_words import PAGE_WORDS, words_asked_for
from partner_map.server.paper import PAPER, paper
from partner_map.server.queries import query_of
from partner_map.server.revision import RevisionAnswers
from partner_map.server.streamlit_host import text_font
from partner_map.tables import fault_words
from partner_map.tables.public_faults import public_fault

_OPERATORS_LANGUAGE = "en"
_MAX_FAULTS = 100
_EXPORTER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="export")


def routes(base: str = "") -> list[Route]:
    """The routes that stand before Streamlit's, under its base path."""
    root = root_path(base)
    endpoints: Mapping[str, Callable[[Request], Response | Awaitable[Response]]] = {
        PARTNERS: data.partners,
        data.BASEMAP: data.basemap,
        PAPER: paper,
        PAGE_WORDS: words_asked_for,
        "data/revision": RevisionAnswers().answer,
        "data/build": program,
        "kiosk-away.html": kiosk_away,
        "kiosk-worker.js": kiosk_worker,
        "healthz": health,
        ICON: page_icon,
        ICON_UNASKED: page_icon,
        **{name: partial(icon_in_pixels, name) for name in PIXEL_ICONS},
        PRESENTATION_FILE: exported,
        **dict.fromkeys(pictures.SIZES, pictures.picture),
        photos.PATH: photos.photo,
        DECLARATION_PATH: partial(plain.declaration, root),
        TEXT_PATH: partial(plain.text_version, root),
        LIGHT_PATH: partial(light_version, root),
        f"{LIGHT_PATH}/{{page}}": partial(light_version, root),
        **open_data.endpoints(root),
        "assets/{name}/{version}/{file:path}": asset,
    }
    return [Route(f"{root}{path}", endpoint) for path, endpoint in endpoints.items()]


def asset(request: Request) -> Response:
    """A file of a folder under the folder's version; under any other there is none."""
    name, version, file = (request.path_params[key] for key in ("name", "version", "file"))
    body = asset_bodies(name).get(file) if name in ASSETS else None
    if body is None or version != folder(name).version:
        return JSONResponse({"status": "unavailable"}, status_code=404, headers=NEVER_KEPT)
    return body.response(request, KEPT_FOREVER)


@lru_cache(maxsize=len(ASSETS))
def asset_bodies(name: str) -> Mapping[str, Body]:
    """The files of a folder as they are sent."""
    return {
        file: Body(contents, mimetypes.guess_type(file)[0] or "application/octet-stream")
        for file, contents in folder(name).files.items()
    }


def all_asset_bodies() -> list[Body]:
    """The files of all folders as they are sent."""
    return [body for name in ASSETS for body in asset_bodies(name).values()]


def page_icon(request: Request) -> Response:
    """The icon of our pages."""
    return icon().response(request, ASKED_AGAIN)


def icon_in_pixels(name: str, request: Request) -> Response:
    """The icon as a telephone shows it among its programs."""
    return pixel_icon(name).response(request, ASKED_AGAIN)


async def exported(request: Request) -> Response:
    """The presentation as one file to keep, in a thread for itself: its first time takes long."""
    dataset = store.current().dataset
    if dataset is None:
        return JSONResponse({"status": "unavailable"}, status_code=503)
    language = language_of(query_of(request.scope))
    name = 'attachment; filename="presentation.html"'
    headers = ASKED_AGAIN | {"Content-Disposition": name}

    def answer() -> Response:
        today = clock.today(dataset.town)
        body = presentation_body(dataset, today, choices.revision(), language)
        return body.response(request, headers)

    return await asyncio.get_running_loop().run_in_executor(_EXPORTER, answer)


@kept_with_dataset(max_results=len(LANGUAGES), costly=True)
def presentation_body(
    dataset: Dataset, today: datetime.date, _revision: str, language: str
) -> Body:
    """The presentation as it is sent, on a day and with the choices of a revision."""
    album = store.store().album
    page = presentation_html(dataset, today, text_font(), language, album)
    return Body(page.encode(), "text/html")


def program(_: Request) -> Response:
    """What tells an open kiosk that it runs another version of the program."""
    return Response(build(), media_type="text/plain", headers=NEVER_KEPT)


def kiosk_worker(request: Request) -> Response:
    """The kiosk's service worker, from the place whose pages it serves."""
    script = (OWN_ASSETS["page"] / "kiosk-worker.js").read_bytes()
    return Body(script, "text/javascript").response(request, ASKED_AGAIN)


def kiosk_away(request: Request) -> Response:
    """The page that the kiosk's service worker keeps for when the server is away."""
    page = away_page()
    headers = ASKED_AGAIN | {POLICY: page_policy(page)}
    return Body(page.encode(), "text/html").response(request, headers)


def health(_: Request) -> JSONResponse:
    """200 with the numbers, version and age in seconds of the data; 503 when there are none.

    Anyone may ask: of the visitors it tells how many pages are open and how quickly they are
    answered. The status is ``ok``, or ``faulty`` while faults keep a later save from being shown.
    """
    loaded = store.current()
    translator = translator_for(_OPERATORS_LANGUAGE)
    told: dict[str, object] = {
        "status": "faulty" if loaded.faults else "ok",
        "checked": loaded.checked.isoformat(timespec="seconds"),
        "state": store.store().state,
        "clock": clock_words(clock.behind()),
        "faults_found": len(loaded.faults),
        "faults": [
            fault_words(public_fault(fault), translator) for fault in loaded.faults[:_MAX_FAULTS]
        ],
    }
    usage = traffic().usage(time.monotonic())
    told |= {
        "pages_open": usage.pages_open,
        "steps_a_second": round(usage.steps_a_second, 2),
        "step_p95_ms": None if usage.p95_seconds is None else round(usage.p95_seconds * 1000),
    }
    dataset = loaded.dataset
    if dataset is None:
        return JSONResponse(told | {"status": "unavailable"}, status_code=503)
    chosen = choices.read_choices(settings.tables_folder(), dataset)
    if chosen.faults:
        told["status"] = "faulty"
    age = max(clock.now() - dataset.loaded, datetime.timedelta())
    told |= {
        "presentation_faults": [fault.words(translator) for fault in chosen.faults],
        "partners": len(dataset.partners),
        "events": len(dataset.events),
        "version": dataset.version,
        "loaded": dataset.loaded.isoformat(timespec="seconds"),
        "age_seconds": round(age.total_seconds()),
    }
    return JSONResponse(told)
