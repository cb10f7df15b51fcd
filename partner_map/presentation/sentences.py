"""The first sentences of a text, whole."""

from __future__ import annotations

import re
from typing import Final

_END: Final = re.compile(r"(?P<word>\S+)[.!?…]\s+(?=[„“\"'(]?[^\W\d_])")
_ABBREVIATIONS: Final = frozenset(
    (
        *("al", "dr", "gen", "im", "in", "ks", "mgr", "np", "nr", "os", "pl", "por", "prof"),
        *("r", "red", "str", "św", "tj", "tzn", "tzw", "ul", "wg"),
        *("approx", "e.g", "etc", "i.e", "mr", "mrs", "ms", "no", "st", "vs"),
    )
)
"""What may stand with a full stop in the middle of a sentence, in Polish and English."""


def first_sentences(text: str, limit: int) -> str:
    """As many whole sentences as have no more than ``limit`` characters; the first one always."""
    ends = [
        found.end("word") + 1
        for found in _END.finditer(text)
        if _ends(found["word"]) and text[found.end() :].lstrip("„“\"'(")[0].isupper()
    ]
    ends.append(len(text))
    fitting = [end for end in ends if end <= limit]
    return text[: fitting[-1] if fitting else ends[0]].rstrip()


def _ends(word: str) -> bool:
    """Whether a full stop after the word ends a sentence: not after an initial or the like."""
    bare = word.strip("„“\"'(").lower()
    return len(bare) > 1 and bare not in _ABBREVIATIONS
