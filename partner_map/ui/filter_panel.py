"""The filters by type of exchange and by country."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from partner_map.i18n.letters import collation_key
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import type_name
from partner_map.model import Dataset
from partner_map.summary import filters_words
from partner_map.ui import session
from partner_map.ui.markdown import escape


def show(dataset: Dataset, translator: Translator, name: str = "") -> None:
    """The types and the countries to choose from; a second place on the page has a name."""
    filters = session.current().filters
    types = sorted(
        dataset.types, key=lambda exchange_type: collation_key(type_name(exchange_type, translator))
    )
    countries = sorted(dataset.countries, key=lambda code: collation_key(translator.country(code)))
    # A key a language: labels are what the browser remembers a choice by.
    place = f"{name}-{translator.language}"
    types_key = session.hidden_widget(
        f"types{place}",
        [exchange_type for exchange_type in types if exchange_type in filters.types],
    )
    countries_key = session.hidden_widget(
        f"countries{place}", [code for code in countries if code in filters.countries]
    )
    st.pills(
        translator.gettext("Type of exchange"),
        types,
        selection_mode="multi",
        format_func=lambda exchange_type: type_name(exchange_type, translator),
        key=types_key,
        on_change=session.with_value(
            types_key, lambda chosen: _choose(types=frozenset(chosen or ()))
        ),
    )
    st.pills(
        translator.gettext("Country"),
        countries,
        selection_mode="multi",
        format_func=lambda code: escape(translator.country(code)),
        key=countries_key,
        on_change=session.with_value(
            countries_key, lambda chosen: _choose(countries=frozenset(chosen or ()))
        ),
    )
    if filters.types or filters.countries:
        st.button(
            translator.gettext("Clear the filters"), key=f"clear-filters{name}", on_click=clear
        )


def show_popover(dataset: Dataset, translator: Translator) -> None:
    """A button that opens the filters and says how many are on."""
    filters = session.current().filters
    active = len(filters.types) + len(filters.countries)
    name = translator.gettext("Filter")
    with st.popover(f"{name} ({active})" if active else name, key="filter", width="content"):
        show(dataset, translator)


def show_chosen(cities: int, translator: Translator) -> None:
    """What the filters leave, in a line, and the way out of them; nothing without filters."""
    filters = session.current().filters
    if not filters.types and not filters.countries:
        return
    with st.container(key="chosen-filters", horizontal=True, vertical_alignment="center"):
        st.markdown(escape(filters_words(filters, cities, translator)))
        st.button(translator.gettext("Clear"), key="clear", type="tertiary", on_click=_clear_anew)


def clear() -> None:
    """Let every partner through again."""
    _choose(types=frozenset(), countries=frozenset())


def _clear_anew() -> None:
    """Let every partner through again, which the filters themselves must show too."""
    clear()
    st.rerun()


def _choose(**values: Any) -> None:
    filters = session.current().filters
    session.update_view(filters=replace(filters, **values))
