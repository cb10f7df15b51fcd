"""Bodies that are sent often: compressed once, kept in memory, sent as a browser takes them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response

from partner_map.server.encodings import CODINGS, coding_for, encode

_MIN_COMPRESSED_BYTES = 500
"""Bytes; below, the headers weigh more than what is won."""
_COMPRESSED_ALREADY = ("image/png", "image/jpeg", "image/webp", "font/woff2")


@dataclass(frozen=True, eq=False)
class Body:
    """Contents with their media type."""

    contents: bytes
    media_type: str
    _kept: dict[str, bytes] = field(default_factory=dict, init=False, repr=False)
    _one_at_a_time: Lock = field(default_factory=Lock, init=False, repr=False)

    @cached_property
    def version(self) -> str:
        """A short word that changes with the contents."""
        return hashlib.sha256(self.contents).hexdigest()[:8]

    @property
    def codings(self) -> tuple[str, ...]:
        """The codings that are worth it for these contents."""
        if len(self.contents) < _MIN_COMPRESSED_BYTES or self.media_type in _COMPRESSED_ALREADY:
            return ()
        return CODINGS

    @property
    def prepared(self) -> bool:
        """Whether nothing is left to compress."""
        return self._kept.keys() >= set(self.codings)

    def prepare(self) -> None:
        """Compress the contents in every way that is worth it."""
        for coding in self.codings:
            self.compressed(coding)

    def compressed(self, coding: str) -> bytes:
        """The contents in a coding, made once; several threads may ask."""
        with self._one_at_a_time:
            if coding not in self._kept:
                self._kept[coding] = encode(self.contents, coding)
            return self._kept[coding]

    def response(self, request: Request, headers: Mapping[str, str]) -> Response:
        """The answer to a GET or a HEAD, in the coding that its browser likes best.

        304 where the browser names what it would get (RFC 9110, 13.1.2).
        """
        told = dict(headers)
        contents, tag = self.contents, self.version
        if self.codings:
            told["Vary"] = "Accept-Encoding"
            coding = coding_for(request.headers.get("Accept-Encoding", ""))
            if coding:
                contents, tag = self.compressed(coding), f"{tag}-{coding}"
                told["Content-Encoding"] = coding
        told["ETag"] = f'"{tag}"'
        if _names(request.headers.get("If-None-Match", ""), told["ETag"]):
            told.pop("Content-Encoding", None)
            return Response(status_code=304, headers=told)
        told["Content-Length"] = str(len(contents))
        sent = b"" if request.method == "HEAD" else contents
        return Response(sent, media_type=self.media_type, headers=told)


def _names(condition: str, tag: str) -> bool:
    """Whether a header ``If-None-Match`` names a tag, be it as a weak one."""
    named = (part.strip().removeprefix("W/") for part in condition.split(","))
    return any(part in (tag, "*") for part in named)
