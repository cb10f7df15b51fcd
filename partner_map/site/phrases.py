"""Sentences with a number in them, as the browser's scripts say them: every form once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from partner_map.i18n.translator import Translator

_PERIOD: Final = 100
"""From here on a language's forms return with the last two digits (Unicode CLDR, plural rules
of all languages of the program)."""


def phrase(speak: Callable[[int], str], translator: Translator) -> Mapping[str, Any]:
    """The forms of a sentence, and which number takes which, up to twice the period.

    ``speak`` says it for a number; in a form that number is ``{number}``.
    """
    forms: dict[str, int] = {}
    places = []
    for number in range(2 * _PERIOD):
        words = speak(number)
        form = _with_place(words, translator.number(number))
        places.append(forms.setdefault(form, len(forms)))
    return {"forms": list(forms), "of": "".join(map(str, places))}


def _with_place(words: str, number: str) -> str:
    """The words with the place of their number marked."""
    before, found, after = words.partition(number)
    return f"{before}{{number}}{after}" if found else words
