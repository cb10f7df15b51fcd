"""Letters: how a name is looked up whoever types it, and how names are sorted."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a base letter and a mark.
_UNDIVIDED = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe"}
)


def folded(text: str) -> str:
    """The text without case, accents and the blanks around it."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_UNDIVIDED))
    return "".join(part for part in parts if not unicodedata.combining(part)).strip()


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
