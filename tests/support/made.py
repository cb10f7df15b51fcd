"""Towns made up from a number: partners and exchanges of every kind that tables may tell of."""

from __future__ import annotations

import datetime
from dataclasses import replace
from random import Random
from typing import Final

from partner_map.dates import parse_date
from partner_map.model import (
    Agreement,
    AgreementKind,
    Coordinate,
    Dataset,
    Event,
    ExchangeType,
    Fact,
    FurtherAgreement,
    LocalizedText,
    Partner,
    Signatory,
    Town,
)
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN

COUNTRIES: Final = ("CZ", "DE", "FR", "IT")
_SHAPES: Final = ("{}", "{}~", "{}-05", "{}-02-28", "{}-12-31")
_FIRST, _LAST = 1985, 2030


def made_dataset(seed: int, partners: int) -> Dataset:
    """The same town for the same number."""
    random = Random(seed)
    base = read_dataset(FROZEN)
    made = tuple(_partner(random, number) for number in range(partners))
    events = sorted(
        (_event(random, [one.id for one in made]) for _ in range(2 * partners)),
        key=lambda event: event.start.earliest,
    )
    town: Town = replace(base.town, first_year=1990)
    return replace(
        base,
        town=town,
        partners=made,
        events=tuple(events),
        version=f"made-{seed}",
        loaded=datetime.datetime(2026, 11, 26, tzinfo=datetime.UTC),
    )


def _text(text: str) -> LocalizedText:
    return LocalizedText(dict.fromkeys(("pl", "en"), text))


_NOBODY: Final = Signatory("", _text(""))


def _partner(random: Random, number: int) -> Partner:
    name = f"Miasto {number}"
    first = random.randint(_FIRST, _LAST)
    kind = random.choice(list(AgreementKind))
    agreement = _agreement(random, first + random.randint(0, 9), kind)
    has_agreement = random.random() < 0.8
    further = []
    if has_agreement and random.random() < 0.3:
        later = agreement.fact.date.latest.year + random.randint(1, 9)
        further = [
            FurtherAgreement(f"city-{number}", _fact(random, later), AgreementKind.AGREEMENT, None)
        ]
    return Partner(
        id=f"city-{number}",
        name=_text(name),
        own_name=name,
        note=_text(""),
        country=random.choice(COUNTRIES),
        first_contacts=_fact(random, first) if random.random() < 0.6 else None,
        agreement=agreement if has_agreement else None,
        ended=_fact(random, first + random.randint(10, 30)) if random.random() < 0.2 else None,
        types=frozenset(random.sample(list(ExchangeType), random.randint(0, 3))),
        types_sources=(),
        summary=_text(""),
        coordinate=Coordinate(45 + number % 10, 5 + number % 20, "") if number % 7 else None,
        suspended=_fact(random, first + 9) if random.random() < 0.1 else None,
        further_agreements=tuple(further),
    )


def _agreement(random: Random, year: int, kind: AgreementKind) -> Agreement:
    until = parse_date(str(year + 30)) if random.random() < 0.1 else None
    nowhere = _text("")
    return Agreement(_fact(random, year), kind, nowhere, (), _NOBODY, _NOBODY, (), until)


def _fact(random: Random, year: int) -> Fact:
    return Fact(parse_date(random.choice(_SHAPES).format(year)), ())


def _event(random: Random, ids: list[str]) -> Event:
    return Event(
        partners=tuple(random.sample(ids, random.randint(1, min(2, len(ids))))),
        start=parse_date(
            random.choice(_SHAPES[:1] + _SHAPES[2:]).format(random.randint(1992, 2026))
        ),
        end=None,
        types=frozenset(random.sample(list(ExchangeType), random.randint(1, 2))),
        title=_text("Spotkanie"),
        source="https://example.org/",
    )
