"""What is said when nothing is left: which filter is to blame, and the touch that loosens it."""

from __future__ import annotations

import streamlit as st

from partner_map.exchanges.selection import Filter, Loosening, emptied_by
from partner_map.exchanges.wording import count_words, filter_words
from partner_map.i18n.translator import Translator
from partner_map.model import Dataset, View
from partner_map.ui.exchanges import filter_bar
from partner_map.ui.markdown import escape


def show(dataset: Dataset, view: View, say: Translator) -> None:
    """The filters that are on, those to blame, and a button for each of these."""
    with st.container(key="emptied"):
        st.markdown(say.gettext("Nothing fits these filters:"))
        st.markdown(
            "\n".join(
                f"- **{escape(name)}:** {escape(chosen)}"
                for name, chosen in filter_words(dataset, view, say)
            )
        )
        blamed = emptied_by(dataset, view)
        if not blamed:
            st.markdown(say.gettext("The tables hold no partner cities."))
            return
        names = say.enumeration(filter_name(item.filter, say) for item in blamed)
        st.markdown(
            say.ngettext(
                "This filter leaves nothing: {names}.",
                "Each of these filters could be loosened: {names}.",
                len(blamed),
                names=names,
            )
        )
        with st.container(horizontal=True):
            for item in blamed:
                st.button(
                    _offer(item, say),
                    key=f"loosen-{item.filter.value}",
                    on_click=filter_bar.look_at,
                    args=(item.view,),
                )


def filter_name(name: Filter, say: Translator) -> str:
    """A filter in words."""
    return {
        Filter.WORDS: say.gettext("words"),
        Filter.EVERY_TYPE: say.gettext("all of the kinds at once"),
        Filter.TYPES: say.gettext("kind of exchange"),
        Filter.COUNTRIES: say.gettext("country"),
        Filter.PARTNERS: say.gettext("city"),
        Filter.SPAN: say.gettext("years"),
    }[name]


def _offer(item: Loosening, say: Translator) -> str:
    left = count_words(item.count.partners, item.count.exchanges, say)
    if item.filter is Filter.EVERY_TYPE:
        return say.gettext("Any of the kinds will do ({left})", left=left)
    return say.gettext(
        "Without the filter: {name} ({left})", name=filter_name(item.filter, say), left=left
    )
