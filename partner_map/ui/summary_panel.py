"""What is said when no city is chosen: the town's ties at the end of the year."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import standing_words
from partner_map.model import Town, View
from partner_map.overview import Standing
from partner_map.timeline import Anniversary
from partner_map.ui.markdown import escape

MAX_ANNIVERSARIES = 3
"""So that a step stays small however many share the day."""


def show(town: Town, standing: Standing, view: View, translator: Translator) -> None:
    """How many agreements, in how many countries, and the next round anniversary."""
    counted = standing_words(
        standing.agreements, standing.countries, standing.contacts, standing.ended, translator
    )
    (in_force, countries), *others = counted
    lines = [
        translator.gettext("At the end of {year}:", year=view.year),
        "",
        f"- **{in_force}** {countries}",
        *(f"- {number}" for number, _ in others),
    ]
    lines += _anniversary_lines(standing.anniversaries, translator)
    lines += ["", translator.gettext("Choose a city on the map or in the list.")]
    st.header(escape(town.name[translator.language]), anchor=False)
    st.markdown("\n".join(lines))


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
    return [f"- {line}" for line in lines]
