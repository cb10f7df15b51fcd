"""Words in the visitor's language: gettext catalogues through Babel, the rest from CLDR.

English is the language of the source; every other language is a catalogue under
``locale/``. Catalogues are read as they are kept (``.po``), once a process.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from gettext import NullTranslations
from pathlib import Path
from typing import Final

from babel import Locale
from babel.core import get_global
from babel.dates import format_date, format_interval, format_skeleton, format_time
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

from partner_map.dates import ImpreciseDate, Precision
from partner_map.i18n.letters import isolated
from partner_map.model import CLERK_LANGUAGES, LANGUAGES

SOURCE_LANGUAGE = "en"
VISITORS: Final = "partner_map"
"""The catalogue of what visitors read, in every language."""
CLERKS: Final = "partner_map_clerk"
"""The catalogue of what only those read who keep the tables and run the program."""
_LOCALES = {"en": "en_GB"}
"""The CLDR locale of a language where it is not the language's own name."""
_NO_COUNTRIES = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
)
"""Codes of CLDR that ISO 3166-1 assigns to no country."""
_CODE_LETTERS = 2
_KEPT: Final = 4096
"""Numbers, and dates, whose words are kept: the same few stand on every page."""
_CATALOGUES = Path(__file__).parent / "locale"


def N_(message: str) -> str:  # noqa: N802  # the name by which gettext's tools know it
    """Mark a message that is translated later, where the reader's language is known."""
    return message


@dataclass(frozen=True)
class Translator:
    """Speaks one language: wording, plurals, dates, numbers, countries."""

    language: str
    catalogue: NullTranslations
    locale: Locale

    def gettext(self, message: str, **values: object) -> str:
        """The message in this language, with ``{name}`` filled in."""
        return self.catalogue.gettext(message).format(**_isolated(values))

    def ngettext(self, singular: str, plural: str, number: int, **values: object) -> str:
        """The form for the number, with ``{number}`` and others filled in."""
        return self.catalogue.ngettext(singular, plural, number).format(
            number=self.number(number), **_isolated(values)
        )

    def number(self, value: float) -> str:
        """A whole number with this language's grouping."""
        return _number(round(value), self.language)

    def country(self, code: str) -> str:
        """A country's name from CLDR; the code itself where CLDR has none."""
        return str(self.locale.territories.get(code, code))

    def language_name(self, code: str) -> str:
        """A language's name from CLDR."""
        return str(self.locale.languages[code])

    @property
    def colon(self) -> str:
        """What stands between a label and what is said: French sets it apart from its word."""
        return self.gettext("{label}: {text}", label="", text="")

    def enumeration(self, items: Iterable[str]) -> str:
        """Words joined as in a sentence."""
        return format_list([isolated(item) for item in items], locale=self.locale)

    def day(self, date: datetime.date) -> str:
        """A day of the calendar in words."""
        return _day(date, self.language)

    def moment(self, moment: datetime.datetime, zone: datetime.tzinfo | None = None) -> str:
        """A day and the time of day in a zone, without one in that of the server."""
        local = moment.astimezone(zone)
        pattern = str(self.locale.datetime_formats["medium"])
        # Babel would take the time to UTC where it knows the zone.
        time = format_time(local.time(), format="short", locale=self.locale)
        return pattern.replace("'", "").format(time, self.day(local.date()))

    def place(self, latitude: float, longitude: float) -> str:
        """A place in WGS 84 degrees: ``52,0938° N, 21,11761° E``."""
        return (
            f"{self._degrees(latitude)} {'S' if latitude < 0 else 'N'}, "
            f"{self._degrees(longitude)} {'W' if longitude < 0 else 'E'}"
        )

    def _degrees(self, value: float) -> str:
        return f"{format_decimal(abs(value), format='0.#####', locale=self.locale)}°"

    def date(self, date: ImpreciseDate) -> str:
        """A date in words, as precise as its source and no more."""
        year = date.latest.year
        decade = date.earliest.year // 10 * 10
        short_decade = f"{decade % 100:02d}"
        match date.precision:
            case Precision.DAY:
                return self.day(date.latest)
            case Precision.MONTH:
                return _month(date.latest, self.language)
            case Precision.YEAR:
                return str(year)
            case Precision.ABOUT:
                return self.gettext("about {year}", year=year)
            case Precision.DECADE:
                return self.gettext("the {decade}s", decade=decade, short=short_decade)
            case Precision.EARLY_DECADE:
                return self.gettext("early {decade}s", decade=decade, short=short_decade)
            case Precision.LATE_DECADE:
                return self.gettext("late {decade}s", decade=decade, short=short_decade)

    def period(self, start: ImpreciseDate, end: ImpreciseDate | None) -> str:
        """From one date to another in words."""
        if end is None or end.edtf == start.edtf:
            return self.date(start)
        if start.precision is Precision.DAY and end.precision is Precision.DAY:
            days = (start.latest, end.latest)
            return str(format_interval(*days, skeleton="yMMMMd", locale=self.locale))
        return f"{self.date(start)} – {self.date(end)}"


@lru_cache(maxsize=1)
def country_codes() -> frozenset[str]:
    """The codes of countries (ISO 3166-1 alpha-2, and XK) that CLDR has a name for."""
    codes = map(str, Locale.parse("en").territories)
    return (
        frozenset(code for code in codes if len(code) == _CODE_LETTERS and code.isalpha())
        - _NO_COUNTRIES
    )


@lru_cache(maxsize=1)
def former_countries() -> Mapping[str, tuple[str, ...]]:
    """Codes of countries that are no more (ISO 3166-3), each with those of today (CLDR).

    CLDR takes CS for Serbia and Montenegro, which had it after Czechoslovakia, and YU for the
    last state of that name alone.
    """
    today = country_codes()
    known = {
        str(code): tuple(part for part in after if part in today)
        for code, after in get_global("territory_aliases").items()
        if len(code) == _CODE_LETTERS and code.isalpha()
    }
    known["CS"] = ("CZ", "SK", *known["CS"])
    known["YU"] = (*known["YU"], "BA", "HR", "MK", "SI")
    return {code: after for code, after in known.items() if after and code not in today}


@lru_cache(maxsize=len(LANGUAGES))
def translator_for(language: str) -> Translator:
    """The translator of a language of ``model.LANGUAGES``."""
    return Translator(language, _catalogue(language), _locale(language))


def clerks_translator(language: str) -> Translator:
    """The translator of what only a clerk reads, in that language or else in the source's."""
    return translator_for(language if language in CLERK_LANGUAGES else SOURCE_LANGUAGE)


@lru_cache(maxsize=1)
def language_names() -> Mapping[str, str]:
    """Each language in its own words (CLDR), as one who speaks no other looks for it."""
    return {
        code: str(Locale.parse(code).get_language_name(code)).capitalize() for code in LANGUAGES
    }


def regional_locale(language: str) -> str:
    """A language with its likeliest country (CLDR), as Open Graph asks for: ``pl_PL``."""
    locale = _locale(language)
    territory = locale.territory or Locale.parse(get_global("likely_subtags")[language]).territory
    return f"{language}_{territory}"


def _locale(language: str) -> Locale:
    return Locale.parse(_LOCALES.get(language, language))


@lru_cache(maxsize=_KEPT)
def _number(value: int, language: str) -> str:
    return format_decimal(value, locale=_locale(language))


@lru_cache(maxsize=_KEPT)
def _day(date: datetime.date, language: str) -> str:
    return format_date(date, format="long", locale=_locale(language))


@lru_cache(maxsize=_KEPT)
def _month(date: datetime.date, language: str) -> str:
    return format_skeleton("yMMMM", date, locale=_locale(language))


def _isolated(values: Mapping[str, object]) -> Mapping[str, object]:
    return {
        name: isolated(value) if isinstance(value, str) else value for name, value in values.items()
    }


def _catalogue(language: str) -> NullTranslations:
    """The catalogues of a language, compiled in memory; the source's own is empty.

    What a catalogue lacks is said in the language of the source, as are the clerk's words to
    readers of a language that is none of the clerk's.
    """
    if language == SOURCE_LANGUAGE:
        return NullTranslations()
    compiled = _compiled(language, VISITORS)
    if language in CLERK_LANGUAGES:
        compiled.add_fallback(_compiled(language, CLERKS))
    return compiled


def _compiled(language: str, domain: str) -> Translations:
    path = _CATALOGUES / language / "LC_MESSAGES" / f"{domain}.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled, domain=domain)


@lru_cache(maxsize=16)
def catalogue_letters(language: str) -> frozenset[str]:
    """Every letter of the visitors' words in a language, as a font for its pages needs them."""
    is_source = language == SOURCE_LANGUAGE
    path = next(_CATALOGUES.iterdir()) if is_source else _CATALOGUES / language
    with (path / "LC_MESSAGES" / "partner_map.po").open("rb") as file:
        messages = list(read_po(file))
    texts = [message.id if is_source else message.string for message in messages]
    return frozenset().union(*(set("".join(text)) for text in texts if text))
