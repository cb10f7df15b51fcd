"""The partners, each fact with its source."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.letters import isolated
from partner_map.i18n.own_language import own_language
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import capitalized, partner_facts, place_fact
from partner_map.model import Dataset, Partner
from partner_map.ui import pager
from partner_map.ui.data import table
from partner_map.ui.markdown import escape, in_language, telling, told

PARTNERS_A_PAGE = 10
"""So that the page costs the same however many there are."""
_PAGER = "partners"


def show(dataset: Dataset, translator: Translator) -> None:
    """The partners of the page that the visitor turned to, each to be unfolded."""
    st.header(translator.gettext("Partners and their sources"), anchor=False)
    if not dataset.partners:
        st.markdown(translator.gettext("The table has no rows."))
        return
    for partner in pager.page_of(dataset.partners, PARTNERS_A_PAGE, _PAGER):
        name = escape(partner.name[translator.language])
        with st.expander(f"**{name}** {escape(translator.country(partner.country))}"):
            _facts(partner, translator)
    pager.show(len(dataset.partners), PARTNERS_A_PAGE, _PAGER)


def _facts(partner: Partner, translator: Translator) -> None:
    place = place_fact(partner, translator)
    facts = [*([place] if place else []), *partner_facts(partner, translator)]
    rows = [(fact.name, telling(fact.text), fact.sources) for fact in facts]
    names = (translator.gettext("names"), _names(partner, translator), ())
    table.draw(
        partner.name[translator.language],
        (
            translator.gettext("What"),
            translator.gettext("What is known"),
            translator.gettext("Source"),
        ),
        [
            (
                escape(capitalized(name)),
                text,
                table.source_links(sources) or translator.gettext("none stated"),
            )
            for name, text, sources in (names, *rows)
        ],
    )


def _names(partner: Partner, translator: Translator) -> str:
    """Each name once, the reader's first, every other marked with a language that has it."""
    readers = partner.name[translator.language]
    language_of: dict[str, str | None] = {
        name: code for code, name in reversed(partner.name.items())
    }
    language_of |= {partner.own_name: own_language(partner.country), readers: None}
    told_once = dict.fromkeys((readers, *partner.name.values(), partner.own_name))
    names = [in_language(isolated(name), language_of[name]) for name in told_once]
    note = told(partner.note, translator)
    return " · ".join(names) + (f" ({note})" if note else "")
