"""The filters in one row; each choice says how many cities and exchanges it would leave."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

import streamlit as st

from partner_map.exchanges.ordering import ordered_partners
from partner_map.exchanges.selection import FilterName, active_filters, count, select, without
from partner_map.exchanges.wording import chosen_words, count_words
from partner_map.i18n.letters import collation_key, folded
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import type_name, years_words
from partner_map.model import NO_FILTERS, Dataset, Filters
from partner_map.permalink import MAX_WORDS_CHARACTERS, read_words
from partner_map.timeline import whole_span
from partner_map.ui import pager, session
from partner_map.ui.markdown import escape

CITIES_A_PAGE = 12


def show(dataset: Dataset, filters: Filters, translator: Translator) -> None:
    """Words, types, countries, cities, years; below them what is on, with its way out.

    A kiosk has no keyboard, so nothing to type in.
    """
    with st.container(key="filters", horizontal=True, vertical_alignment="bottom"):
        if not session.in_kiosk():
            _words(filters, translator)
        _types(dataset, filters, translator)
        _countries(dataset, filters, translator)
        _cities(dataset, filters, translator)
        _years(dataset, filters, translator)
    # Its place is there without a filter too: else all below, the map's frame too, comes anew.
    with st.container(key="shown", horizontal=True, vertical_alignment="center", gap="small"):
        if active_filters(filters):
            _shown(dataset, filters, translator)


def _shown(dataset: Dataset, filters: Filters, translator: Translator) -> None:
    """What is chosen, how many cities that leaves, and the touch that clears it all."""
    told = translator.gettext(
        "Shown: {filters} ({number})",
        filters=chosen_words(dataset, filters, translator),
        number=translator.number(count(dataset, filters).partners),
    )
    st.markdown(escape(told), width="content")
    st.button(translator.gettext("Clear"), key="clear", type="tertiary", on_click=clear)


def clear() -> None:
    """Let everything through again."""
    look_at(NO_FILTERS)


def look_at(filters: Filters) -> None:
    """Go over to other filters; for callbacks."""
    pager.rewind()
    session.update_view(filters=filters)


def _change(**values: Any) -> None:
    look_at(replace(session.current().filters, **values))


def _words(filters: Filters, translator: Translator) -> None:
    key = f"words-{translator.language}"
    # What is being typed keeps its blanks.
    if read_words(st.session_state.get(key) or "") != filters.words:
        st.session_state[key] = filters.words
    st.text_input(
        translator.gettext("Search in the texts"),
        key=key,
        live=True,
        max_chars=MAX_WORDS_CHARACTERS,
        on_change=session.with_value(key, lambda words: _change(words=read_words(words or ""))),
    )


def _types(dataset: Dataset, filters: Filters, translator: Translator) -> None:
    types = sorted(
        dataset.types, key=lambda exchange_type: collation_key(type_name(exchange_type, translator))
    )
    key = session.hidden_widget(
        f"exchange-types-{translator.language}",
        [exchange_type for exchange_type in types if exchange_type in filters.types],
    )
    mode_key = session.hidden_widget(
        f"every-type-{translator.language}", "all" if filters.every_type else "any"
    )
    labels = {}
    for exchange_type in types:
        chosen = (
            filters.types | {exchange_type} if filters.every_type else frozenset({exchange_type})
        )
        labels[exchange_type] = _choice(
            type_name(exchange_type, translator), dataset, replace(filters, types=chosen)
        )
    modes = {"any": translator.gettext("any of them"), "all": translator.gettext("all of them")}
    with _popover(translator.gettext("Type"), len(filters.types), "filter-types"):
        st.pills(
            translator.gettext("Type of exchange"),
            types,
            selection_mode="multi",
            format_func=labels.__getitem__,
            key=key,
            on_change=session.with_value(
                key, lambda chosen: _change(types=frozenset(chosen or ()))
            ),
        )
        st.segmented_control(
            translator.gettext("A city has"),
            list(modes),
            format_func=modes.__getitem__,
            required=True,
            key=mode_key,
            on_change=session.with_value(mode_key, lambda mode: _change(every_type=mode == "all")),
        )
        _legend(translator)


def _countries(dataset: Dataset, filters: Filters, translator: Translator) -> None:
    countries = sorted(dataset.countries, key=lambda code: collation_key(translator.country(code)))
    key = session.hidden_widget(
        f"exchange-countries-{translator.language}",
        [code for code in countries if code in filters.countries],
    )
    labels = {
        code: _choice(
            translator.country(code), dataset, replace(filters, countries=frozenset({code}))
        )
        for code in countries
    }
    with _popover(translator.gettext("Country"), len(filters.countries), "filter-countries"):
        st.pills(
            translator.gettext("Country"),
            countries,
            selection_mode="multi",
            format_func=labels.__getitem__,
            key=key,
            on_change=session.with_value(
                key, lambda chosen: _change(countries=frozenset(chosen or ()))
            ),
        )
        _legend(translator)


def _cities(dataset: Dataset, filters: Filters, translator: Translator) -> None:
    """The cities in pages; many of them can be looked up by a part of their name."""
    search_key = f"search-partners-{translator.language}"
    everyone = ordered_partners(select(dataset, NO_FILTERS), translator.language)
    part = folded(st.session_state.get(search_key) or "")
    listed = (
        [p for p in everyone if part in folded(p.name[translator.language])] if part else everyone
    )
    # Those chosen come first, so that they can be found again.
    listed.sort(key=lambda partner: partner.id not in filters.partners)
    page = pager.page_of(listed, CITIES_A_PAGE, "cities")
    shown = {partner.id: partner for partner in page}
    key = session.hidden_widget(
        f"exchange-partners-{translator.language}",
        [partner for partner in shown if partner in filters.partners],
    )
    labels = {
        city: _choice(
            partner.name[translator.language], dataset, replace(filters, partners=frozenset({city}))
        )
        for city, partner in shown.items()
    }

    def take_over(chosen: Collection[str] | None) -> None:
        others = session.current().filters.partners - frozenset(shown)
        _change(partners=others | frozenset(chosen or ()))

    with _popover(translator.gettext("City"), len(filters.partners), "filter-partners"):
        if len(everyone) > CITIES_A_PAGE and not session.in_kiosk():
            st.text_input(
                translator.gettext("Part of the name"),
                key=search_key,
                live=True,
                on_change=pager.rewind,
            )
        st.pills(
            translator.gettext("Partner city"),
            list(shown),
            selection_mode="multi",
            format_func=labels.__getitem__,
            key=key,
            on_change=session.with_value(key, take_over),
        )
        pager.show(len(listed), CITIES_A_PAGE, "cities")
        _legend(translator)


def _years(dataset: Dataset, filters: Filters, translator: Translator) -> None:
    first, last = whole_span(dataset, session.last_year())

    def take_over(span: tuple[int, int]) -> None:
        _change(span=None if tuple(span) == (first, last) else tuple(span))

    name = translator.gettext("Years") if filters.span is None else years_words(*filters.span)
    with _popover(name, 0, "filter-years"):
        if first < last:  # a slider has two ends
            span = filters.span or (first, last)
            key = session.hidden_widget("span-slider", span, (first, last))
            st.slider(
                translator.gettext("Years of the exchanges"),
                min_value=first,
                max_value=last,
                value=span,
                key=key,
                on_change=session.with_value(key, take_over),
            )
        for looser in dict.fromkeys((filters, without(filters, FilterName.SPAN))):
            years = years_words(*(looser.span or (first, last)))
            left = count_words(*count(dataset, looser), translator)
            st.markdown(escape(f"{years}{translator.colon}{left}"))


def _popover(name: str, chosen: int, key: str) -> Any:
    return st.popover(f"{name} ({chosen})" if chosen else name, key=key, width="content")


def _choice(name: str, dataset: Dataset, filters: Filters) -> str:
    left = count(dataset, filters)
    return f"{escape(name)} ({left.partners} · {left.exchanges})"


def _legend(translator: Translator) -> None:
    st.caption(translator.gettext("In brackets: how many cities and events the choice leaves."))
