"""How an answer is compressed, and which way its browser takes."""

from __future__ import annotations

import gzip
from typing import Final

import brotli

CODINGS: Final = ("br", "gzip")
"""The content codings that we send (RFC 9110, 8.4.1), the smallest first."""
_BROTLI_QUALITY: Final = 8
"""Of Streamlit's first scripts (2.5 MB) 564 kB in 0.2 s; 11 makes 520 kB of them in 5 s."""


def coding_for(accepted: str) -> str:
    """The coding that a header ``Accept-Encoding`` likes best; empty for none of ours.

    RFC 9110, 12.5.3. A browser names brotli only where the connection is secure.
    """
    weights: dict[str, float] = {}
    for part in accepted.lower().replace(" ", "").split(","):
        coding, _, weight = part.partition(";q=")
        try:
            weights[coding] = float(weight or 1)
        except ValueError:
            weights[coding] = 0
    best = max(CODINGS, key=lambda coding: _weight(weights, coding))
    return best if _weight(weights, best) > 0 else ""


def _weight(weights: dict[str, float], coding: str) -> float:
    return weights.get(coding, weights.get("*", 0))


def encode(contents: bytes, coding: str) -> bytes:
    """The contents in a coding of ``CODINGS``; the same bytes for the same contents."""
    if coding == "br":
        compressed: bytes = brotli.compress(contents, quality=_BROTLI_QUALITY)
        return compressed
    return gzip.compress(contents, compresslevel=9, mtime=0)
