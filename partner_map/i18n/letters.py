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
# Letters of their own that Unicode does not write as another with a mark. The mark that each has
# here puts it where its alphabet has it: the Ukrainian і and ї between и and й.
_SORTED_AS: Final = str.maketrans(
    {"ł": "l\u0335", "ґ": "г\u0335", "є": "е\u0335", "і": "и\u0304", "ї": "и\u0304\u0304"}
)
_ACCENTS: Final = "\u0300\u0302\u0308"
"""The grave, the circumflex and the diaeresis or umlaut."""
_ACCENTED: Final = frozenset({"a\u0301", "e\u0301", "i\u0301", "u\u0301", "y\u0301"})
"""The acute on letters that have none in Polish."""
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
    if _FIRST_STRONG_ISOLATE not in text and _POP_ISOLATE not in text:
        return text  # most have none, and a large table has many
    return text.translate(_ISOLATES)


def collation_key(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """A key that sorts as the languages of the program do, which agree where they meet.

    A letter with a mark is one of its own, right after the letter without, as in Polish; a French
    accent and a German umlaut count only between words that are else the same.
    """
    letters: list[tuple[str, str]] = []
    marked = unicodedata.normalize("NFD", text.casefold().translate(_SORTED_AS))
    for sign in marked:
        if not unicodedata.combining(sign) or not letters:
            letters.append((sign, ""))
        elif sign not in _ACCENTS and letters[-1][0] + sign not in _ACCENTED:
            base, marks = letters[-1]
            letters[-1] = (base, marks + sign)
    return tuple(letters), marked
