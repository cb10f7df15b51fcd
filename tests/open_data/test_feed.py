"""The exchanges as a feed reader has them."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

from partner_map.dates import parse_date
from partner_map.history.saves import (
    NO_HISTORY,
    History,
    Save,
    file_with,
    read_history,
    save_of,
)
from partner_map.i18n.translator import translator_for
from partner_map.model import Dataset, LocalizedText, Operator
from partner_map.open_data.feed import MAX_ENTRIES, atom_feed
from tests.support.sites import DATASET, SITE, TODAY

ENGLISH = translator_for("en")
SUMMER = datetime.datetime(2026, 7, 1, 22, 30, tzinfo=datetime.UTC)
ATOM = {"atom": "http://www.w3.org/2005/Atom"}


def feed(
    dataset: Dataset = DATASET, today: datetime.date = TODAY, history: History = NO_HISTORY
) -> Element:
    return fromstring(atom_feed(dataset, SITE, ENGLISH, today, history))  # noqa: S314  # our own


def texts(parent: Element, path: str) -> list[str]:
    return [one.text or "" for one in parent.iterfind(path, ATOM)]


def test_the_newest_exchange_comes_first() -> None:
    times = texts(feed(), "atom:entry/atom:updated")

    assert len(times) == len(DATASET.events)
    assert times == sorted(times, key=datetime.datetime.fromisoformat, reverse=True)
    assert texts(feed(), "atom:updated") == times[:1]


def test_an_entry_is_of_the_day_on_which_its_exchange_ended_in_the_towns_zone() -> None:
    event = replace(DATASET.events[0], start=parse_date("2022-06-09"), end=parse_date("2022-06-13"))

    (time,) = texts(feed(replace(DATASET, events=(event,))), "atom:entry/atom:updated")

    assert time == "2022-06-13T00:00:00+02:00"


def test_an_exchange_of_this_year_is_not_of_a_day_to_come() -> None:
    event = replace(DATASET.events[0], start=parse_date("2026"), end=None)

    (time,) = texts(feed(replace(DATASET, events=(event,))), "atom:entry/atom:updated")

    assert time == "2026-01-01T00:00:00+01:00"


def test_an_exchange_that_has_not_begun_is_not_told() -> None:
    assert texts(feed(today=datetime.date(1980, 1, 1)), "atom:entry/atom:id") == []


def test_names_are_tags_no_two_alike_and_stay_when_a_title_is_bettered() -> None:
    bettered = [
        replace(
            event, title=LocalizedText({code: f"{text}!" for code, text in event.title.items()})
        )
        for event in DATASET.events
    ]

    names = texts(feed(), "atom:entry/atom:id")

    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"tag:partners\.example\.org,2026:[\w:-]+", name) for name in names)
    assert texts(feed(replace(DATASET, events=tuple(bettered))), "atom:entry/atom:id") == names


def test_it_says_where_it_is_and_what_page_it_is_of() -> None:
    links = {one.get("rel"): one.get("href") for one in feed().iterfind("atom:link", ATOM)}

    assert links == {"self": SITE.feed("en"), "alternate": SITE.exchanges("en")}


def test_it_names_who_answers_for_it() -> None:
    """Required where the entries name nobody (RFC 4287, 4.1.1)."""

    def authors(operator: Operator) -> list[str]:
        town = replace(DATASET.town, operator=operator)
        return texts(feed(replace(DATASET, town=town)), "atom:author/atom:name")

    assert authors(Operator(LocalizedText({"en": "The Town Hall"}))) == ["The Town Hall"]
    assert authors(Operator()) == [DATASET.town.name["en"]]


def test_one_without_entries_is_of_the_first_year() -> None:
    assert texts(feed(replace(DATASET, events=())), "atom:updated") == ["1990-01-01T00:00:00+01:00"]


def test_it_names_the_licence_that_the_town_has_chosen() -> None:
    licence = "https://creativecommons.org/publicdomain/zero/1.0/"
    dataset = replace(DATASET, town=replace(DATASET.town, licence=licence))

    links = {one.get("rel"): one.get("href") for one in feed(dataset).iterfind("atom:link", ATOM)}

    assert links["license"] == licence


def test_it_is_of_the_newest_where_there_are_many() -> None:
    events = DATASET.events * (MAX_ENTRIES // len(DATASET.events) + 1)

    names = texts(feed(replace(DATASET, events=events)), "atom:entry/atom:id")

    assert len(set(names)) == len(names) == MAX_ENTRIES


def saved(name: str) -> Save:
    """A save that gave the first partner another name."""
    first, *others = DATASET.partners
    renamed = replace(first, name=LocalizedText(dict.fromkeys(first.name, name)))
    after = replace(DATASET, partners=(renamed, *others), version=name, loaded=SUMMER)
    save = save_of(DATASET, after)
    assert save is not None
    return save


def test_the_saves_of_the_tables_stand_among_the_exchanges() -> None:
    history = History((saved("Nowe & <b>"),))

    entry = feed(history=history).find("atom:entry", ATOM)

    assert entry is not None
    assert texts(entry, "atom:title") == ["Changes of the data, 2 July 2026"]
    assert texts(entry, "atom:updated") == ["2026-07-02T00:30:00+02:00"]
    assert "now Nowe & <b>, before" in texts(entry, "atom:summary")[0]
    (link,) = entry.iterfind("atom:link", ATOM)
    assert (link.get("rel"), link.get("href")) == ("alternate", SITE.data("en"))
    assert len(texts(feed(history=history), "atom:entry/atom:id")) == len(DATASET.events) + 1


def test_a_save_is_newer_than_the_exchanges_before_it_and_the_feed_is_of_its_moment() -> None:
    times = texts(feed(history=History((saved("Nowe"),))), "atom:entry/atom:updated")

    assert times == sorted(times, key=datetime.datetime.fromisoformat, reverse=True)
    assert texts(feed(history=History((saved("Nowe"),))), "atom:updated") == times[:1]


def test_a_save_keeps_its_name() -> None:
    history = read_history(file_with(History((saved("Jeden"),)), saved("Drugi")))

    names = texts(feed(history=history), "atom:entry/atom:id")
    again = texts(feed(history=History(history.saves[1:])), "atom:entry/atom:id")

    assert len(set(names)) == len(names)
    assert set(again) < set(names)
    assert any(
        re.fullmatch(r"tag:partners\.example\.org,2026:save:en:\w{16}", one) for one in again
    )
