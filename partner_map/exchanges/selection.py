"""What the exchanges page answers with: pure functions of the Dataset and the Filters.

An exchange is selected when one of its types, its year and its words fit, and when a partner
that fits took part in it. One of several types counts once, and once under each of those that
are looked at. A partner fits by its country, by being chosen, and by its types of exchange:
those that its sources name and those of its dated exchanges. It is selected when one of its
exchanges is; or else, as long as no years are chosen, when no words are looked for or when
they stand in its own texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from partner_map.i18n.letters import folded
from partner_map.model import (
    Dataset,
    Event,
    ExchangeType,
    Filters,
    LocalizedText,
    Partner,
    kept_with_dataset,
    partner_types,
)

_TYPES = tuple(ExchangeType)
_Mask: TypeAlias = npt.NDArray[np.bool_]


class Count(NamedTuple):
    """How much is left; an exchange of several partners counts once."""

    partners: int
    exchanges: int


class Tally(NamedTuple):
    """What one partner, or all, did of one type, or of all types."""

    exchanges: int
    first_year: int
    last_year: int


class YearCount(NamedTuple):
    """How many exchanges began in a year, each counted once, and how many of each type."""

    exchanges: int
    types: dict[ExchangeType, int]


class FilterName(StrEnum):
    """What Filters choose by."""

    WORDS = "words"
    EVERY_TYPE = "every-type"
    TYPES = "types"
    COUNTRIES = "countries"
    PARTNERS = "partners"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Loosening:
    """A filter that is on, the Filters without it, and what these would leave."""

    name: FilterName
    filters: Filters
    count: Count


@dataclass(frozen=True, eq=False)
class _Tables:
    """The Dataset as tables; rows are numbered as the Dataset's partners and events are."""

    partners: pd.DataFrame
    """``country`` and ``words``."""
    types: _Mask
    """A row a partner, a column a type of exchange."""
    events: pd.DataFrame
    """``year`` and ``words``."""
    event_types: _Mask
    """A row an event, a column a type of exchange."""
    shares: pd.DataFrame
    """A row for each partner of each event: ``event``, ``partner``, ``year``."""


@dataclass(frozen=True, eq=False)
class Answer:
    """The partners and the exchanges that Filters select."""

    dataset: Dataset
    filters: Filters
    partner_numbers: npt.NDArray[np.intp]
    """The places of the selected partners in the Dataset, rising."""
    event_numbers: npt.NDArray[np.intp]
    """The places of the selected events in the Dataset, rising."""
    shares: pd.DataFrame
    """A row for each selected partner of each selected event."""

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        """The selected partners in the order of the Dataset."""
        return tuple(self.dataset.partners[number] for number in self.partner_numbers)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The selected events in the order of their start."""
        return tuple(self.dataset.events[number] for number in self.event_numbers)

    @property
    def count(self) -> Count:
        """How much is selected."""
        return Count(len(self.partner_numbers), len(self.event_numbers))

    @cached_property
    def once(self) -> pd.DataFrame:
        """The shares with a row for each event."""
        return self.shares.drop_duplicates("event")

    def by_types(self, shares: pd.DataFrame) -> pd.DataFrame:
        """A row for each type looked at of each of these shares, with its ``type``: its place in
        the vocabulary.
        """
        types, shown = _tables(self.dataset).event_types, self.filters.types
        wanted = np.array([not shown or exchange_type in shown for exchange_type in _TYPES])
        rows, places = np.nonzero(types[shares["event"].to_numpy()] & wanted)
        return shares.iloc[rows].assign(type=places)

    def tallies(self, partners: Sequence[Partner]) -> Mapping[str, Mapping[ExchangeType, Tally]]:
        """For each of these partners its dated exchanges by type; types without one are left out.

        An exchange of several partners stands under each.
        """
        tallies: dict[str, dict[ExchangeType, Tally]] = {partner.id: {} for partner in partners}
        shares = self.by_types(self._of(partners))
        for (partner, exchange_type), tally in _tallies(shares, ["partner", "type"]):
            tallies[self.dataset.partners[partner].id][_TYPES[exchange_type]] = tally
        return tallies

    def totals(self, partners: Sequence[Partner]) -> Mapping[str, Tally]:
        """For each of these partners all of its exchanges; partners without one are left out."""
        return {
            self.dataset.partners[partner].id: tally
            for partner, tally in _tallies(self._of(partners), ["partner"])
        }

    def by_type(self) -> Mapping[ExchangeType, Tally]:
        """The exchanges of each type looked at, each counted once under each of its types."""
        shares = self.by_types(self.once)
        return {_TYPES[exchange_type]: tally for exchange_type, tally in _tallies(shares, ["type"])}

    def by_year(self) -> Mapping[int, YearCount]:
        """How many exchanges began in each year, together and of each type looked at."""
        years = {
            int(year): YearCount(tally.exchanges, {})
            for year, tally in _tallies(self.once, ["year"])
        }
        for (year, exchange_type), tally in _tallies(self.by_types(self.once), ["year", "type"]):
            years[int(year)].types[_TYPES[exchange_type]] = tally.exchanges
        return years

    def named_types(self, partner: Partner) -> frozenset[ExchangeType]:
        """The types looked at that the partner's sources name, dated or not."""
        return partner.types & self.filters.types if self.filters.types else partner.types

    def undated_types(self, partner: Partner) -> frozenset[ExchangeType]:
        """The types looked at that the partner's sources name, and that no date is known of."""
        events = self.dataset.events_by_partner[partner.id]
        return self.named_types(partner).difference(*(event.types for event in events))

    def events_of(self, partner: Partner) -> tuple[Event, ...]:
        """The selected exchanges of a partner, oldest first."""
        numbers = self._of([partner])["event"]
        return tuple(self.dataset.events[number] for number in numbers)

    def _of(self, partners: Sequence[Partner]) -> pd.DataFrame:
        numbers = _numbers(self.dataset)
        return self.shares[self.shares["partner"].isin([numbers[p.id] for p in partners])]


def select(dataset: Dataset, filters: Filters) -> Answer:
    """The partners and the exchanges that the Filters let through."""
    tables = _tables(dataset)
    partners, events, shares = _left(dataset, filters)
    return Answer(
        dataset,
        filters,
        np.flatnonzero(partners),
        np.flatnonzero(events),
        tables.shares[shares],
    )


def count(dataset: Dataset, filters: Filters) -> Count:
    """How much the Filters let through."""
    partners, events, _ = _left(dataset, filters)
    return Count(int(partners.sum()), int(events.sum()))


def active_filters(filters: Filters) -> tuple[FilterName, ...]:
    """The filters that are on, in the order in which they are shown."""
    on = {
        FilterName.WORDS: bool(filters.words),
        FilterName.EVERY_TYPE: filters.every_type and len(filters.types) > 1,
        FilterName.TYPES: bool(filters.types),
        FilterName.COUNTRIES: bool(filters.countries),
        FilterName.PARTNERS: bool(filters.partners),
        FilterName.SPAN: filters.span is not None,
    }
    return tuple(name for name, is_on in on.items() if is_on)


def without(filters: Filters, name: FilterName) -> Filters:
    """The Filters with one of them off."""
    match name:
        case FilterName.WORDS:
            return replace(filters, words="")
        case FilterName.EVERY_TYPE:
            return replace(filters, every_type=False)
        case FilterName.TYPES:
            return replace(filters, types=frozenset(), every_type=False)
        case FilterName.COUNTRIES:
            return replace(filters, countries=frozenset())
        case FilterName.PARTNERS:
            return replace(filters, partners=frozenset())
        case FilterName.SPAN:
            return replace(filters, span=None)


def causes_of_no_results(dataset: Dataset, filters: Filters) -> tuple[Loosening, ...]:
    """The filters to blame when Filters let nothing through.

    They are those without which something is left. Where it takes more than one, they are
    those that leave nothing even alone; and where there is none of these either, all.
    """
    every = tuple(
        Loosening(name, looser, count(dataset, looser))
        for name in active_filters(filters)
        for looser in (without(filters, name),)
    )
    if enough := tuple(item for item in every if item.count.partners):
        return enough
    alone = tuple(item for item in every if not count(dataset, _only(filters, item.name)).partners)
    return alone or every


def _only(filters: Filters, name: FilterName) -> Filters:
    """The Filters with none on but this one."""
    kept = {FilterName.TYPES, FilterName.EVERY_TYPE} if name is FilterName.EVERY_TYPE else {name}
    for other in FilterName:
        if other not in kept:
            filters = without(filters, other)
    return filters


def _left(dataset: Dataset, filters: Filters) -> tuple[_Mask, _Mask, _Mask]:
    """Which partners, which events and which shares the Filters let through."""
    tables = _tables(dataset)
    words_of_partners, words_of_events = _words_found(dataset, filters.words)
    fits = np.ones_like(words_of_partners)
    if filters.countries:
        fits &= tables.partners["country"].isin(filters.countries).to_numpy()
    if filters.partners:
        numbers = _numbers(dataset)
        chosen = np.zeros(len(fits), dtype=bool)
        chosen[[numbers[partner] for partner in filters.partners]] = True
        fits &= chosen
    happened = words_of_events.copy()
    if filters.types:
        wanted = np.array([exchange_type in filters.types for exchange_type in _TYPES])
        having = tables.types[:, wanted]
        fits &= having.all(axis=1) if filters.every_type else having.any(axis=1)
        happened &= tables.event_types[:, wanted].any(axis=1)
    if filters.span is not None:
        happened &= tables.events["year"].between(*filters.span).to_numpy()
    event, partner = tables.shares["event"].to_numpy(), tables.shares["partner"].to_numpy()
    shares = happened[event] & fits[partner]
    events, taking_part = np.zeros_like(happened), np.zeros_like(fits)
    events[event[shares]] = True
    taking_part[partner[shares]] = True
    undated = fits & words_of_partners if filters.span is None else np.zeros_like(fits)
    return taking_part | undated, events, shares


@kept_with_dataset(max_results=1)
def _tables(dataset: Dataset) -> _Tables:
    """The tables of a Dataset, made once."""
    numbers = _numbers(dataset)
    types = [partner_types(dataset, partner) for partner in dataset.partners]
    names = [(*_texts(p.name), p.own_name) for p in dataset.partners]
    partners = pd.DataFrame(
        {
            "country": [partner.country for partner in dataset.partners],
            "words": [
                folded("\n".join((*name, *_texts(partner.note), *_texts(partner.summary))))
                for name, partner in zip(names, dataset.partners, strict=True)
            ],
        },
        dtype=str,
    )
    folded_names = [folded("\n".join(name)) for name in names]
    events = pd.DataFrame(
        {
            "year": np.array([event.year for event in dataset.events], dtype=int),
            "words": pd.Series(
                [
                    "\n".join(
                        (
                            folded("\n".join(_texts(event.title))),
                            *(folded_names[numbers[partner]] for partner in event.partners),
                        )
                    )
                    for event in dataset.events
                ],
                dtype=str,
            ),
        }
    )
    shares = pd.DataFrame(
        [
            (number, numbers[partner])
            for number, event in enumerate(dataset.events)
            for partner in dict.fromkeys(event.partners)
        ],
        columns=["event", "partner"],
        dtype=int,
    )
    return _Tables(
        partners,
        _types_mask(types),
        events,
        _types_mask([event.types for event in dataset.events]),
        shares.join(events[["year"]], on="event"),
    )


def _types_mask(types: Sequence[frozenset[ExchangeType]]) -> _Mask:
    """A row for each set, a column a type of exchange."""
    held = [[exchange_type in each for exchange_type in _TYPES] for each in types]
    return np.array(held, dtype=bool).reshape(len(types), len(_TYPES))


@kept_with_dataset(max_results=1)
def _numbers(dataset: Dataset) -> Mapping[str, int]:
    """The place of each partner, by its id."""
    return {partner.id: number for number, partner in enumerate(dataset.partners)}


@kept_with_dataset(max_results=32)
def _words_found(dataset: Dataset, words: str) -> tuple[_Mask, _Mask]:
    """Which partners and which events hold all of the words, whatever their case and accents."""
    tables = _tables(dataset)
    found = []
    for texts in (tables.partners["words"], tables.events["words"]):
        mask = np.ones(len(texts), dtype=bool)
        for word in folded(words).split():
            mask &= texts.str.contains(word, regex=False).to_numpy(dtype=bool)
        found.append(mask)
    return found[0], found[1]


def _texts(text: LocalizedText) -> tuple[str, ...]:
    return tuple(text.values())


def _tallies(shares: pd.DataFrame, keys: list[str]) -> Iterator[tuple[Any, Tally]]:
    """The number, the first and the last year of each group, with the group's key."""
    found = shares.groupby(keys)["year"].agg(["size", "min", "max"])
    for key, number, first, last in zip(
        found.index, found["size"], found["min"], found["max"], strict=True
    ):
        yield key, Tally(int(number), int(first), int(last))
