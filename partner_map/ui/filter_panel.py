"""The filters by type of exchange and by country."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from partner_map.i18n.letters import collation_key
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import type_name
from partner_map.model import Dataset, ExchangeType
from partner_map.ui import session
from partner_map.ui.markdown import escape


def show(dataset: Dataset, translator: Translator) -> None:
    """A button that opens the filters and says how many are on."""
    filters = session.current().filters
    types = sorted(
        dataset.types, key=lambda exchange_type: collation_key(type_name(exchange_type, translator))
    )
    countries = sorted(dataset.countries, key=lambda code: collation_key(translator.country(code)))
    # A key a language: labels are what the browser remembers a choice by.
    types_key, countries_key = f"types-{translator.language}", f"countries-{translator.language}"
    session.set_widget(
        types_key, [exchange_type for exchange_type in types if exchange_type in filters.types]
    )
    session.set_widget(countries_key, [code for code in countries if code in filters.countries])
    active = len(filters.types) + len(filters.countries)
    name = translator.gettext("Filter")
    label = f"{name} ({active})" if active else name
    with st.popover(label, key="filter", width="content"):
        st.pills(
            translator.gettext("Type of exchange"),
            types,
            selection_mode="multi",
            format_func=lambda exchange_type: type_name(exchange_type, translator),
            key=types_key,
            on_change=_take_over,
            args=(types_key, countries_key),
        )
        st.pills(
            translator.gettext("Country"),
            countries,
            selection_mode="multi",
            format_func=lambda code: escape(translator.country(code)),
            key=countries_key,
            on_change=_take_over,
            args=(types_key, countries_key),
        )
        if active:
            st.button(translator.gettext("Clear the filters"), key="clear-filters", on_click=clear)


def clear() -> None:
    """Let every partner through again."""
    _choose(frozenset(), frozenset())


def _take_over(types_key: str, countries_key: str) -> None:
    _choose(
        frozenset(st.session_state[types_key] or ()),
        frozenset(st.session_state[countries_key] or ()),
    )


def _choose(types: frozenset[ExchangeType], countries: frozenset[str]) -> None:
    filters = session.current().filters
    session.update_view(filters=replace(filters, types=types, countries=countries))
