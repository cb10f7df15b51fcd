"""What a page in kiosk mode is given with its index page, to speak without the server."""

from __future__ import annotations

import json

from partner_map import settings
from partner_map.assets import OWN_ASSETS, PLACE_OF_PALETTE, folder, json_script, palette_style
from partner_map.build import build
from partner_map.i18n.translator import Translator, translator_for
from partner_map.model import LANGUAGES

_AGAIN_WITHOUT_SCRIPT = (
    "<script>addEventListener('error', ({target}) => {if (target.src?.includes('/kiosk.js'))"
    "setTimeout(() => location.reload(), 3000);}, true);</script>"
)
"""Where the kiosk's script does not come, the page itself is all that could try again."""
_PLACE_OF_SETTINGS = "<!-- kiosk-settings -->"


def kiosk_head() -> str:
    """What the index page's head holds in kiosk mode."""
    own = folder("page")
    style = f'<link rel="stylesheet" href="./{own.url("kiosk.css")}">'
    script = f'<script type="module" src="./{own.url("kiosk.js")}"></script>'
    return f"{style}{_settings_element()}{_AGAIN_WITHOUT_SCRIPT}{script}"


def away_page() -> str:
    """The page for when the server is away: it needs nothing but itself."""
    page = (OWN_ASSETS["page"] / "kiosk-away.html").read_text(encoding="utf-8")
    page = page.replace(PLACE_OF_PALETTE, palette_style(), 1)
    return page.replace(_PLACE_OF_SETTINGS, _settings_element(), 1)


def kiosk_words(translator: Translator) -> dict[str, str]:
    """What the kiosk's script says by itself; ``{seconds}`` is left for it to fill in."""
    return {
        "still_here": translator.gettext("Are you still here?"),
        "returning": translator.gettext(
            "The screen starts anew in {seconds} s.", seconds="{seconds}"
        ),
        "here": translator.gettext("Yes, I am here"),
        "away": translator.gettext("One moment, please"),
        "away_more": translator.gettext("The map comes back by itself."),
        "touch": translator.gettext("Touch the screen"),
    }


def _settings_element() -> str:
    """The settings, the version of the program and the words, as the JSON that kiosk.js reads."""
    told = {
        "build": build(),
        "resetSeconds": settings.kiosk_reset_seconds(),
        "tourSeconds": settings.kiosk_tour_seconds(),
        "words": {code: kiosk_words(translator_for(code)) for code in LANGUAGES},
    }
    return json_script("kiosk-settings", json.dumps(told, ensure_ascii=False))
