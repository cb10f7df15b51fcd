"""What is said when nothing is left: which filter is to blame, and the touch that loosens it."""

from __future__ import annotations

import streamlit as st

from partner_map.exchanges.selection import FilterName, Loosening, causes_of_no_results
from partner_map.exchanges.wording import count_words, filter_words
from partner_map.i18n.translator import Translator
from partner_map.model import Dataset, Filters
from partner_map.ui.exchanges import filter_bar
from partner_map.ui.markdown import escape


def show(dataset: Dataset, filters: Filters, translator: Translator) -> None:
    """The filters that are on, those to blame, and a button for each of these."""
    with st.container(key="no-results"):
        st.markdown(translator.gettext("Nothing fits these filters:"))
        st.markdown(
            "\n".join(
                f"- **{escape(name)}**{translator.colon}{escape(chosen)}"
                for name, chosen in filter_words(dataset, filters, translator)
            )
        )
        blamed = causes_of_no_results(dataset, filters)
        if not blamed:
            st.markdown(translator.gettext("The tables hold no partner cities."))
            return
        names = translator.enumeration(filter_name(item.name, translator) for item in blamed)
        st.markdown(
            translator.ngettext(
                "This filter leaves nothing: {names}.",
                "Each of these filters could be loosened: {names}.",
                len(blamed),
                names=names,
            )
        )
        with st.container(horizontal=True):
            for item in blamed:
                st.button(
                    _offer(item, translator),
                    key=f"loosen-{item.name.value}",
                    on_click=filter_bar.look_at,
                    args=(item.filters,),
                )


def filter_name(name: FilterName, translator: Translator) -> str:
    """A filter in words."""
    return {
        FilterName.WORDS: translator.gettext("words"),
        FilterName.EVERY_TYPE: translator.gettext("all of the types at once"),
        FilterName.TYPES: translator.gettext("type of exchange"),
        FilterName.COUNTRIES: translator.gettext("country"),
        FilterName.PARTNERS: translator.gettext("city"),
        FilterName.SPAN: translator.gettext("years"),
    }[name]


def _offer(item: Loosening, translator: Translator) -> str:
    left = count_words(item.count.partners, item.count.exchanges, translator)
    if item.name is FilterName.EVERY_TYPE:
        return translator.gettext("Any of the types will do ({left})", left=left)
    return translator.gettext(
        "Without the filter: {name} ({left})", name=filter_name(item.name, translator), left=left
    )
