"""The partners, each fact with its source."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.letters import isolated
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import StatedFact, capitalized, partner_facts, place_fact, told
from partner_map.model import Dataset, Partner
from partner_map.ui import pager
from partner_map.ui.data import table
from partner_map.ui.markdown import escape

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
    facts = [
        _names(partner, translator),
        *([place] if place else []),
        *partner_facts(partner, translator),
    ]
    table.draw(
        partner.name[translator.language],
        (
            translator.gettext("What"),
            translator.gettext("What is known"),
            translator.gettext("Source"),
        ),
        [
            (
                escape(capitalized(fact.name)),
                escape(fact.text),
                table.source_links(fact.sources) or translator.gettext("none stated"),
            )
            for fact in facts
        ],
    )


def _names(partner: Partner, translator: Translator) -> StatedFact:
    names = dict.fromkeys(map(isolated, (*partner.name.values(), partner.own_name)))
    note = told(partner.note, translator).signed
    return StatedFact(
        translator.gettext("names"), " · ".join(names) + (f" ({note})" if note else ""), ()
    )
