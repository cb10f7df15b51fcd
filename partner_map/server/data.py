"""What the map draws, by HTTP: the partners and the outlines, each kept under its version."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from partner_map import settings
from partner_map.i18n.translator import translator_for
from partner_map.mapview.basemap import basemap_of, draws_world
from partner_map.mapview.geojson import partners_geojson
from partner_map.model import LANGUAGES, Dataset, kept_with_dataset
from partner_map.permalink import language_of
from partner_map.runtime import store
from partner_map.server.bodies import Body
from partner_map.server.cache_rules import ASKED_AGAIN, KEPT_FOREVER, NEVER_KEPT
from partner_map.server.streamlit_host import text_font

BASEMAP = "data/basemap.geojson"
_MEDIA_TYPE = "application/geo+json"


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
    headers = KEPT_FOREVER if version else ASKED_AGAIN
    return partners_body(dataset, language).response(request, headers)


@kept_with_dataset(max_results=len(LANGUAGES))
def partners_body(dataset: Dataset, language: str) -> Body:
    """The partners as they are sent; of the present data and of those before."""
    collection = partners_geojson(dataset, translator_for(language), text_font().url)
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
    return Body(text.encode(), _MEDIA_TYPE)


def basemap(request: Request) -> Response:
    """The outlines of the countries for the present tables, kept forever under their version.

    Another version than the present one leads there.
    """
    outlines = _outlines()
    version = request.query_params.get("v")
    if version is not None and version != outlines.version:
        name = BASEMAP.rpartition("/")[2]
        return RedirectResponse(f"{name}?v={outlines.version}", headers=NEVER_KEPT)
    return outlines.response(request, KEPT_FOREVER if version else ASKED_AGAIN)


def basemap_url() -> str:
    """Where the present outlines are, relative to the server's root."""
    return f"{BASEMAP}?v={_outlines().version}"


def prepare() -> None:
    """Make the bodies that the first visitor asks for, whatever the language."""
    bodies = [_outlines()]
    dataset = store.current().dataset
    if dataset is not None:
        bodies += [partners_body(dataset, language) for language in LANGUAGES]
    for body in bodies:
        body.prepare()


def _outlines() -> Body:
    dataset = store.current().dataset
    if dataset is not None and draws_world(dataset):
        return _world(dataset)
    path = settings.basemap_file(settings.tables_folder())
    changed = path.stat()
    return _read(path, changed.st_mtime_ns, changed.st_size)


@kept_with_dataset(max_results=1)
def _world(dataset: Dataset) -> Body:
    return Body(basemap_of(dataset), _MEDIA_TYPE)


@lru_cache(maxsize=2)
def _read(path: Path, _changed: int, _size: int) -> Body:
    """The contents of a file that had this time of change in nanoseconds and size in bytes."""
    return Body(path.read_bytes(), _MEDIA_TYPE)
