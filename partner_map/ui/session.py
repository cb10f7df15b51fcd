"""The visit in Streamlit's session, and its URL in the address bar.

The View of the visit is the one truth. Widgets are set from it before they are drawn, and
their callbacks change it. The URL is written once at the end of a run: the shell does it
for a run of the whole page, ``fragment`` for a run of a part.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec

import streamlit as st

from partner_map import clock
from partner_map.model import Dataset, Mode, View
from partner_map.permalink import LINK_PARAMETERS, PARAMETERS
from partner_map.runtime.store import Loaded
from partner_map.ui.navigation import url_parameters
from partner_map.visit import WRITE_SECONDS, Visit, kept_query, language_at, visit_at

_VISIT, _DATA, _WRITTEN = "visit", "data-of-the-run", "url-written"
_NUMBER = "number-of-"
_P = ParamSpec("_P")


@dataclass(frozen=True, slots=True)
class _Data:
    """What the page shows in this run."""

    loaded: Loaded
    dataset: Dataset
    today: datetime.date
    """The day that it is in the town."""


def today() -> datetime.date:
    """The day that it is in the town, the same for all of a run of the whole page."""
    shown: _Data = st.session_state[_DATA]
    return shown.today


def last_year() -> int:
    """The current year: the timeline's last."""
    return today().year


def language() -> str:
    """The visitor's language."""
    return language_at(st.session_state.get(_VISIT), _found_url())


def sync_from_url(loaded: Loaded, dataset: Dataset, page: str) -> None:
    """Begin a full run of a page: by the URL when the visitor came by another.

    What the page shows in this run comes from ``loaded`` alone, and its data from that one's
    ``dataset``.
    """
    session = st.session_state
    now = _Data(loaded, dataset, clock.today(dataset.town))
    then: _Data = session.get(_DATA, now)
    before: Visit | None = session.get(_VISIT)
    if before is not None:
        before = before.by_new_year(then.today.year, now.today.year)
    is_new = then.dataset is not dataset
    _set(visit_at(before, _found_url(), page, dataset, now.today.year, is_new))
    session[_DATA] = now


def dataset() -> Dataset:
    """The data that the page shows."""
    shown: _Data = st.session_state[_DATA]
    return shown.dataset


def loaded() -> Loaded:
    """The outcome of the last check, taken together with the data that the page shows."""
    shown: _Data = st.session_state[_DATA]
    return shown.loaded


def is_stale() -> bool:
    """Whether the tables were saved since, in a way that cannot be shown."""
    return bool(loaded().faults)


def page() -> str:
    """The path of the page that is shown; empty for the start."""
    return _visit().page


def current() -> View:
    """The View that is shown."""
    return _visit().view


def update_view(**values: Any) -> None:
    """Change parts of the View as a widget has them; for callbacks."""
    _set(_visit().by_widget(**values))


def move_to_year(year: int) -> None:
    """Move the timeline by hand; for callbacks."""
    written: float | None = st.session_state.get(_WRITTEN)
    waits = written is not None and time.monotonic() - written < WRITE_SECONDS
    _set(_visit().by_slider(year, waits))


def url_waits() -> bool:
    """Whether the URL is to be written once the years come to rest."""
    return _visit().waits


def choose_on_map(key: str) -> None:
    """Take over what a visitor chose on the explorer's map; for callbacks."""
    _set(_visit().by_map(st.session_state.get(key), dataset()))


def choose_on_exchanges_map(key: str) -> None:
    """Take over what a visitor chose on the map of the exchanges; for callbacks."""
    _set(_visit().by_exchanges_map(st.session_state.get(key), dataset()))


def write_url() -> None:
    """Let the address bar follow the View; for the end of a run."""
    before, parameters = _visit(), url_parameters(page())
    after = before.written(parameters, last_year())
    if after.url != before.url:
        others = {
            name: st.query_params.get_all(name)
            for name in st.query_params
            if name not in PARAMETERS
        }
        st.query_params.from_dict({**others, **after.url})
        st.session_state[_WRITTEN] = time.monotonic()
    _set(after)


def fragment(draw: Callable[_P, None]) -> Callable[_P, None]:
    """A part of a page that runs alone.

    It writes the URL at its end, as the shell does for a page. Within a run of the whole page
    the shell then finds nothing left to write.
    """

    @wraps(draw)
    def part(*args: _P.args, **kwargs: _P.kwargs) -> None:
        draw(*args, **kwargs)
        write_url()

    return st.fragment(part)


def link_parameters() -> dict[str, str]:
    """What a link to another page names of the View."""
    query = kept_query(current(), LINK_PARAMETERS, last_year())
    return {name: values[0] for name, values in query.items()}


def in_kiosk() -> bool:
    """Whether the page stands on a screen in a hall, where no link may leave."""
    visit: Visit | None = st.session_state.get(_VISIT)
    return visit is not None and visit.view.mode is Mode.KIOSK


def tour_stop_number() -> int | None:
    """The stop of the tour that the kiosk plays; None while it does not."""
    return _visit().tour


def stand_at_tour_stop(number: int, year: int, city: str | None) -> None:
    """Show a stop of the tour; the address bar keeps the start's URL."""
    _set(_visit().by_tour(number, year, city))


def end_tour() -> None:
    """Return from the tour to the start, in the language that is set; none, nothing to do."""
    _set(_visit().by_end_of_tour(last_year()))


def is_playing() -> bool:
    """Whether the timeline plays."""
    return _visit().playing


def play_or_pause() -> None:
    """Start the timeline, from its first year when it is at its end, or pause it."""
    first_year = dataset().town.first_year
    _set(_visit().by_play_or_pause(first_year, last_year()))


def play_on(stood: object) -> None:
    """Go a year on from the one that stood, or let the URL follow; for callbacks."""
    _set(_visit().by_tick(stood, last_year()))


def with_value(key: str, take: Callable[[Any], None]) -> Callable[[], None]:
    """A callback of a widget that hands on the value that the widget has by then.

    It does nothing where the widget is gone: a touch may have been on its way when another
    took the widget off the page, and Streamlit still calls back.
    """

    def call() -> None:
        if key in st.session_state:
            take(st.session_state[key])

    return call


def set_widget(key: str, value: object, ends: object = None) -> None:
    """Give a widget that is about to be drawn its value, only where it has another.

    A slider of other ends, as at New Year, is another widget to Streamlit, which forgets the
    value.
    """
    session, ends_key = st.session_state, f"{key}-ends"
    if key not in session or session[key] != value or session.get(ends_key) != ends:
        session[key] = value
        session[ends_key] = ends


def hidden_widget(name: str, value: Any, ends: object = None) -> str:
    """The key of a widget in a popover that is about to be drawn, which then has the value.

    The browser has no widgets of a closed popover, yet goes on to report what they had: one
    that is to have another value gets another key, so that the old value counts no more.
    A choice of several is the same in any order; a slider of other ends is another widget.
    """
    number: int = st.session_state.get(_NUMBER + name, 0)
    key = _numbered(name, number)
    ends_key = f"{name}-ends"
    if key in st.session_state:
        if _is_same(st.session_state[key], value) and st.session_state.get(ends_key) == ends:
            return key
        st.session_state[_NUMBER + name] = number + 1
        key = _numbered(name, number + 1)
    st.session_state[key] = value
    st.session_state[ends_key] = ends
    return key


def _numbered(name: str, number: int) -> str:
    return f"{name}-{number}" if number else name


def _is_same(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return set(one) == set(other)
    return bool(one == other)


def _visit() -> Visit:
    visit: Visit = st.session_state[_VISIT]
    return visit


def _set(visit: Visit) -> None:
    st.session_state[_VISIT] = visit


def _found_url() -> dict[str, list[str]]:
    """The query parameters of the View that this run came with."""
    return {name: st.query_params.get_all(name) for name in PARAMETERS if name in st.query_params}
