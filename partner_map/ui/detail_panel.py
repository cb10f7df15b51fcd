"""The chosen city: its facts, its summary, its exchanges and their sources."""

from __future__ import annotations

import datetime

import streamlit as st

from partner_map.distance import distance_km
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import capitalized, partner_facts, partner_sources, status_words
from partner_map.model import Dataset, Event, Partner, PartnershipStatus, Town, View
from partner_map.timeline import day_of, events_until, status_at, years_together
from partner_map.ui import pager, session
from partner_map.ui.markdown import escape, host, link

EVENTS_A_PAGE = 3
"""So that a step stays small however much has happened."""


def show(dataset: Dataset, partner: Partner, view: View, translator: Translator) -> None:
    """Names, facts, summary and sources, then the exchanges up to the View's year."""
    sources_title = translator.gettext("Sources")
    st.header(escape(partner.name[translator.language]), anchor=False)
    st.markdown(
        "\n\n".join(
            [
                escape(_place(dataset.town, partner, translator)),
                "\n".join(
                    f"- **{name}:** {text}" for name, text in _facts(partner, view, translator)
                ),
                escape(partner.summary[translator.language]),
                f"**{sources_title}**",
                _sources(partner, translator),
            ]
        )
    )
    st.button(
        translator.gettext("Back to the whole picture"),
        key="close",
        on_click=session.update_view,
        kwargs={"city": None},
    )
    _exchanges(events_until(dataset, partner, view.year), partner, view, translator)


def _place(town: Town, partner: Partner, translator: Translator) -> str:
    place = partner.coordinate
    distance = None if place is None else distance_km(town.coordinate, place)
    parts = [
        partner.own_name if partner.own_name != partner.name[translator.language] else "",
        partner.note[translator.language],
        translator.country(partner.country),
        ""
        if distance is None
        else translator.gettext("{distance} km", distance=translator.number(distance)),
    ]
    return " · ".join(part for part in parts if part)


def _facts(partner: Partner, view: View, translator: Translator) -> list[tuple[str, str]]:
    facts = [
        (
            translator.gettext("At the end of {year}", year=view.year),
            escape(status_words(partner, day_of(view.year, datetime.date.today()), translator)),
        )
    ]
    together = years_together(partner, view.year)
    if together is not None:
        text = translator.ngettext("{number} year", "{number} years", together)
        facts.append((translator.gettext("Years together"), text))
    facts += [
        (escape(capitalized(fact.name)), escape(fact.text))
        for fact in partner_facts(partner, translator)
    ]
    return facts


def _exchanges(
    events: tuple[Event, ...], partner: Partner, view: View, translator: Translator
) -> None:
    """The dated exchanges up to the year, newest first, in pages."""
    if status_at(partner, view.year) is PartnershipStatus.NONE and not events:
        return
    heading = translator.gettext("Exchanges up to {year}", year=view.year)
    if not events:
        st.subheader(heading, anchor=False)
        st.markdown(translator.gettext("None is dated in the tables."))
        return
    page = pager.page_of(events, EVENTS_A_PAGE, partner.id)
    st.subheader(f"{heading} ({len(events)})", anchor=False)
    st.markdown("\n".join(_event(event, translator) for event in page))
    pager.show(len(events), EVENTS_A_PAGE, partner.id)


def _event(event: Event, translator: Translator) -> str:
    when = escape(translator.period(event.start, event.end))
    source = link(translator.gettext("source"), event.source)
    return f"- **{when}** — {escape(event.title[translator.language])} {source}"


def _sources(partner: Partner, translator: Translator) -> str:
    """Each URL with the facts that it states."""
    rows = [
        f"- {link(host(url), url)}: {escape(', '.join(facts))}"
        for url, facts in partner_sources(partner, translator).items()
    ]
    return "\n".join(rows)
