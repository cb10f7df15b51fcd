"""The chosen city's fact sheet: where the partnership stands, facts, story, exchanges, sources."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from partner_map.distance import distance_km
from partner_map.exchanges.contacts import missing_exchange_uri, missing_exchange_words
from partner_map.i18n.letters import collation_key, isolated
from partner_map.i18n.own_language import own_language
from partner_map.i18n.sheet_words import sheet_facts, standing
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import draft_words, partner_sources, type_name
from partner_map.model import Dataset, Event, ExchangeType, Partner, PartnershipStatus, Town, View
from partner_map.permalink import EXCHANGES_PATH
from partner_map.timeline import events_told, status_on, told_day
from partner_map.ui import photo, session, share_panel
from partner_map.ui.markdown import escape, host, in_language, link, own_link, telling, told

_PHOTO_SIZES: Final = "(min-width: 64rem) 24rem, min(40rem, 100vw)"
"""How wide a photo stands in the sheet."""


def show(dataset: Dataset, partner: Partner, view: View, translator: Translator) -> None:
    """The sheet as of the View's year; what a filter of types leaves out is not counted.

    All text is one element, as each element weighs on every step of the timeline.
    """
    today = session.today()
    events = events_told(dataset, partner, view.year, view.filters.types, today)
    blocks = [
        _place(dataset.town, partner, translator),
        _standing(partner, view, today, translator),
        _facts(dataset.town, partner, view, today, translator),
        *_together(partner, events, view, today, translator),
        *_story(partner, view, translator),
        *_latest(events, partner, view, translator),
        *_missing(dataset.town, partner, view, translator),
    ]
    with st.container(key="sheet"):
        _head(dataset, view, translator)
        st.header(escape(partner.name[translator.language]), anchor=False)
        st.markdown("\n\n".join(block for block in blocks if block))
        photo.show(partner.shown_photo, _PHOTO_SIZES, translator)
        _sources(partner, events, translator)


def _head(dataset: Dataset, view: View, translator: Translator) -> None:
    """The way back, and what hands on what is shown."""
    back = translator.gettext("All cities")
    with st.container(key="sheet-head", horizontal=True, horizontal_alignment="distribute"):
        st.button(
            f"‹ {back}",
            key="close",
            type="tertiary",
            on_click=session.update_view,
            kwargs={"city": None},
        )
        share_panel.show(dataset, view, translator)


def _place(town: Town, partner: Partner, translator: Translator) -> str:
    place, language = partner.coordinate, translator.language
    own_name = isolated(partner.own_name) if partner.own_name != partner.name[language] else ""
    parts = [
        in_language(own_name, own_language(partner.country)),
        told(partner.note, translator),
        escape(translator.country(partner.country)),
        ""
        if place is None
        else escape(
            translator.gettext(
                "{distance} km from {town}",
                distance=translator.number(distance_km(town.coordinate, place)),
                town=town.genitive[language],
            )
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
            f"**{telling(line.text)}**" + (f" *{telling(line.more)}*" if line.more else "")
            for line in fact.lines
        ]
        items.append("- " + "\\\n  ".join([escape(fact.label), *lines]))
    return "\n".join(items)


def _together(
    partner: Partner,
    events: tuple[Event, ...],
    view: View,
    today: datetime.date,
    translator: Translator,
) -> list[str]:
    """What is done together, each type a link to its exchanges.

    A year that is over has the types that are dated by then, today all that sources name.
    """
    types = frozenset[ExchangeType]().union(*(event.types for event in events))
    if view.year == session.last_year():
        types |= partner.types
    if view.filters.types:
        types &= view.filters.types
    if not types:
        return []
    ended = status_on(partner, told_day(view.year, today)) is PartnershipStatus.ENDED
    heading = (
        translator.gettext("What we did together")
        if ended
        else translator.gettext("What we do together")
    )
    names = {one: type_name(one, translator) for one in types}
    chips = [
        f"- {_exchanges_link(names[one], partner, view, [one])}"
        for one in sorted(types, key=lambda one: collation_key(names[one]))
    ]
    return [escape(heading), "\n".join(chips)]


def _story(partner: Partner, view: View, translator: Translator) -> list[str]:
    """The story, which beside a year that is over says that it goes on until today."""
    story = [told(partner.summary, translator)]
    if draft := draft_words(partner, translator):
        story.append(f"*{escape(draft)}*")
    if view.year == session.last_year():
        return story
    heading = translator.gettext("The story until today")
    return [f"**{escape(heading)}**", *story]


def _latest(
    events: tuple[Event, ...], partner: Partner, view: View, translator: Translator
) -> list[str]:
    """The newest exchange, and the way to all of them."""
    if not events:
        return []
    heading = translator.gettext("Latest")
    when = escape(translator.period(events[0].start, events[0].end))
    label = (
        translator.gettext("All events ({number})", number=len(events))
        if view.year == session.last_year()
        else translator.gettext(
            "All events up to {year} ({number})", year=view.year, number=len(events)
        )
    )
    return [
        f"**{escape(heading)}**",
        f"> **{when}**\\\n> {told(events[0].title, translator)}",
        _exchanges_link(f"{label} ›", partner, view, sorted(view.filters.types)),
    ]


def _missing(town: Town, partner: Partner, view: View, translator: Translator) -> list[str]:
    """The way to tell of an exchange that is missing, where the town names who is told."""
    uri = missing_exchange_uri(town, [partner], view.filters.types, translator)
    if not uri or session.in_kiosk():
        return []
    return [own_link(missing_exchange_words(translator), uri)]


def _exchanges_link(label: str, partner: Partner, view: View, types: Sequence[ExchangeType]) -> str:
    """A link to the exchanges with the partner up to the View's year, of the types if any.

    The page's script follows it without a new load, see page.js.
    """
    query = {
        "partner": partner.id,
        "type": [one.value for one in types],
        "to": [] if view.year == session.last_year() else [view.year],
        **session.link_parameters(),
    }
    return f"[{escape(label)}]({EXCHANGES_PATH}?{urlencode(query, doseq=True)})"


def _sources(partner: Partner, events: tuple[Event, ...], translator: Translator) -> None:
    """Each URL with the facts that it states, folded; they come when they are asked for."""
    stated = dict(partner_sources(partner, translator))
    if events:
        latest = events[0].source
        stated[latest] = [*stated.get(latest, ()), translator.gettext("the latest event")]
    if not stated:
        return
    label = translator.gettext("Sources ({number})", number=len(stated))
    sources = st.expander(label, key="sources", on_change="rerun")
    if sources.open:
        rows = [
            f"- {link(host(url), url)}{translator.colon}{escape(', '.join(facts))}"
            for url, facts in stated.items()
        ]
        sources.markdown("\n".join(rows))
