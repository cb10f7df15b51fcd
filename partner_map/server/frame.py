"""The page of the map's frame, with Leaflet and the map's parts in it from the start.

streamlit-folium would load Leaflet after its own script and the first message, and our layer
after Leaflet. Named in the page, all come at once, and no step has to name them again.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from partner_map.assets import MAP_LAYER, folder, palette_style
from partner_map.mapview import streamlit_folium_host
from partner_map.mapview.geojson import partners_url
from partner_map.mapview.streamlit_folium_host import FRAME_PAGE, FRAME_URL, ROOT_FROM_FRAME
from partner_map.runtime import store
from partner_map.server.bodies import Body
from partner_map.server.cache_rules import KEPT_FOREVER
from partner_map.server.data import basemap_url
from partner_map.server.headers import FRAME_POLICY, POLICY


class FrameMiddleware:
    """Answers for the page of the map's frame and for its script, compressed and kept."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer where the frame is asked for, and pass on what else is."""
        _, here, file = str(scope.get("path", "")).partition(f"/{FRAME_URL}/")
        asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and here
        response = await run_in_threadpool(_response, Request(scope), file) if asked else None
        await (response or self.app)(scope, receive, send)


def _response(request: Request, file: str) -> Response | None:
    """The answer for a file of the frame; None where it is Streamlit's to answer."""
    page = frame_page() if file == FRAME_PAGE else None
    if page is not None:
        return _page_body(page).response(
            request, {"Cache-Control": "no-cache", POLICY: FRAME_POLICY}
        )
    script = frame_scripts().get(file)
    return None if script is None else script.response(request, KEPT_FOREVER)


@lru_cache(maxsize=2)
def _page_body(page: str) -> Body:
    return Body(page.encode(), "text/html")


@lru_cache(maxsize=1)
def frame_scripts() -> Mapping[str, Body]:
    """The frame's own scripts, whose names change with their contents."""
    return {
        name: Body(contents, "text/javascript")
        for name, contents in streamlit_folium_host.frame_scripts().items()
    }


def frame_page() -> str | None:
    """The frame's page; None where streamlit-folium has none.

    Leaflet's script comes before the frame's, which needs it. What the frame's script would
    load once more, as it writes the head anew, is in the body.
    """
    leaflet, own = folder("leaflet"), folder("map")
    layer = f'<link rel="modulepreload" href="{ROOT_FROM_FRAME}/{own.url(MAP_LAYER)}">'
    frame = own.files["frame.css"].decode()
    styles = f"<style>{palette_style()}{frame}</style>" + "".join(
        f'<link rel="stylesheet" href="{ROOT_FROM_FRAME}/{url}">'
        for url in (leaflet.url("leaflet.css"), own.url("map.css"))
    )
    basemap = (
        '<link id="basemap" rel="preload" as="fetch" crossorigin'
        f' href="{ROOT_FROM_FRAME}/{basemap_url()}">'
    )
    script = f'<script defer src="{ROOT_FROM_FRAME}/{leaflet.url("leaflet.js")}"></script>'
    return streamlit_folium_host.frame_page(script, f"{styles}{layer}{basemap}")


def frame_urls(language: str) -> list[str]:
    """All that the frame asks for, relative to the server's root, the first needed first."""
    own, leaflet = folder("map"), folder("leaflet")
    dataset = store.current().dataset
    return [
        *(f"{FRAME_URL}/{name}" for name in frame_scripts()),
        leaflet.url("leaflet.js"),
        own.url(MAP_LAYER),
        *([] if dataset is None else [partners_url(language, dataset.version)]),
        basemap_url(),
        leaflet.url("leaflet.css"),
        own.url("map.css"),
    ]
