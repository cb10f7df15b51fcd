"""The chosen city's fact sheet: where the partnership stands, facts, story, exchanges, sources."""

from __future__ import annotations

import datetime

import streamlit as st

from partner_map.distance import distance_km
from partner_map.i18n.letters import collation_key
from partner_map.i18n.sheet_words import sheet_facts, standing
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import partner_sources, type_name
from partner_map.model import Dataset, Event, ExchangeType, Partner, PartnershipStatus, Town, View
from partner_map.timeline import events_until, status_on, told_day
from partner_map.ui import session
from partner_map.ui.markdown import escape, host, link
from partner_map.ui.navigation import exchanges_page


def show(dataset: Dataset, partner: Partner, view: View, translator: Translator) -> None:
    """The sheet as of the View's year; what a filter of types leaves out is not counted."""
    today = datetime.date.today()
    events = tuple(
        event
        for event in events_until(dataset, partner, view.year)
        if event.start.earliest <= today
        and (not view.filters.types or event.type in view.filters.types)
    )
    with st.container(key="sheet"):
        _head(translator)
        st.header(escape(partner.name[translator.language]), anchor=False)
        st.markdown(escape(_place(dataset.town, partner, translator)))
        with st.container(key="sheet-standing"):
            st.markdown(_standing(partner, view, today, translator))
        with st.container(key="sheet-facts"):
            st.markdown(_facts(dataset.town, partner, view, today, translator))
        _together(partner, events, view, today, translator)
        with st.container(key="sheet-story"):
            st.markdown(escape(partner.summary[translator.language]))
        if events:
            _latest(events, partner, view, translator)
        _sources(partner, events, translator)


def _head(translator: Translator) -> None:
    """The way back, and the button whose press the page's script answers by itself."""
    with st.container(key="sheet-head", horizontal=True, horizontal_alignment="distribute"):
        st.button(
            f"‹ {translator.gettext('All cities')}",
            key="close",
            type="tertiary",
            on_click=session.update_view,
            kwargs={"city": None},
        )
        if not session.in_kiosk():
            st.button(f"{translator.gettext('Share')} ↗", key="share", type="tertiary")


def _place(town: Town, partner: Partner, translator: Translator) -> str:
    place, language = partner.coordinate, translator.language
    parts = [
        partner.own_name if partner.own_name != partner.name[language] else "",
        partner.note[language],
        translator.country(partner.country),
        ""
        if place is None
        else translator.gettext(
            "{distance} km from {town}",
            distance=translator.number(distance_km(town.coordinate, place)),
            town=town.genitive[language],
        ),
    ]
    return " · ".join(part for part in parts if part)


def _standing(partner: Partner, view: View, today: datetime.date, translator: Translator) -> str:
    told = standing(partner, view.year, today, translator)
    number = "" if told.number is None else f"**{translator.number(told.number)}** "
    more = f" *{escape(told.more)}*" if told.more else ""
    return f"{number}{escape(told.words)}{more}"


def _facts(
    town: Town, partner: Partner, view: View, today: datetime.date, translator: Translator
) -> str:
    """A list item a fact: its label, then what is told in bold and quietly."""
    items = []
    for fact in sheet_facts(town, partner, view.year, today, translator):
        lines = [
            f"**{escape(text)}**" + (f" *{escape(quiet)}*" if quiet else "")
            for text, quiet in fact.lines
        ]
        items.append("- " + "\\\n  ".join([escape(fact.label), *lines]))
    return "\n".join(items)


def _together(
    partner: Partner,
    events: tuple[Event, ...],
    view: View,
    today: datetime.date,
    translator: Translator,
) -> None:
    """What is done together, each type a link to its exchanges.

    A year that is over has the types that are dated by then, today all that sources name.
    """
    types = {event.type for event in events}
    if view.year == session.last_year():
        named = partner.types
        types |= {one for one in named if not view.filters.types or one in view.filters.types}
    if not types:
        return
    ended = status_on(partner, told_day(view.year, today)) is PartnershipStatus.ENDED
    with st.container(key="sheet-types", horizontal=True):
        st.markdown(
            translator.gettext("What we did together")
            if ended
            else translator.gettext("What we do together")
        )
        for one in sorted(types, key=lambda one: collation_key(type_name(one, translator))):
            _exchanges_link(type_name(one, translator), partner, view, (one,), translator)


def _latest(
    events: tuple[Event, ...], partner: Partner, view: View, translator: Translator
) -> None:
    """The newest exchange, and the way to all of them."""
    latest = events[0]
    when = escape(translator.period(latest.start, latest.end))
    with st.container(key="sheet-latest"):
        heading = translator.gettext("Latest")
        st.subheader(heading, anchor=False)
        st.markdown(f"> **{when}**\\\n> {escape(latest.title[translator.language])}")
        label = (
            translator.gettext("All events ({number})", number=len(events))
            if view.year == session.last_year()
            else translator.gettext(
                "All events up to {year} ({number})", year=view.year, number=len(events)
            )
        )
        _exchanges_link(f"{label} ›", partner, view, tuple(sorted(view.filters.types)), translator)


def _exchanges_link(
    label: str,
    partner: Partner,
    view: View,
    types: tuple[ExchangeType, ...],
    translator: Translator,
) -> None:
    """A link to the exchanges with the partner up to the View's year, of the types if any."""
    query: dict[str, str | list[str]] = {"partner": partner.id, **session.link_parameters()}
    if types:
        query["type"] = [one.value for one in types]
    if view.year != session.last_year():
        query["to"] = str(view.year)
    st.page_link(exchanges_page(translator), label=escape(label), query_params=query)


def _sources(partner: Partner, events: tuple[Event, ...], translator: Translator) -> None:
    """Each URL with the facts that it states, folded."""
    stated = dict(partner_sources(partner, translator))
    if events:
        stated[events[0].source] = [
            *stated.get(events[0].source, ()),
            translator.gettext("the latest event"),
        ]
    if stated:
        with st.expander(translator.gettext("Sources ({number})", number=len(stated))):
            st.markdown(
                "\n".join(
                    f"- {link(host(url), url)}: {escape(', '.join(facts))}"
                    for url, facts in stated.items()
                )
            )
