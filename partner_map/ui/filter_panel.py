"""The filters by kind of exchange and by country."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.letters import collation_key
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import type_name
from partner_map.model import Dataset
from partner_map.ui import session
from partner_map.ui.markdown import escape


def show(dataset: Dataset, say: Translator) -> None:
    """A button that opens the filters and says how many are on."""
    view = session.current()
    types = sorted(dataset.types, key=lambda kind: collation_key(type_name(kind, say)))
    countries = sorted(dataset.countries, key=lambda code: collation_key(say.country(code)))
    # A key a language: labels are what the browser remembers a choice by.
    types_key, countries_key = f"types-{say.language}", f"countries-{say.language}"
    session.set_widget(types_key, [kind for kind in types if kind in view.types])
    session.set_widget(countries_key, [code for code in countries if code in view.countries])
    active = len(view.types) + len(view.countries)
    name = say.gettext("Filter")
    label = f"{name} ({active})" if active else name
    with st.popover(label, key="filter", width="content"):
        st.pills(
            say.gettext("Kind of exchange"),
            types,
            selection_mode="multi",
            format_func=lambda kind: type_name(kind, say),
            key=types_key,
            on_change=_take_over,
            args=(types_key, countries_key),
        )
        st.pills(
            say.gettext("Country"),
            countries,
            selection_mode="multi",
            format_func=lambda code: escape(say.country(code)),
            key=countries_key,
            on_change=_take_over,
            args=(types_key, countries_key),
        )
        if active:
            st.button(say.gettext("Clear the filters"), key="clear-filters", on_click=clear)


def clear() -> None:
    """Let every partner through again."""
    session.change(types=frozenset(), countries=frozenset())


def _take_over(types_key: str, countries_key: str) -> None:
    session.change(
        types=frozenset(st.session_state[types_key] or ()),
        countries=frozenset(st.session_state[countries_key] or ()),
    )
