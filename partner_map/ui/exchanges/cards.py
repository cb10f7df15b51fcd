"""The selected partners as cards: since when, what has been done, the last one, with whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import streamlit as st

from partner_map.exchanges.selection import Answer, Cell
from partner_map.exchanges.wording import often
from partner_map.i18n.letters import collation_key
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import partner_names, state_words, type_name, type_names
from partner_map.model import ExchangeType, Partner
from partner_map.ui import pager, session
from partner_map.ui.markdown import escape, link
from partner_map.ui.navigation import pages

CARDS_A_PAGE = 4


def show(answer: Answer, partners: Sequence[Partner], say: Translator) -> None:
    """A page of cards, in the order of the names."""
    page = pager.page_of(partners, CARDS_A_PAGE, "cards")
    totals = answer.totals(page)
    cells = answer.cells(page)
    with st.container(key="cards"):
        for partner in page:
            facts = _facts(answer, partner, totals.get(partner.id), cells[partner.id], say)
            with st.container(key=f"card-{partner.id}", border=True):
                st.subheader(escape(partner.name[say.language]), anchor=False)
                st.markdown("\n".join((escape(_place(partner, say)), "", *facts)))
                _story_link(partner, say)
    pager.show(len(partners), CARDS_A_PAGE, "cards")


def _place(partner: Partner, say: Translator) -> str:
    name = partner.name[say.language]
    own = [partner.own_name] if partner.own_name != name else []
    state_now = state_words(partner, session.last_year(), say)
    return " · ".join((*own, say.country(partner.country), state_now))


def _facts(
    answer: Answer,
    partner: Partner,
    total: Cell | None,
    cells: Mapping[ExchangeType, Cell],
    say: Translator,
) -> Iterator[str]:
    """Lines of a list: what has been done, how often, when last, and with whom."""
    if total is None:
        yield _line(say.gettext("Exchanges"), say.gettext("none dated in this selection"))
    else:
        yield _line(say.gettext("Exchanges"), often(total))
        dated = sorted(cells, key=lambda kind: collation_key(type_name(kind, say)))
        kinds = [f"{type_name(kind, say)} {often(cells[kind])}" for kind in dated]
        yield _line(say.gettext("Kinds"), ", ".join(kinds))
    if named := answer.named_kinds(partner) - cells.keys():
        yield _line(say.gettext("Also named in the sources"), ", ".join(type_names(named, say)))
    events = answer.events_of(partner)
    if events:
        last = events[-1]
        name, source = say.gettext("Last one"), link(say.gettext("source"), last.source)
        told = f"{say.period(last.start, last.end)}, {type_name(last.type, say)}"
        yield f"{_line(name, told)}, {source}"
    together = {other for event in events for other in event.partners} - {partner.id}
    if together:
        names = partner_names((answer.dataset.by_id[other] for other in together), say)
        yield _line(say.gettext("Shared with"), ", ".join(names))


def _line(name: str, text: str) -> str:
    return f"- **{name}:** {escape(text)}"


def _story_link(partner: Partner, say: Translator) -> None:
    """The way to the partner's story on the map."""
    st.page_link(
        pages(say)[0],
        label=say.gettext("Story and place on the map"),
        query_params={"city": partner.id, **session.link_parameters()},
    )
