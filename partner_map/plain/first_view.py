"""What the map's index page shows until the live map is drawn: title, picture, words, list.

It is HTML alone, and lies where the live page has the same parts (page.css).
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from partner_map.chart import timeline_chart
from partner_map.i18n.sheet_words import SheetFact, sheet_facts, standing
from partner_map.i18n.telling import Telling, Told, joined, telling, told
from partner_map.i18n.translator import Translator, language_names, translator_for
from partner_map.i18n.wording import draft_words, site_title, year_words
from partner_map.model import Dataset, Partner, View
from partner_map.overview import Overview, overview
from partner_map.permalink import home_query, write_view
from partner_map.plain.footer import footer_items
from partner_map.plain.html import render
from partner_map.plain.page_names import page_names
from partner_map.summary import ROWS_A_PAGE, city_row, filters_words, no_cities_words, summary_of

_TEMPLATE = "first-view.html"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the map; the URLs are relative to the server's root, the rest are pixels."""

    url: str
    dense_url: str
    """For a screen with two pixels for each; empty where one picture is for all screens."""
    width: int
    height: int

    @property
    def source_set(self) -> str:
        """The URLs with the screens that they are for, as HTML's ``srcset`` has them."""
        if not self.dense_url:
            return f"./{self.url}"
        return f"./{self.url}, ./{self.dense_url} 2x"


def first_view(
    dataset: Dataset, view: View, today: datetime.date, wide: Picture, narrow: Picture
) -> str:
    """The first view of what a View shows, as an element of the index page."""
    translator = translator_for(view.language)
    seen = overview(dataset, view.filters)
    query = home_query({"lang": [view.language]})
    names = page_names(translator)
    return render(
        _TEMPLATE,
        title=site_title(dataset.town, translator),
        year=view.year,
        year_words=year_words(seen.year(view.year), translator),
        chart=timeline_chart(dataset, view.filters, view.city, view.language, today.year),
        wide=wide,
        narrow=narrow,
        pages=[(name, f"./{path}{query}", not path) for path, name in names.items()],
        language=view.language,
        languages=[
            (code, name, _link(replace(view, language=code), today))
            for code, name in language_names().items()
        ],
        footer=footer_items(dataset.town, translator),
        words={
            "filter": translator.gettext("Filter"),
            "pages": translator.gettext("Pages"),
            "languages": translator.gettext("Languages"),
            "menu": translator.gettext("Menu"),
            "share": translator.gettext("Share"),
            "map": translator.gettext("Map of the partner cities"),
            "play": translator.gettext("Play"),
            "cities": translator.gettext("Partner cities"),
            "all_cities": translator.gettext("All cities"),
        },
        **_aside(dataset, seen, view, today, translator),
    )


def _aside(
    dataset: Dataset, seen: Overview, view: View, today: datetime.date, translator: Translator
) -> dict[str, Any]:
    """What stands beside the map: of the chosen city, or of all of them."""
    if view.city is not None:
        city = _city(dataset, dataset.by_id[view.city], view, today, translator)
        return {"city": city, "all_cities": _link(replace(view, city=None), today)}
    at = seen.at(view.year, today)
    rows = [
        (city_row(partner, at.day, translator), _link(replace(view, city=partner.id), today))
        for partner in at.shown[:ROWS_A_PAGE]
    ]
    shown = len(at.shown)
    is_filtered = bool(view.filters.types or view.filters.countries)
    return {
        "city": None,
        "summary": summary_of(at, view.year == today.year, translator),
        "chosen": filters_words(view.filters, shown, translator) if is_filtered else "",
        "rows": rows,
        "has_more": shown > ROWS_A_PAGE,
        "no_rows": "" if rows else no_cities_words(seen, view.year, translator),
        "root": "",
    }


@dataclass(frozen=True, slots=True)
class _City:
    """What is told of the chosen city, as its sheet begins."""

    name: str
    place: Telling
    number: str
    words: str
    more: str
    facts: Sequence[SheetFact]
    story: Told
    draft: str


def _city(
    dataset: Dataset, partner: Partner, view: View, today: datetime.date, translator: Translator
) -> _City:
    stands = standing(partner, view.year, today, translator)
    country = telling(translator.country(partner.country))
    return _City(
        name=partner.name[view.language],
        place=joined((telling(told(partner.note, translator)), country), " · "),
        number="" if stands.number is None else translator.number(stands.number),
        words=stands.words,
        more=stands.more,
        facts=sheet_facts(dataset.town, partner, view.year, today, translator),
        story=told(partner.summary, translator),
        draft=draft_words(partner, translator),
    )


def _link(view: View, today: datetime.date) -> str:
    """The map's page of a View, relative to itself."""
    query = urlencode(write_view(view, today.year), doseq=True)
    return f"./?{query}" if query else "./"
