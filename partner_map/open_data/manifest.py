"""What a browser shows of the site among a person's programs (Web Application Manifest)."""

from __future__ import annotations

import json
from typing import Final

from partner_map.assets import palette
from partner_map.i18n.letters import without_isolates
from partner_map.i18n.translator import Translator
from partner_map.model import Dataset

MANIFEST_TYPE: Final = "application/manifest+json"


def manifest(dataset: Dataset, translator: Translator, start: str, icon: str) -> bytes:
    """The manifest; ``start`` and ``icon``, an SVG, are URLs relative to its own."""
    town = dataset.town
    title = translator.gettext("Partner cities of {town}", town=town.genitive[translator.language])
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
        "icons": [{"src": icon, "sizes": "any", "type": "image/svg+xml"}],
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode()
