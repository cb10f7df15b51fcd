"""Partners by kind of exchange: who does what, how often, from which year to which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from partner_map.exchanges.selection import Answer, Cell
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


def show(answer: Answer, partners: Sequence[Partner], say: Translator) -> None:
    """A page of partners, a row each, with a column a kind; below them all partners' sums."""
    page = pager.page_of(partners, PARTNERS_A_PAGE, "matrix")
    with st.container(key="matrix"):
        st.markdown(matrix_table(answer, page, say))
    pager.show(len(partners), PARTNERS_A_PAGE, "matrix")
    st.caption(
        say.gettext(
            "Each field: how many dated exchanges, and their first and last year. "
            "{mark}: named in the sources, with no dated exchange in this selection. "
            "An exchange with several cities stands under each and counts once in the sums.",
            mark=_NAMED,
        )
    )


def matrix_table(answer: Answer, partners: Sequence[Partner], say: Translator) -> str:
    """The matrix of these partners as a Markdown table; the sums are of the whole selection."""
    sums = answer.by_kind()
    kinds = sorted(
        sums.keys() | {kind for partner in answer.partners for kind in answer.named_kinds(partner)},
        key=lambda kind: collation_key(type_name(kind, say)),
    )
    cells, totals = answer.cells(partners), answer.totals(partners)
    rows = [
        [
            f"**{escape(partner.name[say.language])}**",
            *_row(kinds, cells[partner.id], answer.named_kinds(partner)),
            _cell(totals.get(partner.id)),
        ]
        for partner in partners
    ]
    every = (
        Cell(len(answer.events), answer.events[0].year, answer.events[-1].year)
        if answer.events
        else None
    )
    together = say.gettext("All cities")
    rows.append([f"**{together}**", *_row(kinds, sums, frozenset()), _cell(every)])
    columns = [say.gettext("City"), *(type_name(kind, say) for kind in kinds), say.gettext("All")]
    return table([escape(column) for column in columns], rows)


def _row(
    kinds: Sequence[ExchangeType],
    cells: Mapping[ExchangeType, Cell],
    named: frozenset[ExchangeType],
) -> list[str]:
    return [_cell(cells.get(kind), _NAMED if kind in named else "") for kind in kinds]


def _cell(cell: Cell | None, otherwise: str = "") -> str:
    if cell is None:
        return otherwise
    mark = next(mark for number, mark in _OFTEN if cell.exchanges >= number)
    years = years_words(cell.first_year, cell.last_year)
    return f"{mark}{cell.exchanges}{mark} :small[{years}]"
