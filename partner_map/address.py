"""The View in the page's address: query parameters checked where they enter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from partner_map.model import LANGUAGES, Dataset, ExchangeType, Mode, View

Query = Mapping[str, Sequence[str]]
"""Values by query parameter, in the order of the address."""


def language_of(query: Query) -> str:
    """The language that the address asks for, or the default."""
    asked = next(iter(query.get("lang", ())), "")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def mode_of(query: Query) -> Mode:
    """The mode that the address asks for, or a visitor's own browser."""
    asked = next(iter(query.get("mode", ())), "")
    return next((mode for mode in Mode if mode == asked), Mode.BROWSER)


def read_view(query: Query, dataset: Dataset, last_year: int) -> View:
    """The View of an address; values that make no sense are dropped."""
    types = {kind.value: kind for kind in dataset.types}
    city = next(iter(query.get("city", ())), "")
    return View(
        year=_year(next(iter(query.get("year", ())), ""), dataset.town.first_year, last_year),
        city=city if city in dataset.by_id else None,
        types=frozenset(types[word] for word in query.get("type", ()) if word in types),
        countries=frozenset(query.get("country", ())) & dataset.countries,
        language=language_of(query),
        mode=mode_of(query),
    )


def write_view(view: View, last_year: int) -> dict[str, list[str]]:
    """The query parameters of a View; what is as it is at the start is left out."""
    query = {
        "year": [] if view.year == last_year else [str(view.year)],
        "city": [] if view.city is None else [view.city],
        "type": sorted(ExchangeType(kind).value for kind in view.types),
        "country": sorted(view.countries),
        "lang": [] if view.language == LANGUAGES[0] else [view.language],
        "mode": [view.mode.value] if view.mode else [],
    }
    return {name: values for name, values in query.items() if values}


def _year(text: str, first: int, last: int) -> int:
    """A year of the timeline; the last one for anything else."""
    if not (text.isascii() and text.isdecimal() and len(text) == 4):
        return last
    return int(text) if first <= int(text) <= last else last
