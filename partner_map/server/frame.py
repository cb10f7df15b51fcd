"""The page of the map's frame, with Leaflet and the map's parts in it from the start.

streamlit-folium would load Leaflet after its own script and the first message, and our layer
after Leaflet. Named in the page, all come at once, and no step has to name them again.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from partner_map.assets import MAP_ENTRY, OWN_ASSETS, folder, frame_folder, modules, palette_style
from partner_map.runtime import store
from partner_map.server.bodies import KEPT_FOREVER, Body
from partner_map.server.data import basemap_address, partners_address

FRAME_ADDRESS = "component/streamlit_folium.st_folium"
"""Where Streamlit gives the frame's page, relative to the server's root."""
_PAGE = "index.html"
_ROOT = "../.."


class FrameMiddleware:
    """Answers for the page of the map's frame and for its script, compressed and kept."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer where the frame is asked for, and pass on what else is."""
        _, here, file = str(scope.get("path", "")).partition(f"/{FRAME_ADDRESS}/")
        asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and here
        if asked and file == _PAGE:
            response = Body(frame_page().encode(), "text/html").response(
                Request(scope), {"Cache-Control": "no-cache"}
            )
        elif asked and file in frame_scripts():
            response = frame_scripts()[file].response(Request(scope), KEPT_FOREVER)
        else:
            await self.app(scope, receive, send)
            return
        await response(scope, receive, send)


@lru_cache(maxsize=1)
def frame_scripts() -> Mapping[str, Body]:
    """The frame's own scripts, whose names change with their contents."""
    root = frame_folder()
    return {
        path.relative_to(root).as_posix(): Body(path.read_bytes(), "text/javascript")
        for path in root.glob("static/js/*.js")
    }


def frame_page() -> str:
    """The frame's page. Leaflet's script comes before the frame's, which needs it.

    What the frame's script would load once more, as it writes the head anew, is in the body.
    """
    leaflet, own = folder("leaflet"), folder("map")
    scripts = "".join(
        f'<link rel="modulepreload" href="{_ROOT}/{own.address(name)}">'
        for name in reversed(modules(OWN_ASSETS["map"], MAP_ENTRY))
    )
    styles = f"<style>{palette_style()}</style>" + "".join(
        f'<link rel="stylesheet" href="{_ROOT}/{address}">'
        for address in (leaflet.address("leaflet.css"), own.address("map.css"))
    )
    basemap = (
        '<link id="basemap" rel="preload" as="fetch" crossorigin '
        f'href="{_ROOT}/{basemap_address()}">'
    )
    script = f'<script defer src="{_ROOT}/{leaflet.address("leaflet.js")}"></script>'
    page = (frame_folder() / _PAGE).read_text(encoding="utf-8")
    page = page.replace("<script", f"{script}<script", 1)
    return page.replace("<body>", f"<body>{styles}{scripts}{basemap}", 1)


def frame_addresses(language: str) -> list[str]:
    """All that the frame asks for, relative to the server's root, the first needed first."""
    own, leaflet = folder("map"), folder("leaflet")
    dataset = store.current().dataset
    return [
        *(f"{FRAME_ADDRESS}/{name}" for name in frame_scripts()),
        leaflet.address("leaflet.js"),
        *(own.address(name) for name in reversed(modules(OWN_ASSETS["map"], MAP_ENTRY))),
        *([] if dataset is None else [partners_address(dataset, language)]),
        basemap_address(),
        leaflet.address("leaflet.css"),
        own.address("map.css"),
    ]
