"""What search engines read of a page: schema.org as JSON-LD."""

from __future__ import annotations

import datetime
import json
from typing import Any, Final

from partner_map.assets import linked_data_script
from partner_map.dates import ImpreciseDate, Precision
from partner_map.i18n.letters import without_isolates
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import agreement_name, capitalized, event_types
from partner_map.model import Agreement, Coordinate, Dataset, Event, FurtherAgreement, Partner
from partner_map.open_data.addresses import Addresses

MAX_TOLD: Final = 100
"""So many partners, or exchanges of one, are told at most: each stands in every visitor's page."""
_ISO_8601: Final = (Precision.DAY, Precision.MONTH, Precision.YEAR)
"""The precisions of which schema.org's dates know a form."""

Node = dict[str, Any]


def json_ld(
    dataset: Dataset,
    addresses: Addresses,
    translator: Translator,
    today: datetime.date,
    partner: Partner | None = None,
) -> str:
    """The element that tells the town with its partners, or with one of them and its history.

    Of a partner the agreements and the newest exchanges that have begun are told as events.
    """
    town = _town(dataset, addresses, translator)
    if partner is None:
        told = [_place(one, addresses, translator) for one in dataset.partners[:MAX_TOLD]]
        graph = [town, *told]
    else:
        begun = [
            event
            for event in reversed(dataset.events_by_partner[partner.id])
            if event.start.earliest <= today
        ]
        graph = [
            town,
            _place(partner, addresses, translator, partner.summary[translator.language]),
            *(
                _signing(partner, document, addresses, translator)
                for document in partner.documents
                if document.fact.date.earliest <= today
            ),
            *(_exchange(dataset, event, addresses, translator) for event in begun[:MAX_TOLD]),
        ]
    collection = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
    return linked_data_script(without_isolates(text))


def _town(dataset: Dataset, addresses: Addresses, translator: Translator) -> Node:
    town = dataset.town
    return {
        "@type": ["City", "AdministrativeArea"],
        "@id": f"{addresses.root}#town",
        "name": town.name[translator.language],
        "url": addresses.start(translator.language),
        "address": _address(town.country),
        "geo": _geo(town.coordinate),
    } | _if_told(sameAs=dataset.town.operator.website)


def _place(partner: Partner, addresses: Addresses, translator: Translator, story: str = "") -> Node:
    name = partner.name[translator.language]
    return {
        "@type": "City",
        "@id": _id_of(partner.id, addresses),
        "name": name,
        "url": addresses.partner(partner.id, translator.language),
        "address": _address(partner.country),
    } | _if_told(
        alternateName="" if partner.own_name == name else partner.own_name,
        disambiguatingDescription=partner.note[translator.language],
        description=story,
        geo=None if partner.coordinate is None else _geo(partner.coordinate),
    )


def _signing(
    partner: Partner,
    document: Agreement | FurtherAgreement,
    addresses: Addresses,
    translator: Translator,
) -> Node:
    kind = capitalized(agreement_name(document.kind, translator))
    place = document.place[translator.language] if isinstance(document, Agreement) else ""
    return {
        "@type": "Event",
        "name": f"{kind}: {partner.name[translator.language]}",
        "description": f"{kind}, {translator.date(document.fact.date)}",
        "url": addresses.partner(partner.id, translator.language),
        "organizer": [{"@id": f"{addresses.root}#town"}, {"@id": _id_of(partner.id, addresses)}],
    } | _if_told(
        startDate=_iso(document.fact.date),
        location={"@type": "Place", "name": place} if place else None,
        citation=list(document.fact.sources),
    )


def _exchange(dataset: Dataset, event: Event, addresses: Addresses, translator: Translator) -> Node:
    return {
        "@type": "Event",
        "name": event.title[translator.language],
        "description": translator.period(event.start, event.end),
        "keywords": event_types(event, translator),
        "contributor": [
            {"@id": _id_of(one, addresses), "name": dataset.by_id[one].name[translator.language]}
            for one in event.partners
        ],
        "citation": event.source,
    } | _if_told(
        startDate=_iso(event.start), endDate=None if event.end is None else _iso(event.end)
    )


def _id_of(partner: str, addresses: Addresses) -> str:
    return f"{addresses.root}#{partner}"


def _address(country: str) -> Node:
    return {"@type": "PostalAddress", "addressCountry": country}


def _geo(place: Coordinate) -> Node:
    return {
        "@type": "GeoCoordinates",
        "latitude": round(place.latitude, 5),
        "longitude": round(place.longitude, 5),
    }


def _iso(date: ImpreciseDate) -> str:
    """The date as ISO 8601 writes it; empty for one that is vaguer than a year."""
    return date.edtf if date.precision in _ISO_8601 else ""


def _if_told(**properties: Any) -> Node:
    return {name: value for name, value in properties.items() if value}
