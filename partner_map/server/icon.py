"""The icon of the pages: the home town with lines to three partners."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from partner_map.assets import OWN_ASSETS, PLACE_OF_PALETTE, palette_style
from partner_map.server.bodies import Body

ICON: Final = "favicon.svg"
"""Its URL, relative to the server's root."""
ICON_UNASKED: Final = "favicon.ico"
"""Where a browser looks for the icon of what is no page."""


@lru_cache(maxsize=1)
def icon() -> Body:
    """The icon in the colours of the palette."""
    drawing = (OWN_ASSETS["page"] / ICON).read_text(encoding="utf-8")
    return Body(drawing.replace(PLACE_OF_PALETTE, palette_style()).encode(), "image/svg+xml")
