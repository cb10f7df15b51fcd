"""Partners by type of exchange: who does what, how often, from which year to which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from partner_map.exchanges.selection import Answer, Tally
from partner_map.exchanges.wording import MAX_NAMES
from partner_map.i18n.letters import collation_key
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import partner_names, type_name, years_words
from partner_map.model import ExchangeType, Partner
from partner_map.ui import pager
from partner_map.ui.markdown import escape, table

PARTNERS_A_PAGE = 12
_UNDATED = "•"
# Emphasis says how often: the style sheet gives each its shade.
_OFTEN = ((10, "***"), (5, "**"), (2, "*"), (1, ""))


def show(answer: Answer, partners: Sequence[Partner], translator: Translator) -> None:
    """A page of partners, a row each, with a column a type; below them all partners' sums.

    Types without any date are folded away, or stand alone where there are no others.
    """
    undated = undated_lines(answer, partners, translator)
    if not answer.events:
        st.markdown(translator.gettext("Named by sources, but without dates:"))
        st.markdown("\n".join(undated))
        return
    page = pager.page_of(partners, PARTNERS_A_PAGE, "matrix")
    with st.container(key="matrix"):
        st.markdown(matrix_table(answer, page, translator))
    pager.show(len(partners), PARTNERS_A_PAGE, "matrix")
    st.caption(
        translator.gettext(
            "Each field: how many events, and their first and last year. "
            "{mark}: named by a source, but without a date. "
            "An event with several cities stands under each and counts once in the sums.",
            mark=_UNDATED,
        )
        + (
            " " + translator.gettext("An event of several types stands under each of them.")
            if any(len(event.types) > 1 for event in answer.events)
            else ""
        )
    )
    if undated:
        label = translator.gettext("Without dates ({number})", number=len(undated))
        with st.expander(label, key="matrix-undated"):
            st.markdown("\n".join(undated))


def undated_lines(
    answer: Answer, partners: Sequence[Partner], translator: Translator
) -> Sequence[str]:
    """The types without any event in the selection, each with the cities whose sources name it."""
    partners_of: dict[str, list[Partner]] = {}
    dated = answer.by_type()
    for partner in partners:
        for exchange_type in answer.undated_types(partner) - dated.keys():
            name = type_name(exchange_type, translator)
            partners_of.setdefault(name, []).append(partner)
    cities = {
        name: _some(partner_names(those, translator), translator)
        for name, those in partners_of.items()
    }
    return [
        f"- **{escape(name)}**{translator.colon}{escape(cities[name])}"
        for name in sorted(cities, key=collation_key)
    ]


def _some(names: Sequence[str], translator: Translator) -> str:
    """The first names, and how many others there are."""
    shown, more = names[:MAX_NAMES], len(names) - MAX_NAMES
    others = [translator.ngettext("{number} other", "{number} others", more)] if more > 0 else []
    return ", ".join([*shown, *others])


def matrix_table(answer: Answer, partners: Sequence[Partner], translator: Translator) -> str:
    """The matrix of these partners as a Markdown table; the sums are of the whole selection.

    The selection has an event.
    """
    sums = answer.by_type()
    types = sorted(
        sums, key=lambda exchange_type: collation_key(type_name(exchange_type, translator))
    )
    tallies, totals = answer.tallies(partners), answer.totals(partners)
    rows = [
        [
            f"**{escape(partner.name[translator.language])}**",
            *_row(types, tallies[partner.id], answer.undated_types(partner)),
            _tally(totals.get(partner.id)),
        ]
        for partner in partners
    ]
    every = Tally(len(answer.events), answer.events[0].year, answer.events[-1].year)
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
    undated: frozenset[ExchangeType],
) -> list[str]:
    return [
        _tally(tallies.get(exchange_type), _UNDATED if exchange_type in undated else "")
        for exchange_type in types
    ]


def _tally(tally: Tally | None, otherwise: str = "") -> str:
    if tally is None:
        return otherwise
    mark = next(mark for number, mark in _OFTEN if tally.exchanges >= number)
    years = years_words(tally.first_year, tally.last_year)
    return f"{mark}{tally.exchanges}{mark} :small[{years}]"
