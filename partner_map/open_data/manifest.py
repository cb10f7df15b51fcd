"""What a browser shows of the site among a person's programs (Web Application Manifest)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from partner_map.assets import palette
from partner_map.i18n.letters import without_isolates
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import site_title
from partner_map.model import Dataset

MANIFEST_TYPE: Final = "application/manifest+json"


ICON_PIXELS: Final = (192, 512)
"""Widths of the square icons in pixels that browsers want beside the SVG."""
TOUCH_PIXELS: Final = 180
"""The same of the icon that a page names for Apple's telephones."""


def manifest(
    dataset: Dataset, translator: Translator, start: str, icon: str, pixel_icons: Sequence[str]
) -> bytes:
    """The manifest; ``start`` and ``icon``, an SVG, are URLs relative to its own.

    ``pixel_icons`` are those of PNGs as wide as ``ICON_PIXELS`` has it, in that order.
    """
    town = dataset.town
    title = site_title(town, translator)
    colours = palette()
    told = {
        "name": without_isolates(title),
        "short_name": town.name[translator.language],
        "lang": translator.language,
        "start_url": start,
        "scope": "./",
        "display": "minimal-ui",
        "background_color": colours["paper"],
        "theme_color": colours["agreement"],
        "icons": [
            {"src": icon, "sizes": "any", "type": "image/svg+xml"},
            *(
                {"src": url, "sizes": f"{width}x{width}", "type": "image/png"}
                for url, width in zip(pixel_icons, ICON_PIXELS, strict=True)
            ),
        ],
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode()
