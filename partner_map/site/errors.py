"""What can go wrong while a site is published."""

from __future__ import annotations

from pathlib import Path

from partner_map.errors import PartnerMapError
from partner_map.i18n.translator import Translator


class SiteError(PartnerMapError):
    """Raised when a site cannot be published."""

    def words(self, translator: Translator) -> str:
        """What is wrong and what to do."""
        raise NotImplementedError


class UrlError(SiteError):
    """Raised for a URL under which no site can stand."""

    def __init__(self, url: str) -> None:
        self.url = url
        super().__init__(url)

    def words(self, translator: Translator) -> str:
        """What is wrong and what to do."""
        return translator.gettext(
            "{url}: give the full URL of the site, as in https://www.example.pl/miasta/",
            url=self.url,
        )


class FolderError(SiteError):
    """Raised for a folder that holds something else than a site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(str(folder))

    def words(self, translator: Translator) -> str:
        """What is wrong and what to do."""
        return translator.gettext(
            "{folder} holds other files than a published site, which would be lost: name a new"
            " folder, or an empty one",
            folder=str(self.folder),
        )
