"""The icon of the pages: the home town with lines to three partners."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from partner_map.assets import icon_drawing, plain_icon_drawing
from partner_map.open_data.manifest import ICON_PIXELS, TOUCH_PIXELS
from partner_map.server.bodies import Body

ICON: Final = "favicon.svg"
"""Its URL, relative to the server's root."""
ICON_UNASKED: Final = "favicon.ico"
"""Where a browser looks for the icon of what is no page."""
TOUCH_ICON: Final = "apple-touch-icon.png"
"""The icon among a telephone's programs, of Apple's."""
PIXEL_ICONS: Final = {
    TOUCH_ICON: TOUCH_PIXELS,
    **{f"icon-{width}.png": width for width in ICON_PIXELS},
}
"""The same in pixels, by its URL: its width, which is its height."""


@lru_cache(maxsize=1)
def icon() -> Body:
    """The icon in the colours of the palette."""
    return Body(icon_drawing().encode(), "image/svg+xml")


@lru_cache(maxsize=len(PIXEL_ICONS))
def pixel_icon(name: str) -> Body:
    """The icon in pixels; KeyError for a name that is not among ``PIXEL_ICONS``."""
    from partner_map.picture.formats import pixels  # noqa: PLC0415  # only who asks waits for it

    return Body(pixels(plain_icon_drawing(), PIXEL_ICONS[name]), "image/png")
