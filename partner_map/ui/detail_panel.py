"""The chosen city's story."""

from __future__ import annotations

import streamlit as st
from geopy.distance import geodesic

from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import capitalized, partner_facts, partner_sources, state_words
from partner_map.model import Dataset, Event, Partner, State, Town, View
from partner_map.timeline import events_until, state_at, years_together
from partner_map.ui import session
from partner_map.ui.markdown import escape, host, link

EVENTS_A_PAGE = 3
"""So that a step stays small however much has happened."""


def show(dataset: Dataset, partner: Partner, view: View, say: Translator) -> None:
    """Names, state, agreement, contacts, kinds of exchange, story, exchanges and sources."""
    sources_title = say.gettext("Sources")
    st.header(escape(partner.name[say.language]), anchor=False)
    st.markdown(
        "\n\n".join(
            [
                escape(_place(dataset.town, partner, say)),
                "\n".join(f"- **{name}:** {text}" for name, text in _facts(partner, view, say)),
                escape(partner.summary[say.language]),
                f"**{sources_title}**",
                _sources(partner, say),
            ]
        )
    )
    st.button(
        say.gettext("Back to the whole picture"),
        key="close",
        on_click=session.change,
        kwargs={"city": None},
    )
    _exchanges(events_until(dataset, partner, view.year), partner, view, say)


def distance_km(town: Town, partner: Partner) -> float | None:
    """The geodesic distance in kilometres on the WGS 84 ellipsoid; None without a coordinate."""
    if partner.coordinate is None:
        return None
    here, there = town.coordinate, partner.coordinate
    return float(
        geodesic((here.latitude, here.longitude), (there.latitude, there.longitude)).kilometers
    )


def _place(town: Town, partner: Partner, say: Translator) -> str:
    distance = distance_km(town, partner)
    parts = [
        partner.own_name if partner.own_name != partner.name[say.language] else "",
        partner.note[say.language],
        say.country(partner.country),
        "" if distance is None else say.gettext("{distance} km", distance=say.number(distance)),
    ]
    return " · ".join(part for part in parts if part)


def _facts(partner: Partner, view: View, say: Translator) -> list[tuple[str, str]]:
    facts = [
        (
            say.gettext("At the end of {year}", year=view.year),
            escape(state_words(partner, view.year, say)),
        )
    ]
    together = years_together(partner, view.year)
    if together is not None:
        text = say.ngettext("{number} year", "{number} years", together)
        facts.append((say.gettext("Years together"), text))
    facts += [
        (escape(capitalized(fact.name)), escape(fact.text)) for fact in partner_facts(partner, say)
    ]
    return facts


def _exchanges(events: tuple[Event, ...], partner: Partner, view: View, say: Translator) -> None:
    """The dated exchanges up to the year, newest first, in pages."""
    if state_at(partner, view.year) is State.NONE and not events:
        return
    heading = say.gettext("Exchanges up to {year}", year=view.year)
    if not events:
        st.subheader(heading, anchor=False)
        st.markdown(say.gettext("None is dated in the tables."))
        return
    pages = -(-len(events) // EVENTS_A_PAGE)
    key = f"events-page-{partner.id}"
    number = session.page_number(key, pages)
    first = (number - 1) * EVENTS_A_PAGE
    page = events[first : first + EVENTS_A_PAGE]
    st.subheader(f"{heading} ({len(events)})", anchor=False)
    st.markdown("\n".join(_event(event, say) for event in page))
    if pages > 1:
        st.pagination(pages, key=key)


def _event(event: Event, say: Translator) -> str:
    when = escape(say.period(event.start, event.end))
    source = link(say.gettext("source"), event.source)
    return f"- **{when}** — {escape(event.title[say.language])} {source}"


def _sources(partner: Partner, say: Translator) -> str:
    """Each address with the facts that it states."""
    rows = [
        f"- {link(host(address), address)}: {escape(', '.join(facts))}"
        for address, facts in partner_sources(partner, say).items()
    ]
    return "\n".join(rows)
