"""What can be wrong with a picture that is asked for; each says so in the reader's language."""

from __future__ import annotations

from partner_map.errors import PartnerMapError
from partner_map.i18n.translator import Translator


class PictureError(PartnerMapError):
    """Raised when a picture cannot be made."""

    def words(self, translator: Translator) -> str:
        """What is wrong, where, and what to do, in the translator's language."""
        raise NotImplementedError


class FontError(PictureError):
    """Raised when there is no font to write a picture in."""

    def words(self, translator: Translator) -> str:
        """That the program is not whole."""
        return translator.gettext(
            "there is no font to write the picture in ({reason}); install the program anew",
            reason=str(self),
        )


class SizeError(PictureError):
    """Raised for a size that is none; its text is what was typed."""

    def words(self, translator: Translator) -> str:
        """Which sizes there are."""
        return translator.gettext(
            "{text} is no size of a picture; write A4, A3, A2, A1 or A0, or pixels from 320 to "
            "8000, as in 1200x630",
            text=str(self),
        )


class YearError(PictureError):
    """Raised for a year that is not on the timeline."""

    def __init__(self, year: int, first: int, last: int) -> None:
        super().__init__(f"{year} is not from {first} to {last}")
        self.year, self.first, self.last = year, first, last

    def words(self, translator: Translator) -> str:
        """Which years there are."""
        return translator.gettext(
            "{year} is not on the timeline; write a year from {first} to {last}",
            year=self.year,
            first=self.first,
            last=self.last,
        )


class CityError(PictureError):
    """Raised for a city that the map does not have."""

    def __init__(self, city: str, nearest: str | None) -> None:
        super().__init__(city)
        self.nearest = nearest

    def words(self, translator: Translator) -> str:
        """Which city is nearest to what was typed."""
        if self.nearest is None:
            return translator.gettext(
                "{city} is no city on the map; write its id, as in partners.csv", city=str(self)
            )
        return translator.gettext(
            "{city} is no city on the map; the nearest id is {nearest}",
            city=str(self),
            nearest=self.nearest,
        )
