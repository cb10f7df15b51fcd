"""The data for a catalogue of public data: DCAT-AP 3.0, the profile of European portals."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from partner_map.i18n.translator import translator_for
from partner_map.model import LANGUAGES, Dataset
from partner_map.open_data.addresses import Addresses
from partner_map.open_data.words import DESCRIPTION, title_words

CATALOGUE_FILE: Final = "catalogue.jsonld"
CATALOGUE_TYPE: Final = "application/ld+json"
_AUTHORITY: Final = "http://publications.europa.eu/resource/authority"
_THEME: Final = f"{_AUTHORITY}/data-theme/GOVE"
"""Government and public sector."""
_LANGUAGES: Final = {
    **{"pl": "POL", "en": "ENG", "nl": "NLD", "fr": "FRA", "cs": "CES"},
    **{"uk": "UKR", "it": "ITA", "lv": "LAV", "lt": "LIT", "de": "DEU"},
}
"""Codes of the authority's table of languages: those of ISO 639-3."""
_FORMATS: Final = {"csv": "CSV", "xlsx": "XLSX", "geojson": "GEOJSON", "json": "JSON"}
"""Codes of the authority's table of file types, by the ending of a name."""
_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}


def catalogue(dataset: Dataset, addresses: Addresses, media_types: Mapping[str, str]) -> bytes:
    """The catalogue with its one data set; ``media_types`` by the names of the files."""
    town = dataset.town
    publisher: dict[str, Any] = {
        "@id": town.operator.website or f"{addresses.root}#publisher",
        "@type": "foaf:Agent",
        "foaf:name": _in_each_language(town.operator.name or town.name),
    }
    titles = {code: title_words(dataset, translator_for(code)) for code in LANGUAGES}
    told = {code: translator_for(code).gettext(DESCRIPTION) for code in LANGUAGES}
    languages = [_ref(f"{_AUTHORITY}/language/{_LANGUAGES[code]}") for code in LANGUAGES]
    named = {
        "dct:title": _in_each_language(titles),
        "dct:description": _in_each_language(told),
        "dct:publisher": {"@id": publisher["@id"]},
        "dct:language": languages,
    }
    data = {
        "@id": f"{addresses.root}#dataset",
        "@type": "dcat:Dataset",
        **named,
        "dct:identifier": f"{addresses.root}#dataset",
        "dcat:theme": _ref(_THEME),
        "dcat:landingPage": _ref(addresses.data(LANGUAGES[0])),
        "dcat:version": dataset.version,
        "dct:spatial": {
            "@type": "dct:Location",
            "dcat:centroid": {
                "@type": "http://www.opengis.net/ont/geosparql#wktLiteral",
                "@value": f"POINT({town.coordinate.longitude} {town.coordinate.latitude})",
            },
        },
        **_contact(town.operator.email),
        "dcat:distribution": [
            _distribution(name, media_type, addresses, town.licence)
            for name, media_type in media_types.items()
        ],
    }
    whole = {
        "@context": _CONTEXT,
        "@graph": [
            {
                "@id": f"{addresses.root}#catalogue",
                "@type": "dcat:Catalog",
                **named,
                "foaf:homepage": _ref(addresses.root),
                **_licence(town.licence),
                "dcat:dataset": {"@id": data["@id"]},
            },
            data,
            publisher,
        ],
    }
    return f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n".encode()


def _distribution(name: str, media_type: str, addresses: Addresses, licence: str) -> dict[str, Any]:
    url = addresses.file(name)
    ending = _FORMATS[name.rpartition(".")[2]]
    return {
        "@id": url,
        "@type": "dcat:Distribution",
        "dct:title": name,
        "dcat:accessURL": _ref(url),
        "dcat:downloadURL": _ref(url),
        "dcat:mediaType": _ref(f"https://www.iana.org/assignments/media-types/{media_type}"),
        "dct:format": _ref(f"{_AUTHORITY}/file-type/{ending}"),
        **_licence(licence),
    }


def _licence(licence: str) -> dict[str, Any]:
    return {"dct:license": _ref(licence)} if licence else {}


def _contact(email: str) -> dict[str, Any]:
    if not email:
        return {}
    return {"dcat:contactPoint": {"@type": "vcard:Kind", "vcard:hasEmail": _ref(f"mailto:{email}")}}


def _in_each_language(texts: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"@language": code, "@value": texts[code]} for code in LANGUAGES]


def _ref(url: str) -> dict[str, str]:
    return {"@id": url}
