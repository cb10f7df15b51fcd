"""Faults and hints as a public page may tell them.

Nothing of what should never have been typed, and nothing that only the operator can act on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from partner_map.tables import Fault, FaultKind, Hint, HintKind

_PERSONAL_KINDS: Final = {FaultKind.EMAIL, FaultKind.PHONE, FaultKind.PESEL}
_OPERATORS_KINDS: Final = {HintKind.DECLARATION_INCOMPLETE, HintKind.REVIEW_DUE}
# A cell has one fault, so that one of another kind may hold such a value too.
_PERSONAL: Final = re.compile(r"[^\s@]@[^\s@]|(?:\d\D{0,3}){9}")


def public_fault(fault: Fault) -> Fault:
    """The fault without its value where that may be an e-mail address or a person's number.

    File, row and column remain: whoever has the table finds it by them.
    """
    personal = fault.kind in _PERSONAL_KINDS or _PERSONAL.search(fault.value)
    return replace(fault, value="", nearest=None) if personal else fault


def public_hints(hints: Iterable[Hint]) -> list[Hint]:
    """The hints on the tables; what the declaration of accessibility lacks is for ``check``.

    The name of a photo's file is left out where it may be such a value.
    """
    return [
        replace(hint, value="") if hint.column and _PERSONAL.search(hint.value) else hint
        for hint in hints
        if hint.kind not in _OPERATORS_KINDS
    ]
