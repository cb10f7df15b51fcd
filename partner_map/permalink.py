"""The View in the page's URL: query parameters checked where they enter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import urlencode

from partner_map.model import LANGUAGES, Dataset, ExchangeType, Filters, Mode, View
from partner_map.timeline import whole_span

Query = Mapping[str, Sequence[str]]
"""Values by query parameter, in the order of the URL."""

MAP_PATH: Final = ""
EXCHANGES_PATH: Final = "wymiany"
PRESENTATION_PATH: Final = "rada"
DATA_PATH: Final = "o-danych"
PAGE_PATHS: Final = (MAP_PATH, EXCHANGES_PATH, PRESENTATION_PATH, DATA_PATH)
"""Every page, below the server's root; each is one step below it at most."""
DECLARATION_PATH: Final = "deklaracja-dostepnosci"
TEXT_PATH: Final = "wersja-tekstowa"
PLAIN_PATHS: Final = (DECLARATION_PATH, TEXT_PATH)
"""Every page of HTML alone, below the server's root."""
LIGHT_PATH: Final = "wersja-lekka"
"""What leads from a page, whose path may follow, to the published one that shows the same."""

MAP_PARAMETERS = ("year", "city", "type", "country", "lang", "mode")
EXCHANGES_PARAMETERS = (
    "type",
    "match",
    "country",
    "partner",
    "from",
    "to",
    "words",
    "lang",
    "mode",
)
LINK_PARAMETERS = ("lang", "mode")
"""What a link to another page names, and a page keeps that has no more to choose."""
PARAMETERS = tuple(dict.fromkeys(MAP_PARAMETERS + EXCHANGES_PARAMETERS))
"""Every query parameter that says something of the View."""
MAX_WORDS_CHARACTERS = 100
"""So many letters are looked for at most."""
_YEAR_DIGITS = 4
_EVERY_TYPE = "all"
_EXPORTED_PARAMETERS = frozenset(EXCHANGES_PARAMETERS) - {"mode"}
"""What a URL to be opened elsewhere names; a visitor takes no kiosk home."""


def language_of(query: Query) -> str:
    """The language that the URL asks for, or the default."""
    asked = _first(query, "lang")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def mode_of(query: Query) -> Mode:
    """The mode that the URL asks for, or a visitor's own browser."""
    asked = _first(query, "mode")
    return next((mode for mode in Mode if mode == asked), Mode.BROWSER)


def read_view(query: Query, dataset: Dataset, last_year: int) -> View:
    """The View of a URL; values that make no sense are dropped."""
    city = _first(query, "city")
    return View(
        year=_year(_first(query, "year"), dataset.town.first_year, last_year) or last_year,
        city=city if city in dataset.by_id else None,
        filters=_read_filters(query, dataset, last_year),
        language=language_of(query),
        mode=mode_of(query),
    )


def write_view(view: View, last_year: int) -> dict[str, list[str]]:
    """The query parameters of a View; what is as it is at the start is left out."""
    filters = view.filters
    first, last = filters.span or ("", "")
    query = {
        "year": [] if view.year == last_year else [str(view.year)],
        "city": [] if view.city is None else [view.city],
        "type": sorted(ExchangeType(exchange_type).value for exchange_type in filters.types),
        "match": [_EVERY_TYPE] if filters.every_type else [],
        "country": sorted(filters.countries),
        "partner": sorted(filters.partners),
        "from": [str(first)] if filters.span else [],
        "to": [str(last)] if filters.span else [],
        "words": [filters.words] if filters.words else [],
        "lang": [] if view.language == LANGUAGES[0] else [view.language],
        "mode": [view.mode.value] if view.mode else [],
    }
    return {name: values for name, values in query.items() if values}


def exchanges_url(page: str, view: View, last_year: int) -> str:
    """The full URL of what the exchanges page shows, given the URL of the page."""
    query = write_view(view, last_year)
    kept = {name: values for name, values in query.items() if name in _EXPORTED_PARAMETERS}
    return f"{page}?{urlencode(kept, doseq=True)}" if kept else page


def read_span(start: str, end: str, whole: tuple[int, int]) -> tuple[int, int] | None:
    """A span of years within the whole one; a reversed span is turned round.

    An end that is missing or no such year is open. None when the span holds all years.
    """
    years = (_year(start, *whole) or whole[0], _year(end, *whole) or whole[1])
    span = (min(years), max(years))
    return None if span == whole else span


def read_words(text: str) -> str:
    """Words to look for, with single blanks between them, cut to a length that makes sense."""
    return " ".join(text[: 4 * MAX_WORDS_CHARACTERS].split())[:MAX_WORDS_CHARACTERS].strip()


def home_query(query: Query) -> str:
    """What a link to the start keeps of a URL, with its question mark: language and mode."""
    language, mode = language_of(query), mode_of(query)
    kept = {"lang": "" if language == LANGUAGES[0] else language, "mode": mode.value}
    told = urlencode({name: value for name, value in kept.items() if value})
    return f"?{told}" if told else ""


def _read_filters(query: Query, dataset: Dataset, last_year: int) -> Filters:
    types = {exchange_type.value: exchange_type for exchange_type in dataset.types}
    return Filters(
        types=frozenset(types[word] for word in query.get("type", ()) if word in types),
        countries=frozenset(query.get("country", ())) & dataset.countries,
        every_type=_first(query, "match") == _EVERY_TYPE,
        partners=frozenset(city for city in query.get("partner", ()) if city in dataset.by_id),
        span=read_span(_first(query, "from"), _first(query, "to"), whole_span(dataset, last_year)),
        words=read_words(_first(query, "words")),
    )


def _first(query: Query, name: str) -> str:
    """The first value of a parameter; an empty text without one."""
    return next(iter(query.get(name, ())), "")


def _year(text: str, first: int, last: int) -> int | None:
    """A year of the timeline, or None for anything else."""
    if not (text.isascii() and text.isdecimal() and len(text) == _YEAR_DIGITS):
        return None
    return int(text) if first <= int(text) <= last else None
