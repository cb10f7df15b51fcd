"""What one visitor looks at, kept in the session and in the page's address.

The View in the session is the one truth. Widgets are set from it before they
are drawn, and their callbacks change it. The address follows it; when a full
run finds another address than the one written last, the visitor came by a link
or went back, and the View follows the address.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Collection
from dataclasses import replace
from typing import Any

import streamlit as st

from partner_map.model import Dataset, Mode, View
from partner_map.permalink import MAP_PARAMETERS, PARAMETERS, language_of, read_view, write_view
from partner_map.runtime.store import Loaded

STEP_SECONDS = 1.0
"""How long a year stands while the timeline plays."""
# A tick may come a little early; less than this after the last step it is no tick.
_EARLIEST_TICK = 0.8 * STEP_SECONDS
KEPT_BY_LINKS = ("lang", "mode")
"""What the address of a link to another page names, and of a page without more to choose."""


def last_year() -> int:
    """The current year: the timeline's last."""
    return datetime.date.today().year


def language() -> str:
    """The visitor's language."""
    view: View | None = st.session_state.get("view")
    if view is not None and not _came_by_url():
        return view.language
    return language_of(_url())


def sync_from_url(loaded: Loaded, dataset: Dataset, page: str) -> View:
    """The View of a full run of a page: the session's, or the address's when that is another.

    What the page shows in this run comes from ``loaded`` alone, and its data from that one's
    ``dataset``. A View on older data keeps what still makes sense.
    A visitor who turns to another page by a link keeps the View; the link's address
    names no more than the language and the mode.
    """
    session = st.session_state
    turned = session.get("page", page) != page and _url().keys() <= set(KEPT_BY_LINKS)
    if "view" not in session or (_came_by_url() and not turned):
        session.view = read_view(_url(), dataset, last_year())
        session.due = None
    elif dataset is not session.dataset:
        session.view = read_view(write_view(current(), last_year()), dataset, last_year())
    if turned:
        session.view = replace(current(), language=language_of(_url()))
        session.due = None
    session.url = _url()
    session.dataset = dataset
    session.loaded = loaded
    session.page = page
    return current()


def dataset() -> Dataset:
    """The data that the page shows."""
    shown: Dataset = st.session_state.dataset
    return shown


def loaded() -> Loaded:
    """The outcome of the last check, taken together with the data that the page shows."""
    shown: Loaded = st.session_state.loaded
    return shown


def is_stale() -> bool:
    """Whether the tables were saved since, in a way that cannot be shown."""
    return bool(loaded().faults)


def page() -> str:
    """The path of the page that is shown; empty for the start."""
    path: str = st.session_state.page
    return path


def current() -> View:
    """The View in the session."""
    view: View = st.session_state.view
    return view


def update_view(**values: Any) -> None:
    """Change parts of the View; for callbacks, which run before anything is drawn.

    While the kiosk plays its tour nobody can touch a widget: what seems a change then is
    the page's echo of a value that the tour has gone past.
    """
    if tour_stop_number() is None:
        st.session_state.view = replace(current(), **values)
    st.session_state.changed = True


def write_url(parameters: Collection[str] = MAP_PARAMETERS) -> None:
    """Let these parameters follow the View, except while it changes by itself."""
    st.session_state.changed = False
    view = write_view(current(), last_year())
    wanted = {name: values for name, values in view.items() if name in parameters}
    if playing() or tour_stop_number() is not None or wanted == st.session_state.url:
        return
    others = {
        name: st.query_params.get_all(name) for name in st.query_params if name not in PARAMETERS
    }
    st.query_params.from_dict({**others, **wanted})
    st.session_state.url = wanted


def link_parameters() -> dict[str, str]:
    """What a link to another page names of the View."""
    view = write_view(current(), last_year())
    return {name: values[0] for name, values in view.items() if name in KEPT_BY_LINKS}


def in_kiosk() -> bool:
    """Whether the page stands on a screen in a hall, where no link may leave."""
    view: View | None = st.session_state.get("view")
    return view is not None and view.mode is Mode.KIOSK


def tour_stop_number() -> int | None:
    """The stop of the tour that the kiosk plays; None while it does not."""
    number: int | None = st.session_state.get("tour")
    return number


def stand_at_tour_stop(number: int, year: int, city: str | None) -> None:
    """Show a stop of the tour; the address stays the start's."""
    st.session_state.view = replace(current(), year=year, city=city)
    st.session_state.changed = True
    st.session_state.tour = number


def end_tour() -> None:
    """Return from the tour to the start, in the language that is set; none, nothing to do."""
    if tour_stop_number() is None:
        return
    st.session_state.tour = None
    start = View(last_year(), language=current().language, mode=current().mode)
    st.session_state.view = start
    st.session_state.changed = True


def set_widget(key: str, value: object) -> None:
    """Give a widget that is about to be drawn its value, only where it has another."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def page_number(key: str, pages: int) -> int:
    """The page that a pager stands at, which is about to be drawn with so many pages."""
    number: int = st.session_state.get(key) or 1
    if number > pages:
        st.session_state[key] = pages
    return min(number, pages)


def playing() -> bool:
    """Whether the timeline plays."""
    return st.session_state.get("due") is not None


def toggle_playing(dataset: Dataset) -> None:
    """Start the timeline, from its first year when it is at its end, or pause it."""
    if playing():
        st.session_state.due = None
    else:
        if current().year >= last_year():
            update_view(year=dataset.town.first_year)
        st.session_state.due = time.monotonic() + _EARLIEST_TICK
    st.session_state.changed = True


def pause() -> None:
    """Stop the timeline where it is."""
    st.session_state.due = None


def play_on() -> None:
    """Go a year on when one is due; at the last year the timeline stops."""
    if not playing() or time.monotonic() < st.session_state.due:
        return
    if current().year < last_year():
        st.session_state.view = replace(current(), year=current().year + 1)
        st.session_state.due = time.monotonic() + _EARLIEST_TICK
    if current().year >= last_year():
        pause()


def _url() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in PARAMETERS if name in st.query_params}


def _came_by_url() -> bool:
    """Whether the address is not the one written last and no callback explains the run."""
    changed = st.session_state.get("changed", False)
    return not changed and _url() != st.session_state.get("address")
