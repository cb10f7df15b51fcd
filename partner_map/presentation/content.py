"""What the browser is given, on the page and in the exported file alike."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from partner_map.chart import timeline_chart
from partner_map.i18n.translator import Translator, translator_for
from partner_map.i18n.wording import site_title
from partner_map.mapview.geojson import partners_geojson
from partner_map.model import NO_FILTERS, Dataset, LocalizedText
from partner_map.presentation.choices import chosen_steps


def presentation_data(
    dataset: Dataset,
    today: datetime.date,
    font_url: str,
    pictures: LocalizedText,
    languages: Iterable[str],
) -> Mapping[str, Any]:
    """By language: the words of the presentation, the steps, and the partners as GeoJSON.

    ``pictures`` are the URLs of the handout's map; a language without one takes the English one.
    """
    return {
        code: {
            "document": document_title(dataset, code),
            "words": presentation_words(translator_for(code)),
            "picture": pictures.get(code, ""),
            "steps": [asdict(step) for step in chosen_steps(dataset, today, code)],
            "timeline": _timeline(dataset, today, code),
            "partners": partners_geojson(dataset, translator_for(code), font_url),
        }
        for code in languages
    }


def document_title(dataset: Dataset, language: str) -> str:
    """What the exported file is called in a language."""
    translator = translator_for(language)
    return site_title(dataset.town, translator)


def _timeline(dataset: Dataset, today: datetime.date, language: str) -> Mapping[str, Any]:
    """The agreements and the events of the explorer's chart, for the small one of a step."""
    chart = timeline_chart(dataset, NO_FILTERS, None, language, today.year)
    return {name: chart[name] for name in ("first", "last", "marks", "bars")}


def presentation_words(translator: Translator) -> dict[str, str]:
    """The words of the presentation; it fills in ``{number}`` and the like by itself."""
    return {
        "title": translator.gettext("Presentation"),
        "map": translator.gettext("Map"),
        "save": translator.gettext("Save as a file"),
        "next": translator.gettext("Next step"),
        "back": translator.gettext("Step back"),
        "counter": translator.gettext("{number} of {count}", number="{number}", count="{count}"),
        "play": translator.gettext("Play by itself"),
        "stop": translator.gettext("Stop"),
        "pace": translator.gettext("{seconds} s a step", seconds="{seconds}"),
        "full": translator.gettext("Full screen"),
        "help": translator.gettext("Keys"),
        "together": translator.gettext("Together:"),
        "languages": translator.gettext("Languages"),
        "colon": translator.colon,
        "help_next": translator.gettext("Page Down, Space, → or ↓: next step"),
        "help_back": translator.gettext("Page Up, Shift+Space, ← or ↑: step back"),
        "help_ends": translator.gettext("Home, End: first and last step"),
        "help_number": translator.gettext("a number and Enter: that step"),
        "help_start": translator.gettext("F5: from the first step, in full screen"),
        "help_blank": translator.gettext("B or full stop: blank screen, and back"),
        "help_full": translator.gettext("F: full screen"),
        "help_help": translator.gettext("?: these keys"),
        "single": translator.gettext("Keys of a single character: B, F, ?, full stop, numbers"),
        "close": translator.gettext("Close"),
        "blank": translator.gettext("The screen is blank"),
    }
