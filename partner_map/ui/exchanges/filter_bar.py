"""The filters in one row; each choice says how many cities and exchanges it would leave."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from partner_map.exchanges.ordering import ordered_partners
from partner_map.exchanges.selection import Filter, active_filters, cleared, count, select, without
from partner_map.exchanges.wording import count_words
from partner_map.i18n.letters import collation_key, folded
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import type_name, years_words
from partner_map.model import Dataset, View
from partner_map.permalink import MOST_LETTERS, read_words
from partner_map.timeline import whole_span
from partner_map.ui import pager, session
from partner_map.ui.markdown import escape

CITIES_A_PAGE = 12


def show(dataset: Dataset, view: View, say: Translator) -> None:
    """Words, kinds, countries, cities, years, and the touch that clears them all."""
    with st.container(key="filters", horizontal=True, vertical_alignment="center"):
        _words(view, say)
        _kinds(dataset, view, say)
        _countries(dataset, view, say)
        _cities(dataset, view, say)
        _years(dataset, view, say)
        if active_filters(view):
            st.button(
                say.gettext("Clear the filters"), key="clear", type="tertiary", on_click=clear
            )


def clear() -> None:
    """Let everything through again."""
    look_at(cleared(session.current()))


def look_at(view: View) -> None:
    """Go over to a View with other filters; for callbacks."""
    pager.rewind()
    session.change(
        types=view.types,
        every_type=view.every_type,
        countries=view.countries,
        partners=view.partners,
        span=view.span,
        words=view.words,
    )


def _change(**values: Any) -> None:
    look_at(replace(session.current(), **values))


def _words(view: View, say: Translator) -> None:
    key = f"words-{say.language}"
    # What is being typed keeps its blanks.
    if read_words(st.session_state.get(key) or "") != view.words:
        st.session_state[key] = view.words
    st.text_input(
        say.gettext("Words in the text"),
        key=key,
        placeholder=say.gettext("Search in the texts"),
        label_visibility="collapsed",
        live=True,
        max_chars=MOST_LETTERS,
        on_change=lambda: _change(words=read_words(st.session_state[key] or "")),
    )


def _kinds(dataset: Dataset, view: View, say: Translator) -> None:
    kinds = sorted(dataset.types, key=lambda kind: collation_key(type_name(kind, say)))
    key, mode_key = f"exchange-types-{say.language}", f"every-type-{say.language}"
    session.set_widget(key, [kind for kind in kinds if kind in view.types])
    session.set_widget(mode_key, "all" if view.every_type else "any")
    labels = {}
    for kind in kinds:
        types = view.types | {kind} if view.every_type else frozenset({kind})
        labels[kind] = _choice(type_name(kind, say), dataset, replace(view, types=types))
    modes = {"any": say.gettext("any of them"), "all": say.gettext("all of them")}
    with _popover(say.gettext("Kind"), len(view.types), "filter-types"):
        st.pills(
            say.gettext("Kind of exchange"),
            kinds,
            selection_mode="multi",
            format_func=labels.__getitem__,
            key=key,
            on_change=lambda: _change(types=frozenset(st.session_state[key] or ())),
        )
        st.segmented_control(
            say.gettext("A city has"),
            list(modes),
            format_func=modes.__getitem__,
            required=True,
            key=mode_key,
            on_change=lambda: _change(every_type=st.session_state[mode_key] == "all"),
        )
        _legend(say)


def _countries(dataset: Dataset, view: View, say: Translator) -> None:
    countries = sorted(dataset.countries, key=lambda code: collation_key(say.country(code)))
    key = f"exchange-countries-{say.language}"
    session.set_widget(key, [code for code in countries if code in view.countries])
    labels = {
        code: _choice(say.country(code), dataset, replace(view, countries=frozenset({code})))
        for code in countries
    }
    with _popover(say.gettext("Country"), len(view.countries), "filter-countries"):
        st.pills(
            say.gettext("Country"),
            countries,
            selection_mode="multi",
            format_func=labels.__getitem__,
            key=key,
            on_change=lambda: _change(countries=frozenset(st.session_state[key] or ())),
        )
        _legend(say)


def _cities(dataset: Dataset, view: View, say: Translator) -> None:
    """The cities in pages; many of them can be looked up by a part of their name."""
    key, search_key = f"exchange-partners-{say.language}", f"search-partners-{say.language}"
    everyone = ordered_partners(select(dataset, cleared(view)), say.language)
    part = folded(st.session_state.get(search_key) or "")
    listed = [p for p in everyone if part in folded(p.name[say.language])] if part else everyone
    # Those chosen come first, so that they can be found again.
    listed.sort(key=lambda partner: partner.id not in view.partners)
    page = pager.page_of(listed, CITIES_A_PAGE, "cities")
    shown = {partner.id: partner for partner in page}
    session.set_widget(key, [partner for partner in shown if partner in view.partners])
    labels = {
        city: _choice(
            partner.name[say.language], dataset, replace(view, partners=frozenset({city}))
        )
        for city, partner in shown.items()
    }

    def take_over() -> None:
        chosen = frozenset(st.session_state[key] or ())
        _change(partners=session.current().partners - frozenset(shown) | chosen)

    with _popover(say.gettext("City"), len(view.partners), "filter-partners"):
        if len(everyone) > CITIES_A_PAGE:
            st.text_input(
                say.gettext("Part of the name"), key=search_key, live=True, on_change=pager.rewind
            )
        st.pills(
            say.gettext("Partner city"),
            list(shown),
            selection_mode="multi",
            format_func=labels.__getitem__,
            key=key,
            on_change=take_over,
        )
        pager.show(len(listed), CITIES_A_PAGE, "cities")
        _legend(say)


def _years(dataset: Dataset, view: View, say: Translator) -> None:
    first, last = whole_span(dataset, session.last_year())
    key = "span-slider"
    session.set_widget(key, view.span or (first, last))

    def take_over() -> None:
        span = tuple(st.session_state[key])
        _change(span=None if span == (first, last) else span)

    name = say.gettext("Years") if view.span is None else years_words(*view.span)
    with _popover(name, 0, "filter-years"):
        st.slider(
            say.gettext("Years of the exchanges"),
            min_value=first,
            max_value=last,
            key=key,
            on_change=take_over,
        )
        for looser in dict.fromkeys((view, without(view, Filter.SPAN))):
            years = years_words(*(looser.span or (first, last)))
            left = count_words(*count(dataset, looser), say)
            st.markdown(escape(f"{years}: {left}"))


def _popover(name: str, chosen: int, key: str) -> Any:
    return st.popover(f"{name} ({chosen})" if chosen else name, key=key, width="content")


def _choice(name: str, dataset: Dataset, view: View) -> str:
    left = count(dataset, view)
    return f"{escape(name)} ({left.partners} · {left.exchanges})"


def _legend(say: Translator) -> None:
    st.caption(say.gettext("In brackets: how many cities and exchanges the choice leaves."))
