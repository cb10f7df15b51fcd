"""The photos by HTTP: those that the tables show, small, each kept forever under its version."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from partner_map.model import Dataset, kept_with_dataset
from partner_map.photos.addresses import photo_path
from partner_map.photos.looking import FOLDER
from partner_map.photos.making import FORMATS, widths
from partner_map.runtime import store
from partner_map.server.bodies import Body
from partner_map.server.cache_rules import KEPT_FOREVER, NEVER_KEPT
from partner_map.server.one_at_a_time import BusyError, OneAtATime

PATH: Final = FOLDER + "/{version}/{file}"
_SECONDS_LATER: Final = "5"
_MOST_KEPT: Final = 64
"""Photos that stay in memory, of some 100 kB each."""
WORKER: Final = OneAtATime("photos", most_waiting=256)
"""What takes them from the disk; makes one anew where it is not kept there."""


async def photo(request: Request) -> Response:
    """A photo under its version, in one of its widths and formats; 404 for any other address.

    503 where too many wait.
    """
    version, file = (request.path_params[key] for key in ("version", "file"))
    dataset = store.current().dataset
    found = None if dataset is None else _asked_for(dataset, version, file)
    if dataset is None or found is None:
        return JSONResponse({"status": "unavailable"}, status_code=404, headers=NEVER_KEPT)
    try:
        body = await WORKER.run(lambda: photo_body(dataset, version, *found))
    except BusyError:
        later = NEVER_KEPT | {"Retry-After": _SECONDS_LATER}
        return JSONResponse({"status": "busy"}, status_code=503, headers=later)
    if body is None:
        return JSONResponse({"status": "unavailable"}, status_code=404, headers=NEVER_KEPT)
    return body.response(request, KEPT_FOREVER)


@kept_with_dataset(max_results=_MOST_KEPT)
def photo_body(dataset: Dataset, version: str, width: int, ending: str) -> Body | None:
    """A photo as it is sent; None where its file is another by now."""
    contents = store.store().album.small(dataset.photos[version], width, ending)
    return None if contents is None else Body(contents, FORMATS[ending])


def _asked_for(dataset: Dataset, version: str, file: str) -> tuple[int, str] | None:
    """The width and the format that an address names, where the tables show such a photo."""
    shown = dataset.photos.get(version)
    if shown is None:
        return None
    return next(
        (
            (width, ending)
            for width in widths(shown.width)
            for ending in FORMATS
            if photo_path(shown, width, ending) == f"{FOLDER}/{version}/{file}"
        ),
        None,
    )
