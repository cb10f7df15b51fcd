"""Exchanges and changes of the data as a feed to follow (Atom, RFC 4287)."""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Final
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, register_namespace

from partner_map import clock
from partner_map.history.saves import NO_HISTORY, History, Save, save_words
from partner_map.i18n.letters import without_isolates
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import event_partners, type_name
from partner_map.model import Dataset, Event, Town
from partner_map.open_data.addresses import Addresses
from partner_map.open_data.xml import XML_NAMESPACE, document

FEED_TYPE: Final = "application/atom+xml"
MAX_ENTRIES: Final = 100
"""The newest exchanges; a reader keeps what it has had."""
_ATOM: Final = "http://www.w3.org/2005/Atom"
_TAG_YEAR: Final = "2026"
"""The year in which the tags were given out: a part of each, which never changes (RFC 4151)."""

register_namespace("", _ATOM)


def atom_feed(
    dataset: Dataset,
    addresses: Addresses,
    translator: Translator,
    today: datetime.date,
    history: History = NO_HISTORY,
) -> bytes:
    """The newest exchanges that have begun and the newest saves of the tables, the newest first.

    The time of an exchange is the beginning of the day on which it ended, in the town's zone:
    nothing else is known of when anything happened to it.
    """
    language, town = translator.language, dataset.town
    begun = [event for event in dataset.events if event.start.earliest <= today]
    exchanges: list[_Entry] = [
        (
            _moment(_last_day(event, today), town),
            tag,
            partial(
                _tell, event=event, dataset=dataset, addresses=addresses, translator=translator
            ),
        )
        for event, tag in zip(begun, _tags(begun, addresses, language), strict=True)
    ]
    saves: list[_Entry] = [
        (
            save.moment,
            f"{_tag(addresses)}:save:{language}:{save.name}",
            partial(_tell_save, save=save, addresses=addresses, translator=translator),
        )
        for save in history.newest
    ]
    entries = _newest([*_newest(exchanges)[:MAX_ENTRIES], *saves])
    feed = Element(_named("feed"), {f"{{{XML_NAMESPACE}}}lang": language})
    title = translator.gettext(
        "Exchanges with the partner cities of {town}", town=town.genitive[language]
    )
    _text(feed, "title", title)
    _text(feed, "id", f"{_tag(addresses)}:exchanges:{language}")
    first = _moment(datetime.date(town.first_year, 1, 1), town)
    _text(feed, "updated", (entries[0][0] if entries else first).isoformat())
    _link(feed, "self", addresses.feed(language), FEED_TYPE)
    _link(feed, "alternate", addresses.exchanges(language), "text/html")
    if town.licence:
        _link(feed, "license", town.licence)
    author = SubElement(feed, _named("author"))
    _text(author, "name", (town.operator.name or town.name)[language])
    for moment, tag, tell in entries:
        entry = SubElement(feed, _named("entry"))
        _text(entry, "id", tag)
        _text(entry, "updated", moment.isoformat())
        tell(entry)
    return document(feed)


_Entry = tuple[datetime.datetime, str, Callable[[Element], None]]
"""When it is of, its name, and what tells the rest of it."""


def _newest(entries: list[_Entry]) -> list[_Entry]:
    """The entries, the newest first."""
    return sorted(entries, key=lambda entry: entry[0], reverse=True)


def _tell_save(entry: Element, save: Save, addresses: Addresses, translator: Translator) -> None:
    day = translator.day(save.moment.date())
    _text(entry, "title", translator.gettext("Changes of the data, {day}", day=day))
    _link(entry, "alternate", addresses.data(translator.language), "text/html")
    _text(entry, "summary", "\n".join(save_words(save, translator)))


def _tell(
    entry: Element, event: Event, dataset: Dataset, addresses: Addresses, translator: Translator
) -> None:
    _text(entry, "title", event.title[translator.language])
    page = addresses.partner(event.partners[0], translator.language)
    _link(entry, "alternate", page, "text/html")
    _link(entry, "via", event.source)
    for kind in sorted(event.types):
        label = type_name(kind, translator)
        SubElement(entry, _named("category"), {"term": kind.value, "label": label})
    when = translator.period(event.start, event.end)
    _text(entry, "summary", f"{event_partners(dataset, event, translator)}, {when}")


def _last_day(event: Event, today: datetime.date) -> datetime.date:
    """The day on which an exchange was certainly over; where that is to come, its first day."""
    last = (event.end or event.start).latest
    return last if last <= today else event.start.earliest


def _moment(day: datetime.date, town: Town) -> datetime.datetime:
    """The beginning of a day in the town's zone."""
    return datetime.datetime.combine(day, datetime.time(), clock.zone(town))


def _tag(addresses: Addresses) -> str:
    return f"tag:{urlsplit(addresses.root).hostname},{_TAG_YEAR}"


def _tags(events: list[Event], addresses: Addresses, language: str) -> list[str]:
    """A name of each exchange that outlives a better title; those that are alike are numbered."""
    given: Counter[str] = Counter()
    tags = []
    for event in events:
        told = "|".join((event.start.edtf, *sorted(event.partners), event.source))
        word = hashlib.sha256(told.encode()).hexdigest()[:16]
        given[word] += 1
        number = f"-{given[word]}" if given[word] > 1 else ""
        tags.append(f"{_tag(addresses)}:exchange:{language}:{word}{number}")
    return tags


def _named(name: str) -> str:
    return f"{{{_ATOM}}}{name}"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, _named(name)).text = without_isolates(text)


def _link(parent: Element, relation: str, url: str, media_type: str = "") -> None:
    attributes = {"rel": relation, "href": url}
    SubElement(parent, _named("link"), attributes | ({"type": media_type} if media_type else {}))
