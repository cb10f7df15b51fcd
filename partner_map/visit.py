"""What one visitor looks at from run to run, and every way in which that changes.

A Visit is changed by nothing but the transitions below; each gives another Visit. The URL
follows the View by ``written``. A run that finds another URL than the one that the Visit
knows was brought by a link, or by going back.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, Final

from partner_map.model import Dataset, View
from partner_map.permalink import LINK_PARAMETERS, Query, language_of, read_view, write_view

EVENTFUL_SECONDS: Final = 2.0
"""How long a year in which something happened stands while the timeline plays."""
EMPTY_SECONDS: Final = 0.3
"""How long any other year stands then."""
WRITE_SECONDS: Final = 0.5
"""A hand that goes through the years has the URL written once in so long, and at rest."""


@dataclass(frozen=True, slots=True)
class Visit:
    """The View of one visitor, and what explains its next change."""

    view: View
    url: Query
    """The query parameters of the View that the address bar was last written with."""
    page: str
    """The path of the page; empty for the start."""
    playing: bool = False
    """Whether the timeline goes on by itself."""
    tour: int | None = None
    """The stop of the kiosk's tour that is shown; None while it does not play."""
    waits: bool = False
    """Whether the URL waits until the years come to rest."""
    touched: bool = False
    """Whether a touch explains this run; the URL that it came with may lag behind."""

    def by_url(self, url: Query, dataset: Dataset, last_year: int) -> Visit:
        """By a link that names a View, or back to one: the server cannot tell them apart."""
        view = read_view(url, dataset, last_year)
        return replace(self, view=view, url=url, playing=False, waits=False)

    def by_page_link(self, url: Query, page: str) -> Visit:
        """To another page by a link that names no View: it is kept, in the link's language."""
        view = replace(self.view, language=language_of(url))
        return replace(self, view=view, url=url, page=page, playing=False, waits=False)

    def stopped(self, dataset: Dataset, last_year: int) -> Visit:
        """A film that is left is over: the year is the URL's again, which it never wrote."""
        if not self.playing:
            return self
        year = read_view(self.url, dataset, last_year).year
        return replace(self, view=replace(self.view, year=year), playing=False)

    def by_new_data(self, dataset: Dataset, last_year: int) -> Visit:
        """What still makes sense on other data."""
        return replace(self, view=read_view(write_view(self.view, last_year), dataset, last_year))

    def by_new_year(self, before: int, last_year: int) -> Visit:
        """At New Year the timeline has another last year: who stands at the end stays there."""
        if self.view.year != before:
            return self
        return replace(self, view=replace(self.view, year=last_year))

    def by_widget(self, **values: Any) -> Visit:
        """These parts of the View as a widget has them.

        While the tour plays nobody can touch a widget: what seems a change then is the page's
        echo of a value that the tour has gone past.
        """
        view = self.view if self.tour is not None else replace(self.view, **values)
        return replace(self, view=view, waits=False, touched=True)

    def by_slider(self, year: int, waits: bool = False) -> Visit:
        """The timeline moved by hand, which stops it; with a URL that waits for the next tick."""
        return replace(self.by_widget(year=year), playing=False, waits=waits)

    def by_map(self, choice: object, dataset: Dataset) -> Visit:
        """The city that was chosen on the explorer's map, or the whole picture again."""
        if not isinstance(choice, dict):
            return self
        return self.by_widget(city=_city(choice, dataset))

    def by_exchanges_map(self, choice: object, dataset: Dataset) -> Visit:
        """The exchanges of the city that was chosen on the map, or those of all again."""
        if not isinstance(choice, dict):
            return self
        city = _city(choice, dataset)
        chosen = frozenset[str]() if city is None else frozenset({city})
        return self.by_widget(filters=replace(self.view.filters, partners=chosen))

    def by_play_or_pause(self, first_year: int, last_year: int) -> Visit:
        """The timeline started, from its first year when it is at its end, or paused."""
        if self.playing or self.tour is not None:
            return replace(self, playing=False, touched=True)
        year = first_year if self.view.year >= last_year else self.view.year
        return replace(self.by_widget(year=year), playing=True)

    def by_tick(self, stood: object, last_year: int) -> Visit:
        """A year on when the one that stood is still shown; at the last the timeline stops.

        Where it does not play, the years have come to rest.
        """
        if stood != self.view.year:
            return self
        if not self.playing:
            return replace(self, waits=False)
        year = min(self.view.year + 1, last_year)
        return replace(self, view=replace(self.view, year=year), playing=year < last_year)

    def by_tour(self, stop: int, year: int, city: str | None) -> Visit:
        """A stop of the kiosk's tour."""
        view = replace(self.view, year=year, city=city)
        return replace(self, view=view, playing=False, waits=False, tour=stop, touched=True)

    def by_end_of_tour(self, last_year: int) -> Visit:
        """From the tour to the start, in the language that is set; without one, nothing."""
        if self.tour is None:
            return self
        start = View(last_year, language=self.view.language, mode=self.view.mode)
        return replace(self, view=start, tour=None, touched=True)

    def written(self, parameters: Collection[str], last_year: int) -> Visit:
        """At the end of a run: the URL holds these of the View's parameters.

        While the View changes by itself the URL stays: nobody goes back through a film.
        """
        if self.playing or self.waits or self.tour is not None:
            return replace(self, touched=False)
        return replace(self, url=kept_query(self.view, parameters, last_year), touched=False)


def visit_at(
    visit: Visit | None,
    url: Query,
    page: str,
    dataset: Dataset,
    last_year: int,
    is_new_data: bool = False,
) -> Visit:
    """The visit at the start of a run of the whole page, which found this URL.

    ``visit`` is the one of the run before, None in the first.
    """
    if visit is None:
        return Visit(read_view(url, dataset, last_year), url, page)
    if visit.page != page and url.keys() <= set(LINK_PARAMETERS):
        kept = visit.stopped(dataset, last_year)
        kept = kept.by_new_data(dataset, last_year) if is_new_data else kept
        return kept.by_page_link(url, page)
    if _is_brought(visit, url):
        return replace(visit.by_url(url, dataset, last_year), page=page)
    if is_new_data:
        return replace(visit.by_new_data(dataset, last_year), page=page)
    return replace(visit, page=page)


def language_at(visit: Visit | None, url: Query) -> str:
    """The language of a run that found this URL, before anything else is known of it."""
    if visit is None or _is_brought(visit, url):
        return language_of(url)
    return visit.view.language


def kept_query(view: View, parameters: Collection[str], last_year: int) -> Query:
    """Those of a View's query parameters that a page keeps in its URL."""
    query = write_view(view, last_year)
    return {name: values for name, values in query.items() if name in parameters}


def _is_brought(visit: Visit, url: Query) -> bool:
    """Whether a link, or going back, brought the visitor to this URL."""
    return url != visit.url and not visit.touched


def _city(choice: dict[object, object], dataset: Dataset) -> str | None:
    """The id of the partner in what the map hands on, which may hold anything."""
    city = choice.get("city")
    return city if isinstance(city, str) and city in dataset.by_id else None
