"""Partners by type of exchange: who does what, how often, from which year to which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from partner_map.exchanges.selection import Answer, Tally
from partner_map.i18n.letters import collation_key
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import type_name, years_words
from partner_map.model import ExchangeType, Partner
from partner_map.ui import pager
from partner_map.ui.markdown import escape, table

PARTNERS_A_PAGE = 12
_NAMED = "•"
# Emphasis says how often: the style sheet gives each its shade.
_OFTEN = ((10, "***"), (5, "**"), (2, "*"), (1, ""))


def show(answer: Answer, partners: Sequence[Partner], translator: Translator) -> None:
    """A page of partners, a row each, with a column a kind; below them all partners' sums."""
    page = pager.page_of(partners, PARTNERS_A_PAGE, "matrix")
    with st.container(key="matrix"):
        st.markdown(matrix_table(answer, page, translator))
    pager.show(len(partners), PARTNERS_A_PAGE, "matrix")
    st.caption(
        translator.gettext(
            "Each field: how many dated exchanges, and their first and last year. "
            "{mark}: named in the sources, with no dated exchange in this selection. "
            "An exchange with several cities stands under each and counts once in the sums.",
            mark=_NAMED,
        )
    )


def matrix_table(answer: Answer, partners: Sequence[Partner], translator: Translator) -> str:
    """The matrix of these partners as a Markdown table; the sums are of the whole selection."""
    sums = answer.by_type()
    types = sorted(
        sums.keys()
        | {
            exchange_type
            for partner in answer.partners
            for exchange_type in answer.named_types(partner)
        },
        key=lambda exchange_type: collation_key(type_name(exchange_type, translator)),
    )
    tallies, totals = answer.tallies(partners), answer.totals(partners)
    rows = [
        [
            f"**{escape(partner.name[translator.language])}**",
            *_row(types, tallies[partner.id], answer.named_types(partner)),
            _tally(totals.get(partner.id)),
        ]
        for partner in partners
    ]
    every = (
        Tally(len(answer.events), answer.events[0].year, answer.events[-1].year)
        if answer.events
        else None
    )
    together = translator.gettext("All cities")
    rows.append([f"**{together}**", *_row(types, sums, frozenset()), _tally(every)])
    columns = [
        translator.gettext("City"),
        *(type_name(exchange_type, translator) for exchange_type in types),
        translator.gettext("All"),
    ]
    return table([escape(column) for column in columns], rows)


def _row(
    types: Sequence[ExchangeType],
    tallies: Mapping[ExchangeType, Tally],
    named: frozenset[ExchangeType],
) -> list[str]:
    return [
        _tally(tallies.get(exchange_type), _NAMED if exchange_type in named else "")
        for exchange_type in types
    ]


def _tally(tally: Tally | None, otherwise: str = "") -> str:
    if tally is None:
        return otherwise
    mark = next(mark for number, mark in _OFTEN if tally.exchanges >= number)
    years = years_words(tally.first_year, tally.last_year)
    return f"{mark}{tally.exchanges}{mark} :small[{years}]"
