"""Which partners a View lets through: pure functions of the Dataset and the View."""

from __future__ import annotations

from functools import lru_cache

from partner_map.model import Dataset, ExchangeType, Partner, State, View
from partner_map.timeline import state_at


def chosen_partners(dataset: Dataset, view: View) -> tuple[Partner, ...]:
    """The partners of the chosen countries with any of the chosen kinds of exchange.

    Nothing chosen lets everything through.
    """
    return _chosen(dataset, view.types, view.countries)


def partner_types(dataset: Dataset, partner: Partner) -> frozenset[ExchangeType]:
    """The partner's kinds of exchange: those stated for it and those of its dated exchanges."""
    return partner.types | {event.type for event in dataset.events_by_partner[partner.id]}


def shown_partners(dataset: Dataset, view: View) -> tuple[Partner, ...]:
    """The chosen partners that stand on the map at the end of the View's year."""
    return _shown(dataset, view.types, view.countries, view.year)


@lru_cache(maxsize=64)
def _chosen(
    dataset: Dataset, types: frozenset[ExchangeType], countries: frozenset[str]
) -> tuple[Partner, ...]:
    return tuple(
        partner
        for partner in dataset.partners
        if (not countries or partner.country in countries)
        and (not types or not types.isdisjoint(partner_types(dataset, partner)))
    )


@lru_cache(maxsize=256)
def _shown(
    dataset: Dataset, types: frozenset[ExchangeType], countries: frozenset[str], year: int
) -> tuple[Partner, ...]:
    return tuple(
        partner
        for partner in _chosen(dataset, types, countries)
        if state_at(partner, year) is not State.NONE
    )
