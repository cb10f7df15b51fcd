"""Where a site's pages and files are; the live application and published pages have their own."""

from __future__ import annotations

from typing import Protocol


class Addresses(Protocol):
    """The full URLs of one site; an object that can be hashed."""

    @property
    def root(self) -> str:
        """The site's root, with a slash at its end."""

    def start(self, language: str) -> str:
        """The page of the map."""

    def partner(self, partner: str, language: str) -> str:
        """What shows a partner, by its id."""

    def exchanges(self, language: str) -> str:
        """The page of the exchanges."""

    def data(self, language: str) -> str:
        """The page about the data."""

    def feed(self, language: str) -> str:
        """The feed of exchanges."""

    def calendar(self, language: str) -> str:
        """The calendar of anniversaries."""

    def file(self, name: str) -> str:
        """A file of open data, by its name."""
