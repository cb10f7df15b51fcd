"""What is said when no city is chosen: the town's ties at the end of the year."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import streamlit as st

from partner_map.i18n import Translator
from partner_map.model import Dataset, Partner, State, View
from partner_map.timeline import next_anniversaries, state_at
from partner_map.ui.markdown import escape


def show(dataset: Dataset, chosen: Sequence[Partner], view: View, say: Translator) -> None:
    """How many agreements, in how many countries, and the next round anniversary."""
    in_force = [p for p in chosen if state_at(p, view.year) is State.AGREEMENT]
    contacts = sum(state_at(partner, view.year) is State.CONTACTS for partner in chosen)
    ended = sum(state_at(partner, view.year) is State.ENDED for partner in chosen)
    countries = len({partner.country for partner in in_force})
    lines = [
        say.gettext("At the end of {year}:", year=view.year),
        "",
        "- **"
        + say.ngettext("{number} agreement in force", "{number} agreements in force", len(in_force))
        + "** "
        + say.ngettext("in {number} country", "in {number} countries", countries),
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
    lines += _anniversary_lines(chosen, view, say)
    lines += ["", say.gettext("Choose a city on the map or in the list.")]
    st.header(escape(dataset.town.name[say.language]), anchor=False)
    st.markdown("\n".join(lines))


def _anniversary_lines(chosen: Sequence[Partner], view: View, say: Translator) -> list[str]:
    """The round anniversary that comes next, seen from the year's end or from today."""
    today = min(datetime.date.today(), datetime.date(view.year, 12, 31))
    return [
        "- "
        + say.ngettext(
            "next round anniversary: {number} year with {city}, {date}",
            "next round anniversary: {number} years with {city}, {date}",
            item.years,
            city=escape(item.partner.name[say.language]),
            date=say.day(item.date),
        )
        for item in next_anniversaries(chosen, today)
    ]
