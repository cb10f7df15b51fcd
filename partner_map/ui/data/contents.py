"""What the tables hold, in numbers."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.model import Dataset


def show(dataset: Dataset, translator: Translator) -> None:
    """How many partners, countries and exchanges there are, and of which years."""
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
