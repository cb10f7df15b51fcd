"""How the vocabularies and the records are said: pure functions of a record and a Translator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from partner_map.i18n import Translator, collation_key
from partner_map.model import AgreementKind, Dataset, Event, ExchangeType, Partner, State, View
from partner_map.selection import Cell
from partner_map.timeline import state_at

MOST_NAMES = 12
"""So many names are said before the rest is counted."""


def type_name(kind: ExchangeType, say: Translator) -> str:
    """A kind of exchange in words."""
    return {
        ExchangeType.SCHOOL: say.gettext("schools"),
        ExchangeType.YOUTH: say.gettext("youth"),
        ExchangeType.TEACHERS: say.gettext("teachers"),
        ExchangeType.CULTURE: say.gettext("culture"),
        ExchangeType.ART: say.gettext("art and performances"),
        ExchangeType.SPORT: say.gettext("sport"),
        ExchangeType.SENIORS: say.gettext("seniors"),
        ExchangeType.LOCAL_GOVERNMENT: say.gettext("local government"),
        ExchangeType.ADMINISTRATION: say.gettext("public administration"),
        ExchangeType.SOCIAL_SERVICES: say.gettext("social services"),
        ExchangeType.ENVIRONMENT: say.gettext("environment"),
        ExchangeType.AGRICULTURE: say.gettext("agriculture"),
        ExchangeType.CHARITY: say.gettext("charity"),
        ExchangeType.VOLUNTEERING: say.gettext("volunteering"),
        ExchangeType.COMMUNITY: say.gettext("meetings of residents"),
        ExchangeType.JUBILEE: say.gettext("jubilees"),
    }[kind]


def type_names(kinds: Iterable[ExchangeType], say: Translator) -> list[str]:
    """Kinds of exchange in words, in the order of the alphabet."""
    return sorted((type_name(kind, say) for kind in kinds), key=collation_key)


def partner_names(partners: Iterable[Partner], say: Translator) -> list[str]:
    """The names of partners, in the order of the alphabet."""
    return sorted((partner.name[say.language] for partner in partners), key=collation_key)


def event_partners(dataset: Dataset, event: Event, say: Translator) -> str:
    """The partners that took part, in the order of the table."""
    return ", ".join(dataset.by_id[partner].name[say.language] for partner in event.partners)


def years_words(first: int, last: int) -> str:
    """A span of years, or the one year that it is."""
    return str(first) if first == last else f"{first}–{last}"


def often(cell: Cell) -> str:
    """How many exchanges, and from which year to which."""
    return f"{cell.exchanges} ({years_words(cell.first_year, cell.last_year)})"


def agreement_name(kind: AgreementKind, say: Translator) -> str:
    """A kind of agreement in words."""
    return {
        AgreementKind.AGREEMENT: say.gettext("partnership agreement"),
        AgreementKind.ACCORD: say.gettext("accord"),
        AgreementKind.PROTOCOL: say.gettext("protocol"),
    }[kind]


def state_words(partner: Partner, year: int, say: Translator) -> str:
    """Where the partnership stands at the end of the year, in a few words."""
    match state_at(partner, year):
        case State.AGREEMENT if partner.agreement is not None:
            return say.gettext(
                "{kind} since {year}",
                kind=agreement_name(partner.agreement.kind, say),
                year=partner.agreement_year,
            )
        case State.ENDED if partner.ended_year is not None:
            return say.gettext("ended in {year}", year=partner.ended_year)
        case State.CONTACTS if partner.first_contacts is not None:
            return say.gettext("contacts: {date}", date=say.date(partner.first_contacts.date))
    return say.gettext("no contacts yet")


def count_words(partners: int, exchanges: int, say: Translator) -> str:
    """How many cities and exchanges there are."""
    return " · ".join(
        (
            say.ngettext("{number} city", "{number} cities", partners),
            say.ngettext("{number} exchange", "{number} exchanges", exchanges),
        )
    )


def filter_words(dataset: Dataset, view: View, say: Translator) -> list[tuple[str, str]]:
    """The filters of the exchanges page that are on: the name of each and what it chooses."""
    words = []
    if view.words:
        words.append((say.gettext("Words"), view.words))
    if view.types:
        if len(view.types) == 1:
            name = say.gettext("Kind of exchange")
        elif view.every_type:
            name = say.gettext("All of these kinds of exchange")
        else:
            name = say.gettext("Any of these kinds of exchange")
        words.append((name, ", ".join(type_names(view.types, say))))
    if view.countries:
        countries = sorted((say.country(code) for code in view.countries), key=collation_key)
        words.append((say.gettext("Country"), ", ".join(countries)))
    if view.partners:
        names = partner_names((dataset.by_id[partner] for partner in view.partners), say)
        shown, more = names[:MOST_NAMES], len(names) - MOST_NAMES
        if more > 0:
            shown.append(say.ngettext("{number} other", "{number} others", more))
        words.append((say.gettext("City"), ", ".join(shown)))
    if view.span is not None:
        words.append((say.gettext("Years"), years_words(*view.span)))
    return words


def partner_sources(partner: Partner, say: Translator) -> Mapping[str, list[str]]:
    """The addresses of a partner's sources, each with the facts that it states."""
    agreement = partner.agreement
    facts = [
        (say.gettext("first contacts"), partner.first_contacts and partner.first_contacts.sources),
        (say.gettext("agreement"), agreement and agreement.fact.sources),
        (say.gettext("place of signing"), agreement and agreement.place_sources),
        (say.gettext("signatories"), agreement and agreement.signatory_sources),
        (say.gettext("end of cooperation"), partner.ended and partner.ended.sources),
        (say.gettext("kinds of exchange"), partner.types_sources),
    ]
    place = partner.coordinate
    if place is not None and place.source.startswith("http"):
        facts.append((say.gettext("place on the map"), (place.source,)))
    stated: dict[str, list[str]] = {}
    for fact, addresses in facts:
        for address in addresses or ():
            stated.setdefault(address, []).append(fact)
    return stated
