"""The chosen city's story."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st
from geopy.distance import geodesic

from partner_map.i18n import Translator, collation_key
from partner_map.model import Dataset, Event, Partner, State, Town, View
from partner_map.timeline import events_until, state_at, years_together
from partner_map.ui import state
from partner_map.ui.markdown import escape, link
from partner_map.wording import agreement_name, capitalized, signatory_words, state_words, type_name

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
        on_click=state.change,
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
    if partner.agreement is not None:
        agreement = partner.agreement
        signed = say.date(agreement.fact.date)
        place = agreement.place[say.language]
        facts.append(
            (
                escape(capitalized(agreement_name(agreement.kind, say))),
                escape(signed if not place else f"{signed}, {place}"),
            )
        )
        signatories = (agreement.partner_signatory, agreement.town_signatory)
        names = [signatory_words(who, say) for who in signatories if who.name]
        if names:
            facts.append((say.gettext("Signed by"), escape("; ".join(names))))
    if partner.first_contacts is not None:
        date = say.date(partner.first_contacts.date)
        facts.append((say.gettext("First contacts"), escape(date)))
    if partner.ended is not None:
        facts.append((say.gettext("Cooperation ended"), escape(say.date(partner.ended.date))))
    kinds = sorted((type_name(kind, say) for kind in partner.types), key=collation_key)
    if kinds:
        facts.append((say.gettext("Kinds of exchange"), escape(", ".join(kinds))))
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
    number = state.page_number(key, pages)
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
    stated: dict[str, list[str]] = {}
    agreement = partner.agreement
    facts = [
        (say.gettext("first contacts"), partner.first_contacts and partner.first_contacts.sources),
        (say.gettext("agreement"), agreement and agreement.fact.sources),
        (say.gettext("place of signing"), agreement and agreement.place_sources),
        (say.gettext("signatories"), agreement and agreement.signatory_sources),
        (say.gettext("end of cooperation"), partner.ended and partner.ended.sources),
        (say.gettext("kinds of exchange"), partner.types_sources),
    ]
    place = partner.coordinate
    if place is not None and place.source.startswith("http"):
        facts.append((say.gettext("place on the map"), (place.source,)))
    for fact, addresses in facts:
        for address in addresses or ():
            stated.setdefault(address, []).append(fact)
    rows = [
        f"- {link(urlsplit(address).hostname or address, address)}: {escape(', '.join(names))}"
        for address, names in stated.items()
    ]
    return "\n".join(rows)
