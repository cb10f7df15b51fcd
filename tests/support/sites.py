"""A site of its own addresses, and the tables that its files are made of."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from partner_map.tables import read_dataset
from tests.support.folders import FROZEN

DATASET = read_dataset(FROZEN)
TODAY = datetime.date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Example:
    """A site whose addresses name what they show."""

    root: str = "https://partners.example.org/"

    def start(self, language: str) -> str:
        return f"{self.root}{language}/"

    def partner(self, partner: str, language: str) -> str:
        return f"{self.root}{language}/{partner}/"

    def exchanges(self, language: str) -> str:
        return f"{self.root}{language}/exchanges/"

    def data(self, language: str) -> str:
        return f"{self.root}{language}/data/"

    def feed(self, language: str) -> str:
        return f"{self.root}{language}/feed.atom"

    def calendar(self, language: str) -> str:
        return f"{self.root}{language}/anniversaries.ics"

    def file(self, name: str) -> str:
        return f"{self.root}open-data/{name}"


SITE = Example()
