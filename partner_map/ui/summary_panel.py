"""What is said when no city is chosen: the town's ties at the end of the year."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.model import Town, View
from partner_map.overview import Standing
from partner_map.timeline import Anniversary
from partner_map.ui.markdown import escape

MOST_ANNIVERSARIES = 3
"""So that a step stays small however many share the day."""


def show(town: Town, standing: Standing, view: View, say: Translator) -> None:
    """How many agreements, in how many countries, and the next round anniversary."""
    contacts, ended = standing.contacts, standing.ended
    in_force = say.ngettext(
        "{number} agreement in force", "{number} agreements in force", standing.agreements
    )
    countries = say.ngettext("in {number} country", "in {number} countries", standing.countries)
    lines = [
        say.gettext("At the end of {year}:", year=view.year),
        "",
        f"- **{in_force}** {countries}",
    ]
    if contacts:
        lines.append(
            "- "
            + say.ngettext("contacts with {number} city", "contacts with {number} cities", contacts)
        )
    if ended:
        lines.append(
            "- " + say.ngettext("{number} cooperation ended", "{number} cooperations ended", ended)
        )
    lines += _anniversary_lines(standing.anniversaries, say)
    lines += ["", say.gettext("Choose a city on the map or in the list.")]
    st.header(escape(town.name[say.language]), anchor=False)
    st.markdown("\n".join(lines))


def _anniversary_lines(coming: Sequence[Anniversary], say: Translator) -> list[str]:
    """The first of the anniversaries that share the day, and how many more there are."""
    lines = [
        say.ngettext(
            "next round anniversary: {number} year with {city}, {date}",
            "next round anniversary: {number} years with {city}, {date}",
            item.years,
            city=escape(item.partner.name[say.language]),
            date=say.day(item.date),
        )
        for item in coming[:MOST_ANNIVERSARIES]
    ]
    if more := len(coming) - len(lines):
        lines.append(
            say.ngettext(
                "{number} more anniversary on that day",
                "{number} more anniversaries on that day",
                more,
            )
        )
    return [f"- {line}" for line in lines]
