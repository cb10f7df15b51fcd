"""How long a browser may keep an answer: the rules of its Cache-Control (RFC 9111)."""

from __future__ import annotations

from typing import Final

KEPT_FOREVER: Final = {"Cache-Control": "public, max-age=31536000, immutable"}
"""Of a file whose URL changes with its contents."""
ASKED_AGAIN: Final = {"Cache-Control": "no-cache"}
"""Kept, and asked for again each time, which mostly costs an answer of no contents."""
NEVER_KEPT: Final = {"Cache-Control": "no-store"}
