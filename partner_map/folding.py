"""Text without case and accents: how a name is looked up, whoever types it."""

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
