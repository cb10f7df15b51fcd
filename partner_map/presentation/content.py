"""What the stage is given, on the page and in the exported file alike."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from partner_map.i18n.translator import LANGUAGE_NAMES, Translator, translator
from partner_map.mapview.geojson import partners_geojson
from partner_map.model import LANGUAGES, Dataset
from partner_map.presentation.choices import stories


def stage_data(dataset: Dataset, today: datetime.date) -> Mapping[str, Any]:
    """Both languages: the words of the stage, the steps, and the partners as GeoJSON."""
    told = stories(dataset, today)
    return {
        code: {
            "name": LANGUAGE_NAMES[code],
            "words": stage_words(translator(code)),
            "steps": [asdict(step) for step in told[code]],
            "partners": partners_geojson(dataset, translator(code)),
        }
        for code in LANGUAGES
    }


def stage_words(say: Translator) -> dict[str, str]:
    """The words of the stage itself; ``{number}`` and the like are left for it to fill in."""
    return {
        "title": say.gettext("Presentation"),
        "map": say.gettext("Map"),
        "save": say.gettext("Save as a file"),
        "next": say.gettext("Next step"),
        "back": say.gettext("Step back"),
        "counter": say.gettext("{number} of {count}", number="{number}", count="{count}"),
        "play": say.gettext("Play by itself"),
        "stop": say.gettext("Stop"),
        "pace": say.gettext("{seconds} s a step", seconds="{seconds}"),
        "full": say.gettext("Full screen"),
        "help": say.gettext("Keys"),
        "help_next": say.gettext("Page Down, Space, → or ↓: next step"),
        "help_back": say.gettext("Page Up, ← or ↑: step back"),
        "help_ends": say.gettext("Home, End: first and last step"),
        "help_blank": say.gettext("B or full stop: blank screen, and back"),
        "help_full": say.gettext("F: full screen"),
        "help_help": say.gettext("?: these keys"),
        "close": say.gettext("Close"),
        "blank": say.gettext("The screen is blank"),
    }
