"""The live application and the published pages: where each shows what the other does."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from partner_map.model import Dataset, ExchangeType, Filters, View
from partner_map.permalink import (
    DATA_PATH,
    DECLARATION_PATH,
    EXCHANGES_PATH,
    MAP_PATH,
    write_view,
)
from partner_map.site.addresses import addresses_of

_PAGES: Final = (MAP_PATH, EXCHANGES_PATH, DATA_PATH, DECLARATION_PATH)
_STATE: Final[tuple[str, ...]] = ("year", "type", "country")
"""What the published map's pages keep in their query; city and language are in the path."""


def has_published_page(dataset: Dataset, page: str) -> bool:
    """Whether a page of the live application, by its path, is published too."""
    return page in _PAGES and (page != DECLARATION_PATH or dataset.town.has_declaration)


def published_url(dataset: Dataset, root: str, page: str, view: View) -> str:
    """The full URL of the published page on which a live one's contents stand.

    ``root`` is that of the published site, with a slash at its end. The map's page stands for a
    page that is not published.
    """
    addresses, city = addresses_of(dataset, view.language), _city(page, view)
    if city is not None:
        return f"{root}{addresses.partner(city)}"
    if page == EXCHANGES_PATH:
        types = view.filters.types
        path = addresses.exchanges_of(next(iter(types))) if len(types) == 1 else addresses.exchanges
        return f"{root}{path}"
    if page == DATA_PATH:
        return f"{root}{addresses.data}"
    if page == DECLARATION_PATH and dataset.town.has_declaration:
        return f"{root}{addresses.declaration}"
    return f"{root}{addresses.home}"


def published_state_url(dataset: Dataset, root: str, page: str, view: View, last_year: int) -> str:
    """The same with year, types and countries, where the published page has a map to show them."""
    url = published_url(dataset, root, page, view)
    if page != MAP_PATH and _city(page, view) is None:
        return url
    query = write_view(view, last_year)
    kept = {name: query[name] for name in _STATE if name in query}
    return f"{url}?{urlencode(kept, doseq=True)}" if kept else url


def live_url(
    root: str,
    page: str,
    language: str,
    city: str | None = None,
    exchange_type: ExchangeType | None = None,
) -> str:
    """The full URL of the live page on which a published one's contents stand, as of today.

    ``root`` is that of the live application, with a slash at its end. Year and filters are added
    by the script of the published page.
    """
    today = 0  # no year of the timeline: the last one is left out of a query
    types = frozenset[ExchangeType]() if exchange_type is None else frozenset({exchange_type})
    query = write_view(View(today, city, Filters(types), language), today)
    return f"{root}{page}?{urlencode(query, doseq=True)}" if query else f"{root}{page}"


def _city(page: str, view: View) -> str | None:
    """The city that a live page is about: the chosen one, or the only one of its exchanges."""
    if page == MAP_PATH:
        return view.city
    partners = view.filters.partners
    return next(iter(partners)) if page == EXCHANGES_PATH and len(partners) == 1 else None
