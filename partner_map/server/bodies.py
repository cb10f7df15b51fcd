"""Bodies that are sent often: compressed once, kept in memory, sent as a browser takes them."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from starlette.requests import Request
from starlette.responses import Response

KEPT_FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
"""For a URL that names its contents."""
_MIN_COMPRESSED_BYTES = 500
"""Bytes; below, the headers weigh more than what is won."""
_COMPRESSED_ALREADY = ("image/png", "font/woff2")


@dataclass(frozen=True, eq=False)
class Body:
    """Contents with their media type."""

    contents: bytes
    media_type: str

    @cached_property
    def version(self) -> str:
        """A short word that changes with the contents."""
        return hashlib.sha256(self.contents).hexdigest()[:8]

    @cached_property
    def compressed(self) -> bytes | None:
        """The contents in gzip; None where that is not worth it."""
        if len(self.contents) < _MIN_COMPRESSED_BYTES or self.media_type in _COMPRESSED_ALREADY:
            return None
        return gzip.compress(self.contents, compresslevel=9, mtime=0)

    def response(self, request: Request, headers: Mapping[str, str]) -> Response:
        """The answer to a request, in gzip where its browser takes that."""
        if self.compressed is None:
            return Response(self.contents, media_type=self.media_type, headers=headers)
        told = {**headers, "Vary": "Accept-Encoding"}
        if not takes_gzip(request.headers.get("Accept-Encoding", "")):
            return Response(self.contents, media_type=self.media_type, headers=told)
        told["Content-Encoding"] = "gzip"
        return Response(self.compressed, media_type=self.media_type, headers=told)


def takes_gzip(accepted: str) -> bool:
    """Whether a header ``Accept-Encoding`` allows gzip (RFC 9110, 12.5.3)."""
    weights: dict[str, float] = {}
    for part in accepted.lower().split(","):
        coding, _, weight = part.partition(";q=")
        try:
            weights[coding.strip()] = float(weight or 1)
        except ValueError:
            weights[coding.strip()] = 0
    return weights.get("gzip", weights.get("*", 0)) > 0
