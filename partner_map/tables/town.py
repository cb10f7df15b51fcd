"""The home town's file, ``town.toml``."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterator
from typing import Final

from partner_map.model import (
    DEFAULT_ZONE,
    Accessibility,
    Compliance,
    Contact,
    Coordinate,
    ExchangeType,
    Inaccessible,
    InaccessibleReason,
    Operator,
    Town,
)
from partner_map.tables.faults import Fault, FaultKind, Hint, HintKind, shortened
from partner_map.tables.snapshot import TOWN_FILE
from partner_map.tables.toml_lines import lines_of
from partner_map.tables.town_values import TownValues

_OPERATOR: Final = ("name", "address", "website", "email", "telephone")
_CONTACT: Final = ("function", "email", "telephone")
_GENERAL: Final = "general"
"""The contact of every type of exchange that has none of its own."""
_ACCESSIBILITY: Final = (
    "url",
    "published",
    "updated",
    "prepared",
    "reviewed",
    "compliance",
    "inaccessible",
    "assessment",
    "person",
    "email",
    "telephone",
    "architecture",
    "communication",
    "applications",
    "sign_language_film",
)
_MAY_BE_EMPTY: Final = ("reviewed", "inaccessible", "sign_language_film")
"""What a whole declaration may leave out."""
_REVIEW: Final = (3, 31)
"""Month and day until which a declaration is reviewed each year (article 11 of the act)."""


def read_town(data: bytes | None) -> tuple[Town | None, list[Fault]]:
    """The home town, or None with every fault of its file; a file that is not there has none."""
    if data is None:
        return None, []
    try:
        text = data.decode("utf-8-sig")
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return None, [Fault(FaultKind.TOWN_FORM, TOWN_FILE, value=shortened(str(error)))]
    found = TownValues(values, lines_of(text))
    town = Town(
        name=found.texts("name"),
        genitive=found.texts("genitive"),
        country=found.country("country"),
        first_year=found.year("first_year"),
        coordinate=Coordinate(
            found.degrees("coordinates", "latitude", limit=90),
            found.degrees("coordinates", "longitude", limit=180),
            found.text("coordinates", "source"),
        ),
        partners_page=found.url("partners_page"),
        zone=found.given_zone("zone") or DEFAULT_ZONE,
        operator=_operator(found),
        accessibility=_accessibility(found),
        licence=found.given_url("licence"),
        contacts=tuple(_contacts(found)),
    )
    return (None if found.faults else town), found.faults


def _operator(found: TownValues) -> Operator:
    found.only(_OPERATOR, "operator")
    return Operator(
        name=found.given_texts("operator", "name"),
        address=found.given_text("operator", "address"),
        website=found.given_url("operator", "website"),
        email=found.given_email("operator", "email"),
        telephone=found.given_telephone("operator", "telephone"),
    )


def _contacts(found: TownValues) -> Iterator[Contact]:
    """The contacts in the order of the types, the general one last."""
    section = "contacts"
    types = {one.value: one for one in ExchangeType}
    found.only((*types, _GENERAL), section)
    for name in (*types, _GENERAL):
        if not found.is_given(section, name):
            continue
        found.only(_CONTACT, section, name)
        contact = Contact(
            function=found.texts(section, name, "function"),
            email=found.given_email(section, name, "email"),
            telephone=found.given_telephone(section, name, "telephone"),
            exchange_type=types.get(name),
        )
        found.any_of(("email", "telephone"), section, name)
        yield contact


def _accessibility(found: TownValues) -> Accessibility:
    section = "accessibility"
    found.only(_ACCESSIBILITY, section)
    return Accessibility(
        url=found.given_url(section, "url"),
        published=found.given_day(section, "published"),
        updated=found.given_day(section, "updated"),
        prepared=found.given_day(section, "prepared"),
        reviewed=found.given_day(section, "reviewed"),
        compliance=found.given_word(Compliance, section, "compliance"),
        inaccessible=tuple(_inaccessible(found)),
        assessment=found.given_texts(section, "assessment"),
        person=found.given_text(section, "person"),
        email=found.given_email(section, "email"),
        telephone=found.given_telephone(section, "telephone"),
        architecture=found.given_texts(section, "architecture"),
        communication=found.given_texts(section, "communication"),
        applications=found.given_texts(section, "applications"),
        sign_language_film=found.given_url(section, "sign_language_film"),
    )


def _inaccessible(found: TownValues) -> Iterator[Inaccessible]:
    section = ("accessibility", "inaccessible")
    for number in found.given_tables(*section):
        reason = found.given_word(InaccessibleReason, *section, number, "reason")
        text = found.texts(*section, number)
        yield Inaccessible(reason or InaccessibleReason.NONCOMPLIANCE, text)


def town_hints(town: Town, today: datetime.date) -> Iterator[Hint]:
    """What the declaration of accessibility of a Polish town lacks, and a review that is due."""
    if not town.has_declaration:
        return
    missing = [
        *(["operator.name"] if town.operator.name is None else []),
        *(
            f"accessibility.{name}"
            for name in _ACCESSIBILITY
            if name not in _MAY_BE_EMPTY and not getattr(town.accessibility, name)
        ),
    ]
    if missing:
        yield Hint(HintKind.DECLARATION_INCOMPLETE, TOWN_FILE, ", ".join(missing))
    due = last_review_due(today)
    stated = town.accessibility.reviewed or town.accessibility.prepared
    if stated is not None and stated.year < due.year:
        yield Hint(HintKind.REVIEW_DUE, TOWN_FILE, due.isoformat())


def last_review_due(today: datetime.date) -> datetime.date:
    """The last day, today included, until which declarations had to be reviewed.

    Each year until 31 March: article 11 of the Polish act of 4 April 2019 on the digital
    accessibility of websites and mobile applications of public bodies.
    """
    this_year = datetime.date(today.year, *_REVIEW)
    return this_year if this_year <= today else datetime.date(today.year - 1, *_REVIEW)
