"""What can go wrong while a place is looked up.

GeocodingError
├── TryLaterError   the service is slow or away
├── StopError       the service refuses us
├── AskClerkError   a person must decide
├── HomeUnknownError    the home town is under another name
└── HomeAmbiguousError  a person must say which town is home
"""

from __future__ import annotations

from partner_map.errors import PartnerMapError
from partner_map.i18n.translator import N_, Translator


class GeocodingError(PartnerMapError):
    """Root of what can go wrong while a place is looked up; can be said in any language."""

    remedy = ""
    """What to do, as a message of the catalogue."""

    def __init__(self, message: str, **values: str) -> None:
        self._message, self._values = message, values
        super().__init__(f"{message.format(**values)}; {self.remedy}")

    def words(self, translator: Translator) -> str:
        """What is wrong and what to do, in the reader's language."""
        return "; ".join(
            (translator.gettext(self._message, **self._values), translator.gettext(self.remedy))
        )


class TryLaterError(GeocodingError):
    """Raised when the service is slow, away or has had enough: the same question may work later."""

    remedy = N_("try again later")


class StopError(GeocodingError):
    """Raised when the service refuses us: asking on would be of no use."""

    remedy = N_("the service refuses to answer: see what it asks of its users")


class AskClerkError(GeocodingError):
    """Raised when a person must decide: no candidate, several, or one in another country."""

    remedy = N_("write latitude, longitude and coordinates_source into its row of partners.csv")


class HomeUnknownError(GeocodingError):
    """Raised when the gazetteer knows no such home town."""

    remedy = N_("write the name as the gazetteer has it, in the town's own language")


class HomeAmbiguousError(GeocodingError):
    """Raised when several places may be the home town."""

    remedy = N_("say which one by its address, as in --place https://www.geonames.org/768216")
