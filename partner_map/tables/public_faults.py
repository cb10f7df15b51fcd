"""Faults as a public page may tell them: nothing of what should never have been typed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from partner_map.tables import Fault, FaultKind

_PERSONAL_KINDS: Final = {FaultKind.EMAIL, FaultKind.PHONE, FaultKind.PESEL}
# A cell has one fault, so that one of another kind may hold such a value too.
_PERSONAL: Final = re.compile(r"[^\s@]@[^\s@]|(?:\d\D{0,3}){9}")


def public_fault(fault: Fault) -> Fault:
    """The fault without its value where that may be an e-mail address or a person's number.

    File, row and column remain: whoever has the table finds it by them.
    """
    personal = fault.kind in _PERSONAL_KINDS or _PERSONAL.search(fault.value)
    return replace(fault, value="", nearest=None) if personal else fault
