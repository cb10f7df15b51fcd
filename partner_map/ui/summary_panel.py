"""What is said when no city is chosen: the town's ties on the day that is looked at."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import capitalized, partners_words
from partner_map.overview import Standing, elsewhere_words
from partner_map.timeline import Anniversary
from partner_map.ui import session
from partner_map.ui.markdown import escape

MAX_ANNIVERSARIES = 3
"""So that a step stays small however many share the day."""


def show(standing: Standing, translator: Translator) -> None:
    """How many partners, in how many countries, since when, and the next round anniversary."""
    with st.container(key="summary"):
        st.markdown(_day_words(standing.day, translator))
        st.header(
            partners_words(standing.partners, standing.partner_countries, translator),
            anchor=False,
        )
        st.markdown("  \n".join(_lines(standing, translator)))


def _day_words(day: datetime.date, translator: Translator) -> str:
    """Of which day all this is true."""
    if day.year == session.last_year():
        return translator.gettext("Today")
    return translator.gettext("At the end of {year}", year=day.year)


def _lines(standing: Standing, translator: Translator) -> list[str]:
    """What else is true on the day, and how to learn more."""
    lines = elsewhere_words(standing, translator)
    if standing.first_agreement is not None:
        lines.insert(
            0, translator.gettext("first agreement: {year}", year=standing.first_agreement)
        )
    told = [capitalized(" · ".join(lines))] if lines else []
    return [
        *told,
        *map(capitalized, _anniversary_lines(standing.anniversaries, translator)),
        translator.gettext("Choose a city to read its story."),
    ]


def _anniversary_lines(coming: Sequence[Anniversary], translator: Translator) -> list[str]:
    """The first of the anniversaries that share the day, and how many more there are."""
    lines = [
        translator.ngettext(
            "next round anniversary: {number} year with {city}, {date}",
            "next round anniversary: {number} years with {city}, {date}",
            item.years,
            city=escape(item.partner.name[translator.language]),
            date=translator.day(item.date),
        )
        for item in coming[:MAX_ANNIVERSARIES]
    ]
    if more := len(coming) - len(lines):
        lines.append(
            translator.ngettext(
                "{number} more anniversary on that day",
                "{number} more anniversaries on that day",
                more,
            )
        )
    return lines
