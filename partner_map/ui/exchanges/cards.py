"""The selected partners as cards: what happened last, how often what, with whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import streamlit as st

from partner_map.exchanges.selection import Answer, Tally
from partner_map.exchanges.wording import event_count
from partner_map.i18n.letters import collation_key, isolated
from partner_map.i18n.own_language import own_language
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import (
    event_types,
    partner_names,
    status_words,
    type_name,
    type_names,
    years_words,
)
from partner_map.model import Event, ExchangeType, Partner, Photo
from partner_map.ui import pager, photo, session
from partner_map.ui.markdown import escape, in_language, link, told
from partner_map.ui.navigation import pages

CARDS_A_PAGE = 12
_PHOTO_SIZES = "(min-width: 48rem) 22rem, 100vw"
"""How wide a photo stands on a card."""


def show(
    answer: Answer, going_on: Sequence[Partner], over: Sequence[Partner], translator: Translator
) -> None:
    """A page of cards; those whose cooperation is over come last, each under its heading."""
    page = pager.page_of([*going_on, *over], CARDS_A_PAGE, "cards")
    ended = {partner.id for partner in over}
    if current := [one for one in page if one.id not in ended]:
        st.header(translator.gettext("Cooperation going on"), anchor=False)
        _cards(answer, current, "cards", translator)
    if rest := [one for one in page if one.id in ended]:
        st.header(translator.gettext("Cooperation ended"), anchor=False)
        _cards(answer, rest, "cards-ended", translator)
    pager.show(len(going_on) + len(over), CARDS_A_PAGE, "cards")


def _cards(answer: Answer, partners: Sequence[Partner], key: str, translator: Translator) -> None:
    totals = answer.totals(partners)
    tallies = answer.tallies(partners)
    with st.container(key=key):
        for partner in partners:
            blocks = _blocks(
                answer, partner, totals.get(partner.id), tallies[partner.id], translator
            )
            with st.container(key=f"card-{partner.id}", border=True):
                st.subheader(escape(partner.name[translator.language]), anchor=False)
                st.markdown("\n\n".join((_place(partner, translator), *blocks)))
                photo.show(_photo(answer, partner), _PHOTO_SIZES, translator)
                _partner_link(partner, translator)


def _photo(answer: Answer, partner: Partner) -> Photo | None:
    """The photo of the newest selected event that has one, else the partner's."""
    newest = (event.shown_photo for event in reversed(answer.events_of(partner)))
    return next((one for one in newest if one is not None), partner.shown_photo)


def _place(partner: Partner, translator: Translator) -> str:
    own = in_language(isolated(partner.own_name), own_language(partner.country))
    parts = [
        *([own] if partner.own_name != partner.name[translator.language] else []),
        escape(translator.country(partner.country)),
        escape(status_words(partner, session.today(), translator)),
    ]
    return " · ".join(parts)


def _blocks(
    answer: Answer,
    partner: Partner,
    total: Tally | None,
    tallies: Mapping[ExchangeType, Tally],
    translator: Translator,
) -> Iterator[str]:
    """What happened last, how many of which type, what has no date, and who else took part."""
    events = answer.events_of(partner)
    undated = ", ".join(type_names(answer.undated_types(partner), translator))
    if total is None:
        told = (
            translator.gettext("Named by a source, but without a date: {types}", types=undated)
            if undated
            else translator.gettext("No event in this selection has a date.")
        )
        yield escape(told)
        return
    yield _latest(events[-1], translator)
    yield _how_many(total, tallies, translator)
    if undated:
        yield escape(
            translator.gettext("Also named in the sources, without dates: {types}", types=undated)
        )
    if together := {other for event in events for other in event.partners} - {partner.id}:
        names = partner_names((answer.dataset.by_id[other] for other in together), translator)
        yield escape(translator.gettext("Shared with: {cities}", cities=", ".join(names)))


def _latest(event: Event, translator: Translator) -> str:
    """The newest event in a quotation, which the style sheet sets apart."""
    when = escape(translator.period(event.start, event.end))
    kind = escape(event_types(event, translator))
    source = link(translator.gettext("source"), event.source)
    title = told(event.title, translator)
    return f"> **{when}** · {kind}\\\n> {title} {source}"


def _how_many(total: Tally, tallies: Mapping[ExchangeType, Tally], translator: Translator) -> str:
    """How many events from which year to which, and how many of each type, the most first."""
    numbers = {type_name(one, translator): tally.exchanges for one, tally in tallies.items()}
    names = sorted(numbers, key=lambda name: (-numbers[name], collation_key(name)))
    # A number stays on the line of its name.
    number_of = {name: "" if len(names) == 1 else f"\u00a0{numbers[name]}" for name in names}
    kinds = ", ".join(escape(name) + number_of[name] for name in names)
    return (
        f"**{escape(event_count(total.exchanges, translator))}**"
        f" · {years_words(total.first_year, total.last_year)} · {kinds}"
    )


def _partner_link(partner: Partner, translator: Translator) -> None:
    """The way to the partner's sheet on the map."""
    st.page_link(
        pages(translator)[0],
        label=translator.gettext("Story and place on the map"),
        query_params={"city": partner.id, **session.link_parameters()},
    )
