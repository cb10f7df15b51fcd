"""Our own addresses: the map's data, the assets, and the server's health."""

from __future__ import annotations

import datetime
import json
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from partner_map import settings, store
from partner_map.address import language_of
from partner_map.assets import OWN_ASSETS, leaflet_folder
from partner_map.geojson import partners_geojson
from partner_map.i18n import translator
from partner_map.model import Dataset
from partner_map.presentation import choices
from partner_map.presentation.file import presentation_html
from partner_map.public_faults import public_fault
from partner_map.server.build import build
from partner_map.server.kiosk import away_page
from partner_map.tables import fault_words

_KEPT_FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_ASKED_AGAIN = {"Cache-Control": "no-cache"}
_OPERATORS_LANGUAGE = "en"
_NEVER_KEPT = {"Cache-Control": "no-store"}
_MOST_FAULTS_TOLD = 100


def routes() -> list[BaseRoute]:
    """The routes that stand before Streamlit's."""
    return [
        Route("/data/partners.geojson", partners),
        Route("/data/basemap.geojson", basemap),
        Route("/data/revision", revision),
        Route("/data/build", program),
        Route("/kiosk-away.html", kiosk_away),
        Route("/kiosk-worker.js", kiosk_worker),
        Route("/healthz", health),
        Route("/presentation.html", exported),
        Mount("/assets/leaflet", StaticFiles(directory=leaflet_folder())),
        *(
            Mount(f"/assets/{name}", StaticFiles(directory=folder))
            for name, folder in OWN_ASSETS.items()
        ),
    ]


def partners(request: Request) -> Response:
    """The partners as GeoJSON in the language of ``lang``, kept forever under their version.

    With a version ``v`` it is that one or 404, never another: a page and its map show the
    same data. Without one it is the current version.
    """
    version = request.query_params.get("v")
    tables = store.store()
    dataset = tables.current().dataset if version is None else tables.by_version(version)
    if dataset is None:
        return JSONResponse({"status": "unavailable"}, status_code=404 if version else 503)
    language = language_of({"lang": request.query_params.getlist("lang")})
    return Response(
        _partners_body(dataset, language),
        media_type="application/geo+json",
        headers=_KEPT_FOREVER if version else _ASKED_AGAIN,
    )


def revision(_: Request) -> Response:
    """What tells an open page that there is something else to show."""
    return Response(choices.revision(), media_type="text/plain", headers=_NEVER_KEPT)


def exported(_: Request) -> Response:
    """The presentation as one file to keep."""
    dataset = store.current().dataset
    if dataset is None:
        return JSONResponse({"status": "unavailable"}, status_code=503)
    name = 'attachment; filename="presentation.html"'
    return Response(
        presentation_html(dataset, datetime.date.today()),
        media_type="text/html",
        headers=_NEVER_KEPT | {"Content-Disposition": name},
    )


def program(_: Request) -> Response:
    """What tells an open kiosk that it runs another version of the program."""
    return Response(build(), media_type="text/plain", headers=_NEVER_KEPT)


def kiosk_worker(_: Request) -> Response:
    """The kiosk's service worker, from the place whose pages it serves."""
    path = OWN_ASSETS["page"] / "kiosk-worker.js"
    return FileResponse(path, media_type="text/javascript", headers=_ASKED_AGAIN)


def kiosk_away(_: Request) -> Response:
    """The page that the kiosk's service worker keeps for when the server is away."""
    return Response(away_page(), media_type="text/html", headers=_ASKED_AGAIN)


@lru_cache(maxsize=4)
def _partners_body(dataset: Dataset, language: str) -> bytes:
    collection = partners_geojson(dataset, translator(language))
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()


def basemap(_: Request) -> Response:
    """The outlines of the countries."""
    path = settings.basemap_file(settings.tables_folder())
    return FileResponse(path, media_type="application/geo+json", headers=_ASKED_AGAIN)


def health(_: Request) -> JSONResponse:
    """200 with the numbers, version and age in seconds of the data; 503 when there are none.

    The status is ``ok``, or ``faulty`` while faults keep a later save from being shown.
    """
    loaded = store.current()
    say = translator(_OPERATORS_LANGUAGE)
    told: dict[str, object] = {
        "status": "faulty" if loaded.faults else "ok",
        "checked": loaded.checked.isoformat(timespec="seconds"),
        "faults_found": len(loaded.faults),
        "faults": [
            fault_words(public_fault(fault), say) for fault in loaded.faults[:_MOST_FAULTS_TOLD]
        ],
    }
    dataset = loaded.dataset
    if dataset is None:
        return JSONResponse(told | {"status": "unavailable"}, status_code=503)
    chosen = choices.read_choices(settings.tables_folder(), dataset)
    if chosen.faults:
        told["status"] = "faulty"
    age = datetime.datetime.now(datetime.UTC) - datetime.datetime.fromisoformat(dataset.loaded)
    told |= {
        "presentation_faults": [fault.words(say) for fault in chosen.faults],
        "partners": len(dataset.partners),
        "events": len(dataset.events),
        "version": dataset.version,
        "loaded": dataset.loaded,
        "age_seconds": round(age.total_seconds()),
    }
    return JSONResponse(told)
