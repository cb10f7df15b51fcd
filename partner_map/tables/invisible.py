"""Characters that nobody sees: those that turn or hide text, and marks that came with a copy.

Right-to-left text is often copied with a mark of direction behind it (U+200E, U+200F), which
then says nothing that the letters do not say: it is taken away. Any other is a fault.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from partner_map.i18n.letters import RIGHT_TO_LEFT

_BREAKS: Final = "\t\n\r"  # what may break a line in a cell
_MARKS: Final = "\u200b\u200e\u200f\u061c\u2060\ufeff"
_HIDDEN: Final = frozenset(
    f"{_MARKS}\u00ad\u2028\u2029\u2061\u2062\u2063\u2064\ufffe\uffff\U000e0001"
)
_TURNING: Final = frozenset(
    ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"),
)
_BEHIND_RIGHT_TO_LEFT: Final = re.compile(
    rf"(?<=[{RIGHT_TO_LEFT}])[\s.,;:!?()\[\]'\"’”׳״–-]*[{_MARKS}][\s{_MARKS}]*"
)
_ANY_MARK: Final = re.compile(f"[{_MARKS}]")


def without_idle_marks(cell: str) -> str:
    """The cell without the invisible marks that only follow right-to-left text."""
    if cell.isascii():
        return cell
    return _BEHIND_RIGHT_TO_LEFT.sub(lambda found: _ANY_MARK.sub("", found[0]), cell)


def invisible_position(cell: str) -> int | None:
    """Where a cell has its first character that is hidden, turns the text or controls.

    Counted from 1 in the cell as it was typed, past the marks that only follow
    right-to-left text; None where there is none.
    """
    if cell.isascii() and cell.isprintable():
        return None
    idle = {
        place
        for found in _BEHIND_RIGHT_TO_LEFT.finditer(cell)
        for place in range(*found.span())
        if cell[place] in _MARKS
    }
    return next(
        (
            place + 1
            for place, character in enumerate(cell)
            if place not in idle and _is_invisible(character)
        ),
        None,
    )


def with_names_of_invisible(text: str) -> str:
    """The text with a name in place of each such character, as it is told to a person."""
    return "".join(
        f"[U+{ord(character):04X}]" if _is_invisible(character) else character for character in text
    )


def _is_invisible(character: str) -> bool:
    return (
        character in _HIDDEN
        or (unicodedata.category(character) in ("Cc", "Cs") and character not in _BREAKS)
        or unicodedata.bidirectional(character) in _TURNING
    )
