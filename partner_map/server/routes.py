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
from partner_map.i18n import translator
from partner_map.model import Dataset
from partner_map.server.geojson import partners_geojson

_KEPT_FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_ASKED_AGAIN = {"Cache-Control": "no-cache"}


def routes() -> list[BaseRoute]:
    """The routes that stand before Streamlit's."""
    return [
        Route("/data/partners.geojson", partners),
        Route("/data/basemap.geojson", basemap),
        Route("/healthz", health),
        Mount("/assets/leaflet", StaticFiles(directory=leaflet_folder())),
        *(
            Mount(f"/assets/{name}", StaticFiles(directory=folder))
            for name, folder in OWN_ASSETS.items()
        ),
    ]


def partners(request: Request) -> Response:
    """The partners as GeoJSON in the language of ``lang``; kept forever under its version."""
    dataset = store.current().dataset
    if dataset is None:
        return JSONResponse({"status": "unavailable"}, status_code=503)
    language = language_of({"lang": request.query_params.getlist("lang")})
    asked_for_this = request.query_params.get("v") == dataset.version
    return Response(
        _partners_body(dataset, language),
        media_type="application/geo+json",
        headers=_KEPT_FOREVER if asked_for_this else _ASKED_AGAIN,
    )


@lru_cache(maxsize=4)
def _partners_body(dataset: Dataset, language: str) -> bytes:
    collection = partners_geojson(dataset, translator(language))
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()


def basemap(_: Request) -> Response:
    """The outlines of the countries."""
    path = settings.basemap_file(settings.tables_folder())
    return FileResponse(path, media_type="application/geo+json", headers=_ASKED_AGAIN)


def health(_: Request) -> JSONResponse:
    """200 with the numbers, version and age in seconds of the data, or 503 with the faults."""
    loaded = store.current()
    if loaded.dataset is None:
        faults = [] if loaded.fault is None else [str(fault) for fault in loaded.fault.faults]
        return JSONResponse({"status": "unavailable", "faults": faults}, status_code=503)
    dataset = loaded.dataset
    age = datetime.datetime.now(datetime.UTC) - datetime.datetime.fromisoformat(dataset.loaded)
    return JSONResponse(
        {
            "status": "ok",
            "partners": len(dataset.partners),
            "events": len(dataset.events),
            "version": dataset.version,
            "loaded": dataset.loaded,
            "age_seconds": round(age.total_seconds()),
        }
    )
