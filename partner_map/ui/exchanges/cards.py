"""The selected partners as cards: since when, what has been done, the last one, with whom."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

import streamlit as st

from partner_map.exchanges.selection import Answer, Tally
from partner_map.exchanges.wording import often
from partner_map.i18n.letters import collation_key
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import partner_names, status_words, type_name, type_names
from partner_map.model import ExchangeType, Partner
from partner_map.ui import pager, session
from partner_map.ui.markdown import escape, link
from partner_map.ui.navigation import pages

CARDS_A_PAGE = 4


def show(answer: Answer, partners: Sequence[Partner], translator: Translator) -> None:
    """A page of cards, in the order of the names."""
    page = pager.page_of(partners, CARDS_A_PAGE, "cards")
    totals = answer.totals(page)
    tallies = answer.tallies(page)
    with st.container(key="cards"):
        for partner in page:
            facts = _facts(answer, partner, totals.get(partner.id), tallies[partner.id], translator)
            with st.container(key=f"card-{partner.id}", border=True):
                st.subheader(escape(partner.name[translator.language]), anchor=False)
                st.markdown("\n".join((escape(_place(partner, translator)), "", *facts)))
                _partner_link(partner, translator)
    pager.show(len(partners), CARDS_A_PAGE, "cards")


def _place(partner: Partner, translator: Translator) -> str:
    name = partner.name[translator.language]
    own = [partner.own_name] if partner.own_name != name else []
    status_now = status_words(partner, datetime.date.today(), translator)
    return " · ".join((*own, translator.country(partner.country), status_now))


def _facts(
    answer: Answer,
    partner: Partner,
    total: Tally | None,
    tallies: Mapping[ExchangeType, Tally],
    translator: Translator,
) -> Iterator[str]:
    """Lines of a list: what has been done, how often, when last, and with whom."""
    if total is None:
        yield _line(
            translator.gettext("Exchanges"), translator.gettext("none dated in this selection")
        )
    else:
        yield _line(translator.gettext("Exchanges"), often(total))
        dated = sorted(
            tallies, key=lambda exchange_type: collation_key(type_name(exchange_type, translator))
        )
        types = [
            f"{type_name(exchange_type, translator)} {often(tallies[exchange_type])}"
            for exchange_type in dated
        ]
        yield _line(translator.gettext("Types"), ", ".join(types))
    if named := answer.named_types(partner) - tallies.keys():
        yield _line(
            translator.gettext("Also named in the sources"),
            ", ".join(type_names(named, translator)),
        )
    events = answer.events_of(partner)
    if events:
        last = events[-1]
        name, source = (
            translator.gettext("Last one"),
            link(translator.gettext("source"), last.source),
        )
        told = f"{translator.period(last.start, last.end)}, {type_name(last.type, translator)}"
        yield f"{_line(name, told)}, {source}"
    together = {other for event in events for other in event.partners} - {partner.id}
    if together:
        names = partner_names((answer.dataset.by_id[other] for other in together), translator)
        yield _line(translator.gettext("Shared with"), ", ".join(names))


def _line(name: str, text: str) -> str:
    return f"- **{name}:** {escape(text)}"


def _partner_link(partner: Partner, translator: Translator) -> None:
    """The way to the partner's summary on the map."""
    st.page_link(
        pages(translator)[0],
        label=translator.gettext("Story and place on the map"),
        query_params={"city": partner.id, **session.link_parameters()},
    )
