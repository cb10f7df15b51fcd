"""The town's partners, their stories and exchanges as text alone."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from partner_map.i18n.letters import isolated
from partner_map.i18n.own_language import own_language
from partner_map.i18n.sheet_words import SheetFact, sheet_facts, standing
from partner_map.i18n.telling import Telling, Told, joined, telling, told
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import (
    capitalized,
    draft_words,
    partner_sources,
    partners_words,
    site_title,
    status_words,
    type_names,
)
from partner_map.model import (
    NO_FILTERS,
    Dataset,
    Event,
    Partner,
    PartnershipStatus,
    Photo,
    partner_types,
)
from partner_map.overview import elsewhere_words, overview
from partner_map.permalink import home_query
from partner_map.plain.layout import Layout
from partner_map.presentation.steps import by_agreement
from partner_map.timeline import events_told, status_on

PRESENTATION_FILE: Final = "presentation.html"
"""The presentation as a file, relative to the server's root."""
_TEMPLATE: Final = "text-version.html"


def presentation_url(language: str) -> str:
    """The presentation as a file that opens in a language, relative to the server's root."""
    return f"{PRESENTATION_FILE}{home_query({'lang': [language]})}"


@dataclass(frozen=True, slots=True)
class Source:
    """A URL that states something."""

    url: str
    name: str
    """Its host."""
    stated: str = ""
    """Which facts it states."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was done together, when, and who says so."""

    when: str
    text: Told
    source: Source
    year: int
    types: Sequence[str]
    """The codes of its types."""
    photo: Photo | None = None
    """For pages that show photos; the text version is text alone."""


@dataclass(frozen=True, slots=True)
class City:
    """All that is told of a partner."""

    id: str
    name: str
    own_name: str
    """Its name in its own language; empty where that is its name."""
    own_language: str | None
    """The language of that (BCP 47), where its country has one only."""
    place: Telling
    """The country, and what else there is to say of where it lies."""
    status: str
    """Where the partnership stands, in a few words."""
    number: str
    """Years together; empty where there are none to tell."""
    words: str
    more: str
    is_over: bool
    facts: Sequence[SheetFact]
    story: Told
    draft: str
    """That the story waits for one who speaks its language; may be empty."""
    together: str
    exchanges: Sequence[Exchange]
    sources: Sequence[Source]
    photo: Photo | None = None
    """For pages that show photos; the text version is text alone."""

    @property
    def standing(self) -> str:
        """All of where it stands in one line."""
        return " · ".join(filter(None, (f"{self.number} {self.words}".strip(), self.more)))


def text_version_page(layout: Layout, dataset: Dataset, today: datetime.date) -> str:
    """The page in the language that the layout asks for, as of a day."""
    translator = layout.translator
    title = site_title(dataset.town, translator)
    version = translator.gettext("Text version")
    return layout.page(
        _TEMPLATE,
        f"{title} – {version}",
        heading=title,
        lines=_lines(dataset, today, translator),
        cities=[
            city_told(dataset, partner, today, translator)
            for partner in by_agreement(dataset.partners)
        ],
        presentation=f"{layout.root}{presentation_url(translator.language)}",
        words={
            "presentation": translator.gettext("The presentation as a file to keep"),
            "cities": translator.gettext("Cities"),
            "together": translator.gettext("Together:"),
            "exchanges": translator.gettext("What has happened"),
            "sources": translator.gettext("Sources"),
            "source": translator.gettext("source"),
            "colon": translator.colon,
            "top": translator.gettext("To the list of cities"),
        },
    )


def city_told(
    dataset: Dataset, partner: Partner, today: datetime.date, translator: Translator
) -> City:
    """What is told of a partner on a day; no exchange that lies ahead."""
    language = translator.language
    stands = standing(partner, today.year, today, translator)
    number = "" if stands.number is None else translator.number(stands.number)
    own_name = partner.own_name if partner.own_name != partner.name[language] else ""
    country = telling(translator.country(partner.country))
    return City(
        id=partner.id,
        name=partner.name[language],
        own_name=isolated(own_name),
        own_language=own_language(partner.country),
        place=joined((country, telling(told(partner.note, translator))), ", "),
        status=status_words(partner, today, translator),
        number=number,
        words=stands.words,
        more=stands.more,
        is_over=status_on(partner, today) is PartnershipStatus.ENDED,
        facts=sheet_facts(dataset.town, partner, today.year, today, translator),
        story=told(partner.summary, translator),
        draft=draft_words(partner, translator),
        together=", ".join(type_names(partner_types(dataset, partner), translator)),
        exchanges=[
            _exchange(event, translator)
            for event in events_told(dataset, partner, today.year, (), today)
        ],
        sources=[
            Source(url, host(url), ", ".join(facts))
            for url, facts in partner_sources(partner, translator).items()
        ],
        photo=partner.shown_photo,
    )


def _lines(dataset: Dataset, today: datetime.date, translator: Translator) -> list[str]:
    """How many partnerships stand where today."""
    seen = overview(dataset, NO_FILTERS).at(today.year, today)
    told = [
        partners_words(seen.partners, seen.partner_countries, translator),
        *elsewhere_words(seen, translator),
    ]
    return [capitalized(words) for words in told]


def _exchange(event: Event, translator: Translator) -> Exchange:
    return Exchange(
        translator.period(event.start, event.end),
        told(event.title, translator),
        Source(event.source, host(event.source)),
        event.year,
        sorted(one.value for one in event.types),
        event.shown_photo,
    )


def host(url: str) -> str:
    """The host of a URL, as a source is called."""
    return (urlsplit(url).hostname or url).removeprefix("www.")
