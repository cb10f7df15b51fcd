"""Which partners a View lets through: pure functions of the Dataset and the View."""

from __future__ import annotations

from partner_map.model import Dataset, ExchangeType, Partner, View


def chosen_partners(dataset: Dataset, view: View) -> tuple[Partner, ...]:
    """The partners of the chosen countries with any of the chosen kinds of exchange.

    Nothing chosen lets everything through.
    """
    return tuple(
        partner
        for partner in dataset.partners
        if (not view.countries or partner.country in view.countries)
        and (not view.types or not view.types.isdisjoint(partner_types(dataset, partner)))
    )


def partner_types(dataset: Dataset, partner: Partner) -> frozenset[ExchangeType]:
    """The partner's kinds of exchange: those stated for it and those of its dated exchanges."""
    return partner.types | {event.type for event in dataset.events_by_partner[partner.id]}
