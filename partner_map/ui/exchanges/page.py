"""The exchanges page: filters, what they leave in four views, and ways to take it along."""

from __future__ import annotations

import datetime

import streamlit as st

from partner_map.exchanges.files import Export
from partner_map.exchanges.ordering import partners_by_latest
from partner_map.exchanges.selection import Answer, select
from partner_map.exchanges.wording import count_words
from partner_map.i18n.translator import Translator, translator_for
from partner_map.i18n.wording import partner_names, years_words
from partner_map.mapview.component import show_map
from partner_map.mapview.message import Shown
from partner_map.model import Dataset, PartnershipStatus, View
from partner_map.permalink import exchanges_url
from partner_map.timeline import status_on
from partner_map.ui import header, pager, session
from partner_map.ui.exchanges import (
    anniversaries,
    cards,
    chart,
    contacts,
    downloads,
    exchange_table,
    filter_bar,
    matrix,
    no_results,
    print_sheet,
)
from partner_map.ui.markdown import escape

_MAP = "exchanges-map"
_MAX_ABSENT_NAMES = 6  # names


def show() -> None:
    """Draw the whole page."""
    translator = translator_for(session.current().language)
    header.show(translator.gettext("Exchanges with partner cities"), translator)
    session.fragment(_explore)(session.dataset(), translator)


def _explore(dataset: Dataset, translator: Translator) -> None:
    """One run of this is one change of a filter or one turn of a page."""
    view = session.current()
    answer = select(dataset, view.filters)
    export = Export(answer, _url(view), session.today())
    takeable = bool(answer.partners) and not session.in_kiosk()
    with st.container(key="exchanges"):
        filter_bar.show(dataset, view.filters, translator)
        with st.container(key="answer-head", horizontal=True, vertical_alignment="center"):
            with st.container(key="answer-count"):
                st.markdown(_headline(answer, translator))
            if takeable:
                downloads.show(export, translator)
        if answer.partners:
            _show_answer(answer, translator, export.today)
        else:
            no_results.show(dataset, view.filters, translator)
        contacts.show(dataset, view.filters, translator)
    if takeable:
        with st.container(key="print-sheet"):
            print_sheet.show(export, translator)


def _show_answer(answer: Answer, translator: Translator, today: datetime.date) -> None:
    """The selection in its views."""
    going_on, over = partners_by_latest(answer, today, translator.language)
    with st.container(key="places"):
        with st.container(key="place-map"):
            _map(answer, translator)
        with st.container(key="place-cards"):
            cards.show(answer, going_on, over, translator)
    st.header(translator.gettext("What we do with which city"), anchor=False)
    matrix.show(answer, [*going_on, *over], translator)
    st.header(translator.gettext("What has happened"), anchor=False)
    chart.show(answer, session.last_year(), translator)
    exchange_table.show(answer, translator)
    anniversaries.show(answer, today, translator)


def _headline(answer: Answer, translator: Translator) -> str:
    """How much is selected and from which years."""
    count = answer.count
    words = f"**{escape(count_words(count.partners, count.exchanges, translator))}**"
    if not answer.events:
        return words
    # Exchanges stand in the order of their start.
    years = years_words(answer.events[0].year, answer.events[-1].year)
    last = translator.gettext("the latest: {date}", date=translator.date(answer.events[-1].start))
    return f"{words} · {escape(years)} · {escape(last)}"


def _map(answer: Answer, translator: Translator) -> None:
    """The explorer's map at the present year with none but the selected partners."""
    today, chosen = session.today(), answer.filters.partners
    show_map(
        answer.dataset,
        Shown(
            today.year,
            next(iter(chosen)) if len(chosen) == 1 else None,
            among=answer.partners,
            today=today,
        ),
        translator,
        key=_MAP,
        on_choice=_choose_on_map,
    )
    absent = [
        partner
        for partner in answer.partners
        if partner.coordinate is None or status_on(partner, today) is PartnershipStatus.NONE
    ]
    if absent:
        names = ", ".join(partner_names(absent, translator)[:_MAX_ABSENT_NAMES])
        st.caption(
            escape(
                translator.ngettext(
                    "{number} city is not on the map: {names}",
                    "{number} cities are not on the map: {names}",
                    len(absent),
                    names=names,
                )
            )
        )


def _url(view: View) -> str:
    """The full URL of the selection, as the visitor's browser shows it."""
    return exchanges_url(st.context.url or "", view, session.last_year())


def _choose_on_map() -> None:
    """Look at the exchanges of the city that is chosen on the map, or at all again."""
    pager.rewind()
    session.choose_on_exchanges_map(_MAP)
