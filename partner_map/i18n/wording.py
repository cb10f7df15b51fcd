"""How the vocabularies and the records are said: pure functions of a record and a Translator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from partner_map.i18n.letters import collation_key
from partner_map.i18n.translator import Translator
from partner_map.model import AgreementKind, Dataset, Event, ExchangeType, Partner, Signatory, State
from partner_map.timeline import state_at


@dataclass(frozen=True, slots=True)
class StatedFact:
    """One thing that is known of a partner, in words, and the addresses that state it."""

    name: str
    text: str
    sources: tuple[str, ...]


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


def partner_facts(partner: Partner, say: Translator) -> list[StatedFact]:
    """What is known of a partnership, fact by fact; what no source says is left out."""
    facts = []
    if partner.agreement is not None:
        agreement = partner.agreement
        name = agreement_name(agreement.kind, say)
        signed = say.date(agreement.fact.date)
        facts.append(StatedFact(name, signed, agreement.fact.sources))
        place = agreement.place[say.language]
        if place:
            facts.append(
                StatedFact(say.gettext("place of signing"), place, agreement.place_sources)
            )
        people = (agreement.partner_signatory, agreement.town_signatory)
        signatories = "; ".join(signatory_words(who, say) for who in people if who.name)
        if signatories:
            name = say.gettext("signatories")
            facts.append(StatedFact(name, signatories, agreement.signatory_sources))
    if partner.first_contacts is not None:
        contacts = partner.first_contacts
        name = say.gettext("first contacts")
        facts.append(StatedFact(name, say.date(contacts.date), contacts.sources))
    if partner.ended is not None:
        ended = partner.ended
        name = say.gettext("end of cooperation")
        facts.append(StatedFact(name, say.date(ended.date), ended.sources))
    if partner.types:
        name = say.gettext("kinds of exchange")
        kinds = ", ".join(type_names(partner.types, say))
        facts.append(StatedFact(name, kinds, partner.types_sources))
    return facts


def place_fact(partner: Partner, say: Translator) -> StatedFact | None:
    """Where the partner lies on the map, and who says so; None without a coordinate."""
    place = partner.coordinate
    if place is None:
        return None
    sources = (place.source,) if place.source.startswith(("http://", "https://")) else ()
    text = say.place(place.latitude, place.longitude)
    return StatedFact(say.gettext("location"), text, sources)


def partner_sources(partner: Partner, say: Translator) -> Mapping[str, list[str]]:
    """The addresses of a partner's sources, each with the facts that it states."""
    place = place_fact(partner, say)
    stated: dict[str, list[str]] = {}
    for fact in (*partner_facts(partner, say), *([place] if place else [])):
        for address in fact.sources:
            stated.setdefault(address, []).append(fact.name)
    return stated


def signatory_words(who: Signatory, say: Translator) -> str:
    """Who signed, with the office held where it is known."""
    office = who.office[say.language]
    return f"{who.name} ({office})" if office else who.name


def capitalized(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]
