"""The QR code (ISO/IEC 18004) that leads from paper back to the page."""

from __future__ import annotations

from functools import lru_cache

import segno

_QUIET_ZONE = 4  # modules of white around the code, as the standard asks for


@lru_cache(maxsize=256)
def qr_code(url: str, light: str) -> str | None:
    """A picture of the code as SVG, its ground in the colour ``light``.

    None for a URL that is too long for one.
    """
    try:
        code = segno.make_qr(url, error="m", boost_error=False)
    except segno.DataOverflowError:
        return None
    return str(code.svg_inline(scale=4, border=_QUIET_ZONE, light=light))
