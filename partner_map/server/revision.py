"""The revision that every open page asks for each two seconds."""

from __future__ import annotations

import time
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from partner_map.presentation import choices
from partner_map.runtime import store
from partner_map.server.cache_rules import NEVER_KEPT

KEPT_SECONDS: Final = 0.25
"""The presenter's choices and the day are looked up so often; other data are seen at once."""


class RevisionAnswers:
    """Answers hundreds of pages a second, most of them without a thread and a file for each."""

    def __init__(self) -> None:
        self._revision = ""
        self._loaded: store.Loaded | None = None
        self._looked_up = 0.0

    async def answer(self, _: Request) -> Response:
        """What tells an open page that there is something else to show."""
        loaded, now = store.current(), time.monotonic()
        if loaded is not self._loaded or now >= self._looked_up + KEPT_SECONDS:
            self._revision = await run_in_threadpool(choices.revision)
            self._loaded, self._looked_up = loaded, now
        return Response(self._revision, media_type="text/plain", headers=NEVER_KEPT)
