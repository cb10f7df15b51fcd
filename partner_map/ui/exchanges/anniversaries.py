"""The agreements that have a round anniversary in the coming two years."""

from __future__ import annotations

import datetime

import streamlit as st

from partner_map.dates import years_on
from partner_map.exchanges.selection import Answer
from partner_map.i18n.translator import Translator
from partner_map.timeline import Anniversary, anniversaries_until
from partner_map.ui import pager
from partner_map.ui.markdown import escape

YEARS_AHEAD = 2
ANNIVERSARIES_A_PAGE = 6


def show(answer: Answer, today: datetime.date, translator: Translator) -> None:
    """The nearest first, in pages."""
    st.header(translator.gettext("Round anniversaries in two years"), anchor=False)
    coming = coming_anniversaries(answer, today)
    if not coming:
        st.markdown(translator.gettext("None of these agreements has one until then."))
        return
    page = pager.page_of(coming, ANNIVERSARIES_A_PAGE, "anniversaries")
    st.markdown("\n".join(f"- {line(item, translator)}" for item in page))
    pager.show(len(coming), ANNIVERSARIES_A_PAGE, "anniversaries")


def coming_anniversaries(answer: Answer, today: datetime.date) -> tuple[Anniversary, ...]:
    """The round anniversaries of the selected partners' agreements in the coming two years."""
    return anniversaries_until(answer.partners, today, years_on(today, YEARS_AHEAD))


def line(item: Anniversary, translator: Translator) -> str:
    """An anniversary as Markdown."""
    years = translator.ngettext("{number} year", "{number} years", item.years)
    name = item.partner.name[translator.language]
    return f"**{escape(translator.day(item.date))}** — {escape(name)}, {escape(years)}"
