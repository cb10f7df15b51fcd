"""The partners as GeoJSON (RFC 7946) for map programs: whole, flat properties in every language."""

from __future__ import annotations

import datetime
import json
from typing import Any, Final

from partner_map.dates import ImpreciseDate
from partner_map.i18n.translator import translator_for
from partner_map.model import LANGUAGES, Dataset, Fact, Partner, partner_types
from partner_map.open_data.addresses import Addresses
from partner_map.timeline import status_on

GEOJSON_FILE: Final = "partners.geojson"
GEOJSON_TYPE: Final = "application/geo+json"


def open_geojson(dataset: Dataset, addresses: Addresses, today: datetime.date) -> bytes:
    """The partners that have a place on the map.

    Dates are EDTF, as their source has them, and ``status`` is that of the day in ``as_of``. What
    is not known is null: a program of maps has the same columns for all.
    """
    collection: dict[str, Any] = {
        "type": "FeatureCollection",
        "features": [_feature(dataset, one, addresses, today) for one in dataset.placed],
    }
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def _feature(
    dataset: Dataset, partner: Partner, addresses: Addresses, today: datetime.date
) -> dict[str, Any]:
    place = partner.coordinate
    assert place is not None
    agreement = partner.agreement
    return {
        "type": "Feature",
        "id": partner.id,
        "geometry": {
            "type": "Point",
            "coordinates": [round(place.longitude, 5), round(place.latitude, 5)],
        },
        "properties": {
            "id": partner.id,
            "name": partner.name[LANGUAGES[0]],
            **{f"name_{code}": partner.name[code] for code in LANGUAGES},
            "name_own": partner.own_name,
            "country": partner.country,
            **{
                f"country_{code}": translator_for(code).country(partner.country)
                for code in LANGUAGES
            },
            "status": status_on(partner, today).value,
            "as_of": today.isoformat(),
            "first_contacts": _of_fact(partner.first_contacts),
            "agreement": None if agreement is None else agreement.fact.date.edtf,
            "agreement_kind": None if agreement is None else agreement.kind.value,
            "suspended": _of_fact(partner.suspended),
            "ended": _edtf(None if partner.end is None else partner.end.date),
            "types": "|".join(sorted(kind.value for kind in partner_types(dataset, partner))),
            "exchanges": len(dataset.events_by_partner[partner.id]),
            "place_source": place.source,
            **{f"url_{code}": addresses.partner(partner.id, code) for code in LANGUAGES},
        },
    }


def _of_fact(fact: Fact | None) -> str | None:
    return _edtf(None if fact is None else fact.date)


def _edtf(date: ImpreciseDate | None) -> str | None:
    return None if date is None else date.edtf
