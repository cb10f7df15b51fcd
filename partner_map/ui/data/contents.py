"""What the tables hold, in numbers."""

from __future__ import annotations

import streamlit as st

from partner_map import clock
from partner_map.i18n.translator import Translator
from partner_map.model import Dataset
from partner_map.ui.markdown import escape

MAX_NAMES = 30
"""So that the list of cities without a place stays short; the rest is counted."""


def show(dataset: Dataset, translator: Translator) -> None:
    """How many partners, countries and exchanges there are, of which years, loaded when."""
    st.header(translator.gettext("What the tables hold"), anchor=False)
    cities = translator.ngettext(
        "{number} partner city", "{number} partner cities", len(dataset.partners)
    )
    countries = translator.ngettext(
        "in {number} country", "in {number} countries", len(dataset.countries)
    )
    exchanges = translator.ngettext(
        "{number} dated event", "{number} dated events", len(dataset.events)
    )
    lines = [f"- **{cities}** {countries}", f"- **{exchanges}**"]
    years = years_spanned(dataset)
    if years is not None:
        first, last = years
        lines.append(
            "- " + translator.gettext("years from {first} to {last}", first=first, last=last)
        )
    st.markdown("\n".join(lines))
    st.markdown(
        translator.gettext(
            "They are tables, of the partners and of the events, which the town keeps in a"
            " spreadsheet. Each date, name and type of exchange stands beside the address of the"
            " page that states it."
        )
    )

    moment = translator.moment(dataset.loaded, clock.zone(dataset.town))
    st.markdown(translator.gettext("The data shown were loaded on {moment}.", moment=moment))
    if unplaced := unplaced_words(dataset, translator):
        st.markdown(unplaced)


def unplaced_words(dataset: Dataset, translator: Translator) -> str:
    """The partners that the map cannot draw, as Markdown; empty where it can draw all."""
    names = [
        partner.name[translator.language]
        for partner in dataset.partners
        if partner.coordinate is None
    ]
    if not names:
        return ""
    found = translator.ngettext(
        "{number} partner has no place on the map yet:",
        "{number} partners have no place on the map yet:",
        len(names),
    )
    listed = escape(", ".join(names[:MAX_NAMES]))
    rest = len(names) - MAX_NAMES
    more = (
        ""
        if rest <= 0
        else " " + translator.ngettext("and {number} more", "and {number} more", rest)
    )
    return f"{found} **{listed}**{more}"


def years_spanned(dataset: Dataset) -> tuple[int, int] | None:
    """The first and the last year that any date of the tables names; None without a date."""
    dates = [event.start for event in dataset.events]
    dates += [event.end for event in dataset.events if event.end is not None]
    for partner in dataset.partners:
        signed = [document.fact for document in partner.documents]
        facts = (partner.first_contacts, *signed, partner.suspended, partner.end)
        dates += [fact.date for fact in facts if fact is not None]
    if not dates:
        return None
    return (
        min(date.earliest for date in dates).year,
        max(date.latest for date in dates).year,
    )
