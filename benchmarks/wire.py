"""The bytes that come to a page: what HTTP transferred, and the messages of its websocket."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

_BINARY = 2  # opcode of RFC 6455


class Wire:
    """Counts all bytes to a page from when it is made.

    HTTP counts as transferred, with headers and compressed; what comes from the cache
    is nothing. Of the websocket the messages count.
    """

    def __init__(self, page: Page) -> None:
        self.bytes = 0
        self._devtools = page.context.new_cdp_session(page)
        self._devtools.on("Network.loadingFinished", self._count_load)
        self._devtools.on("Network.webSocketFrameReceived", self._count_message)
        self._devtools.send("Network.enable")

    def _count_load(self, event: Mapping[str, Any]) -> None:
        self.bytes += int(event["encodedDataLength"])

    def _count_message(self, event: Mapping[str, Any]) -> None:
        response = event["response"]
        data = response["payloadData"]
        self.bytes += len(base64.b64decode(data) if response["opcode"] == _BINARY else data)
