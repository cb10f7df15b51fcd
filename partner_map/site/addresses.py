"""Where each published page stands: its path below the site's root, with a slash at its end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from partner_map.i18n.letters import folded
from partner_map.i18n.translator import Translator, translator_for
from partner_map.i18n.wording import type_name
from partner_map.model import LANGUAGES, Dataset, ExchangeType, kept_with_dataset
from partner_map.open_data.files import FOLDER
from partner_map.permalink import DECLARATION_PATH

ASSETS: Final = "assets"
"""The folder of what the pages load."""
EMBED: Final = "embed"
"""The last part of the address of the map for a frame of another page."""
NOT_FOUND: Final = "404.html"
"""The page for addresses that lead nowhere, as most web servers look for it."""
_FEED: Final = "feed.atom"
_CALENDAR: Final = "anniversaries.ics"
_MANIFEST: Final = "manifest.webmanifest"
_SOURCE: Final = "en"
_OTHER_SIGNS: Final = re.compile("[^a-z0-9]+")


@dataclass(frozen=True)
class Addresses:
    """The paths of the pages in one language."""

    dataset: Dataset
    language: str

    @property
    def home(self) -> str:
        """The map: the site's root in the first language, a folder in every other."""
        return "" if self.language == LANGUAGES[0] else f"{self.language}/"

    @cached_property
    def exchanges(self) -> str:
        """All exchanges."""
        return f"{self.home}{self._slugs['exchanges']}/"

    def exchanges_of(self, exchange_type: ExchangeType) -> str:
        """The exchanges of a type."""
        return f"{self.exchanges}{self._types[exchange_type]}/"

    @cached_property
    def anniversaries(self) -> str:
        """The anniversaries of the agreements."""
        return f"{self.home}{self._slugs['anniversaries']}/"

    @cached_property
    def data(self) -> str:
        """What the tables hold, and their files."""
        return f"{self.home}{self._slugs['data']}/"

    @cached_property
    def declaration(self) -> str:
        """The declaration of accessibility, at the path that the live application has."""
        return f"{self.home}{DECLARATION_PATH}/"

    @property
    def feed(self) -> str:
        """The feed of exchanges."""
        return f"{self.home}{_FEED}"

    @property
    def calendar(self) -> str:
        """The calendar of anniversaries."""
        return f"{self.home}{_CALENDAR}"

    @property
    def manifest(self) -> str:
        """The manifest."""
        return f"{self.home}{_MANIFEST}"

    @cached_property
    def embed(self) -> str:
        """The map for a frame of another page."""
        return f"{self.home}{EMBED}/"

    def partner(self, partner_id: str) -> str:
        """A partner's page."""
        taken = partner_id in self._taken
        return f"{self.home}{f'p-{partner_id}' if taken else partner_id}/"

    @cached_property
    def _slugs(self) -> Mapping[str, str]:
        return {
            name: _slug(words, english)
            for (name, words), english in zip(
                _pages(translator_for(self.language)).items(),
                _pages(translator_for(_SOURCE)).values(),
                strict=True,
            )
        }

    @cached_property
    def _types(self) -> Mapping[ExchangeType, str]:
        """A last part for each type, no two the same."""
        own, source = translator_for(self.language), translator_for(_SOURCE)
        found: dict[ExchangeType, str] = {}
        for one in ExchangeType:
            slug = _slug(type_name(one, own), type_name(one, source))
            found[one] = one.value if slug in found.values() else slug
        return found

    @cached_property
    def _taken(self) -> frozenset[str]:
        """First parts that no partner can have."""
        return frozenset(
            {*LANGUAGES, *self._slugs.values(), DECLARATION_PATH, ASSETS, FOLDER, EMBED}
        )


@dataclass(frozen=True)
class FullAddresses:
    """The full URLs of the site in every language, as open data name them."""

    dataset: Dataset
    root: str
    """With a slash at its end."""

    def start(self, language: str) -> str:
        """The page of the map."""
        return f"{self.root}{self._of(language).home}"

    def partner(self, partner: str, language: str) -> str:
        """A partner's page, by its id."""
        return f"{self.root}{self._of(language).partner(partner)}"

    def exchanges(self, language: str) -> str:
        """The page of the exchanges."""
        return f"{self.root}{self._of(language).exchanges}"

    def data(self, language: str) -> str:
        """The page about the data."""
        return f"{self.root}{self._of(language).data}"

    def feed(self, language: str) -> str:
        """The feed of exchanges."""
        return f"{self.root}{self._of(language).feed}"

    def calendar(self, language: str) -> str:
        """The calendar of anniversaries."""
        return f"{self.root}{self._of(language).calendar}"

    def file(self, name: str) -> str:
        """A file of open data, by its name."""
        return f"{self.root}{FOLDER}/{name}"

    def _of(self, language: str) -> Addresses:
        return addresses_of(self.dataset, language)


@kept_with_dataset(max_results=len(LANGUAGES))
def addresses_of(dataset: Dataset, language: str) -> Addresses:
    """The paths of the pages in a language."""
    return Addresses(dataset, language)


def _pages(translator: Translator) -> Mapping[str, str]:
    """The pages' names, of which their addresses are made."""
    return {
        "exchanges": translator.gettext("Exchanges"),
        "anniversaries": translator.gettext("Anniversaries"),
        "data": translator.gettext("About the data"),
    }


def _slug(words: str, english: str) -> str:
    """Words as a part of an address; the English ones where they are in other letters."""
    plain = folded(words)
    letters = plain if plain.isascii() else folded(english)
    return _OTHER_SIGNS.sub("-", letters).strip("-")
