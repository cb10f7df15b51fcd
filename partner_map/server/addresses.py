"""The full URLs of the live pages and files, at the host that was asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from starlette.datastructures import Headers
from starlette.types import Scope

from partner_map.open_data.files import FOLDER
from partner_map.permalink import DATA_PATH, EXCHANGES_PATH, MAP_PATH, home_query

FEED: Final = "feed.atom"
CALENDAR: Final = "anniversaries.ics"
MANIFEST: Final = "manifest.webmanifest"
SITEMAP: Final = "sitemap.xml"
"""These four are relative to the server's root."""
_HOST: Final = re.compile(r"(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?", re.I)
"""A host as it may stand in a URL, with its port (RFC 3986, 3.2.2)."""


@dataclass(frozen=True, slots=True)
class LiveAddresses:
    """The addresses of this server; ``root`` is its full URL, with a slash at its end."""

    root: str

    def page(self, path: str, language: str) -> str:
        """A page or a file by its path below the root."""
        return f"{self.root}{path}{home_query({'lang': [language]})}"

    def start(self, language: str) -> str:
        """The page of the map."""
        return self.page(MAP_PATH, language)

    def partner(self, partner: str, language: str) -> str:
        """The map with a partner chosen, by its id."""
        start = self.start(language)
        return f"{start}{'&' if '?' in start else '?'}{urlencode({'city': partner})}"

    def exchanges(self, language: str) -> str:
        """The page of the exchanges."""
        return self.page(EXCHANGES_PATH, language)

    def data(self, language: str) -> str:
        """The page about the data."""
        return self.page(DATA_PATH, language)

    def feed(self, language: str) -> str:
        """The feed of exchanges."""
        return self.page(FEED, language)

    def calendar(self, language: str) -> str:
        """The calendar of anniversaries."""
        return self.page(CALENDAR, language)

    def file(self, name: str) -> str:
        """A file of open data, by its name."""
        return f"{self.root}{FOLDER}/{name}"


def addresses_of(scope: Scope, root: str) -> LiveAddresses | None:
    """The addresses for who asked; None where the request names no host that a URL can have.

    ``root`` is the path of the server's root, with a slash at its end.
    """
    origin = origin_of(scope)
    return LiveAddresses(f"{origin}{root}") if origin else None


def origin_of(scope: Scope) -> str:
    """The scheme and the host that were asked; empty for a host that cannot stand in a URL."""
    named = Headers(scope=scope).get("Host", "")
    return f"{_scheme(scope)}://{named}" if _HOST.fullmatch(named) else ""


def _scheme(scope: Scope) -> str:
    """How the visitor's browser asked: as the web server before this one says, if one does."""
    told = Headers(scope=scope).get("X-Forwarded-Proto", "")
    return told if told in ("http", "https") else str(scope["scheme"])
