"""The exchanges page: filters, what they leave in four views, and ways to take it along."""

from __future__ import annotations

import datetime

import streamlit as st

from partner_map.exchanges.files import Taken
from partner_map.exchanges.ordering import ordered_partners
from partner_map.exchanges.selection import Answer, select
from partner_map.exchanges.wording import count_words
from partner_map.i18n.translator import Translator, translator
from partner_map.i18n.wording import partner_names, years_words
from partner_map.mapview.component import show_map
from partner_map.model import Dataset, State, View
from partner_map.permalink import EXCHANGES_PARAMETERS, exchanges_address
from partner_map.timeline import state_at
from partner_map.ui import header, pager, session
from partner_map.ui.exchanges import (
    anniversaries,
    cards,
    chart,
    downloads,
    exchange_table,
    filter_bar,
    matrix,
    no_results,
    print_sheet,
)
from partner_map.ui.markdown import escape

_MAP = "exchanges-map"
_MOST_ABSENT = 6  # names


def show() -> None:
    """Draw the whole page."""
    say = translator(session.current().language)
    header.show(say.gettext("Exchanges with partner cities"), say)
    st.fragment(_explore)(session.dataset(), say)
    session.write_address(EXCHANGES_PARAMETERS)


def _explore(dataset: Dataset, say: Translator) -> None:
    """One run of this is one change of a filter or one turn of a page."""
    view = session.current()
    answer = select(dataset, view)
    taken = Taken(answer, _address(view), datetime.date.today())
    takeable = bool(answer.partners) and not session.in_kiosk()
    with st.container(key="exchanges"):
        filter_bar.show(dataset, view, say)
        with st.container(key="answer-head", horizontal=True, vertical_alignment="center"):
            with st.container(key="answer-count"):
                st.markdown(_headline(answer, say))
            if takeable:
                downloads.show(taken, say)
        if answer.partners:
            _show_answer(answer, say, taken.today)
        else:
            no_results.show(dataset, view, say)
    if takeable:
        with st.container(key="print-sheet"):
            print_sheet.show(taken, say)
    session.write_address(EXCHANGES_PARAMETERS)


def _show_answer(answer: Answer, say: Translator, today: datetime.date) -> None:
    """The selection in its views."""
    partners = ordered_partners(answer, say.language)
    with st.container(key="places"):
        with st.container(key="place-map"):
            _map(answer, say)
        with st.container(key="place-cards"):
            cards.show(answer, partners, say)
    st.header(say.gettext("Who does what"), anchor=False)
    matrix.show(answer, partners, say)
    with st.container(key="times"):
        with st.container(key="time-chart"):
            chart.show(answer, session.last_year(), say)
        with st.container(key="time-anniversaries"):
            anniversaries.show(answer, today, say)
    exchange_table.show(answer, say)


def _headline(answer: Answer, say: Translator) -> str:
    """How much is selected and from which years."""
    count = answer.count
    words = f"**{escape(count_words(count.partners, count.exchanges, say))}**"
    if not answer.events:
        return words
    # Exchanges stand in the order of their start.
    years = years_words(answer.events[0].year, answer.events[-1].year)
    last = say.gettext("last one: {date}", date=say.date(answer.events[-1].start))
    return f"{words} · {escape(years)} · {escape(last)}"


def _map(answer: Answer, say: Translator) -> None:
    """The explorer's map at the present year with none but the selected partners."""
    dataset, view, year = answer.dataset, answer.view, session.last_year()
    chosen = next(iter(view.partners)) if len(view.partners) == 1 else None
    show_map(
        dataset,
        View(year, city=chosen, language=view.language),
        say,
        key=_MAP,
        on_choice=_choose_on_map,
        partners=answer.partners,
    )
    absent = [
        partner
        for partner in answer.partners
        if partner.coordinate is None or state_at(partner, year) is State.NONE
    ]
    if absent:
        names = ", ".join(partner_names(absent, say)[:_MOST_ABSENT])
        st.caption(
            escape(
                say.ngettext(
                    "{number} city is not on the map: {names}",
                    "{number} cities are not on the map: {names}",
                    len(absent),
                    names=names,
                )
            )
        )


def _address(view: View) -> str:
    """The full address of the selection, as the visitor's browser shows it."""
    return exchanges_address(st.context.url or "", view, session.last_year())


def _choose_on_map() -> None:
    """Look at the exchanges of the city that is chosen on the map, or at all again."""
    choice = st.session_state.get(_MAP)
    if not isinstance(choice, dict):
        return
    city = choice.get("city")
    known = isinstance(city, str) and city in session.dataset().by_id
    pager.rewind()
    session.change(partners=frozenset({str(city)}) if known else frozenset())
