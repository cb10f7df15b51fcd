"""Letters: how a name is looked up whoever types it, sorted, and set beside others."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Letters that Unicode does not take apart into a base letter and a mark.
_UNDIVIDED = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe"}
    | dict.fromkeys(
        "\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2032\u05f3\u00b4`", "'"
    )
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\u05be\u30a0", "-")
)
RIGHT_TO_LEFT: Final = (
    "\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
"""The letters that are read from right to left, as ranges of a regular expression."""
_NAMES_RIGHT_TO_LEFT: Final = re.compile(rf"[{RIGHT_TO_LEFT}]+(?:[\s'\"’-]+[{RIGHT_TO_LEFT}]+)*")
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_ISOLATES: Final = str.maketrans("", "", _FIRST_STRONG_ISOLATE + _POP_ISOLATE)


def folded(text: str) -> str:
    """The text without case, accents and the blanks around it; any hyphen and apostrophe is one."""
    plain = text.casefold().translate(_UNDIVIDED)
    if plain.isascii():
        return plain.strip()  # nothing to take apart, as in most of a gazetteer's names
    parts = unicodedata.normalize("NFKD", plain)
    return "".join(part for part in parts if not unicodedata.combining(part)).strip()


def isolated(text: str) -> str:
    """The text as a part of a sentence: what is read from right to left turns nothing beside it.

    By the characters of the Unicode Bidirectional Algorithm (UAX #9, 2.3): about the whole
    where that begins so, else about each such name in it. Any other text is left as it is, and
    one whose parts are isolated.
    """
    if text.isascii() or _FIRST_STRONG_ISOLATE in text:
        return text
    strong = (unicodedata.bidirectional(sign) for sign in text)
    if next((kind for kind in strong if kind in ("L", "R", "AL")), "L") == "L":
        return _NAMES_RIGHT_TO_LEFT.sub(rf"{_FIRST_STRONG_ISOLATE}\g<0>{_POP_ISOLATE}", text)
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"


def without_isolates(text: str) -> str:
    """The text as it goes into a cell of a table, which stands alone."""
    return text.translate(_ISOLATES)


def collation_key(text: str) -> tuple[tuple[str, str], ...]:
    """A key that sorts a letter with a mark right after the letter without, as Polish does."""
    letters: list[tuple[str, str]] = []
    for sign in unicodedata.normalize("NFD", text.casefold().replace("ł", "l\u0335")):
        if unicodedata.combining(sign) and letters:
            base, marks = letters[-1]
            letters[-1] = (base, marks + sign)
        else:
            letters.append((sign, ""))
    return tuple(letters)
