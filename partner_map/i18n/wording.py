"""How the vocabularies and the records are said: pure functions of a record and a Translator."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from partner_map.i18n.letters import collation_key, isolated
from partner_map.i18n.telling import Telling, joined, telling, told
from partner_map.i18n.translator import N_, Translator
from partner_map.model import (
    LANGUAGES,
    Agreement,
    AgreementKind,
    Coordinate,
    Dataset,
    Event,
    ExchangeType,
    Fact,
    FurtherAgreement,
    Partner,
    PartnershipStatus,
    Signatory,
    Town,
)
from partner_map.timeline import TimelineYear, status_on, years_together_on

MAX_CITIES_OF_A_YEAR = 3
"""So many cities are named in the line of a year, for each of the things that happened."""


class Happening(StrEnum):
    """What the line of a year tells of its partners."""

    CONTACTS = "contacts"
    AGREEMENT = "agreement"
    PROJECT = "project"
    FURTHER_AGREEMENT = "further-agreement"
    SUSPENDED = "suspended"
    ENDED = "ended"


_TYPES: Final = {
    ExchangeType.SCHOOL: N_("schools"),
    ExchangeType.YOUTH: N_("youth"),
    ExchangeType.TEACHERS: N_("teachers"),
    ExchangeType.CULTURE: N_("culture"),
    ExchangeType.ART: N_("art and performances"),
    ExchangeType.SPORT: N_("sport"),
    ExchangeType.SENIORS: N_("seniors"),
    ExchangeType.LOCAL_GOVERNMENT: N_("local government"),
    ExchangeType.ADMINISTRATION: N_("public administration"),
    ExchangeType.SOCIAL_SERVICES: N_("social services"),
    ExchangeType.ENVIRONMENT: N_("environment"),
    ExchangeType.AGRICULTURE: N_("agriculture"),
    ExchangeType.CHARITY: N_("charity"),
    ExchangeType.VOLUNTEERING: N_("volunteering"),
    ExchangeType.COMMUNITY: N_("meetings of residents"),
    ExchangeType.JUBILEE: N_("jubilees"),
}


@dataclass(frozen=True, slots=True)
class StatedFact:
    """One thing that is known of a partner, in words, and the URLs that state it."""

    name: str
    text: Telling
    sources: tuple[str, ...]


def site_title(town: Town, translator: Translator) -> str:
    """What the whole is called: the pages, the files and the map."""
    return translator.gettext("Partner cities of {town}", town=town.genitive[translator.language])


def draft_words(partner: Partner, translator: Translator) -> str:
    """That texts in the reader's language wait for one who speaks it; may be empty."""
    language = translator.language
    is_written = any(text.get(language) for text in partner.texts)
    if language not in partner.drafted_by_machine or not is_written:
        return ""
    return translator.gettext(
        "A machine has translated texts about this city, and no speaker of the language has read"
        " them yet."
    )


def type_name(exchange_type: ExchangeType, translator: Translator) -> str:
    """A type of exchange in words."""
    return translator.gettext(_TYPES[exchange_type])


def type_names(types: Iterable[ExchangeType], translator: Translator) -> list[str]:
    """Types of exchange in words, in the order of the alphabet."""
    chosen = set(types)
    return [name for kind, name in _types_in_order(translator) if kind in chosen]


@lru_cache(maxsize=len(LANGUAGES))
def _types_in_order(translator: Translator) -> Sequence[tuple[ExchangeType, str]]:
    """Every type of exchange and its name, in the order of the alphabet."""
    named = [(kind, type_name(kind, translator)) for kind in ExchangeType]
    return tuple(sorted(named, key=lambda one: collation_key(one[1])))


def partner_names(partners: Iterable[Partner], translator: Translator) -> list[str]:
    """The names of partners, in the order of the alphabet."""
    names = sorted((partner.name[translator.language] for partner in partners), key=collation_key)
    return [isolated(name) for name in names]


def event_partners(dataset: Dataset, event: Event, translator: Translator) -> str:
    """The partners that took part, in the order of the table."""
    return ", ".join(
        isolated(dataset.by_id[partner].name[translator.language]) for partner in event.partners
    )


def event_types(event: Event, translator: Translator) -> str:
    """The types of an exchange in words, in the order of the alphabet."""
    return ", ".join(type_names(event.types, translator))


def years_words(first: int, last: int) -> str:
    """A span of years, or the one year that it is."""
    return str(first) if first == last else f"{first}–{last}"


def agreement_name(kind: AgreementKind, translator: Translator) -> str:
    """A kind of agreement in words."""
    return {
        AgreementKind.AGREEMENT: translator.gettext("partnership agreement"),
        AgreementKind.ACCORD: translator.gettext("accord"),
        AgreementKind.PROTOCOL: translator.gettext("protocol"),
        AgreementKind.PROJECT: translator.gettext("project partnership"),
    }[kind]


def status_words(partner: Partner, day: datetime.date, translator: Translator) -> str:
    """Where the partnership stands on a day, in a few words; an end that lies ahead is told."""
    match status_on(partner, day):
        case PartnershipStatus.AGREEMENT if partner.lasting_agreement is not None:
            return _in_force_words(partner, partner.lasting_agreement, translator)
        case PartnershipStatus.PROJECT if partner.agreement is not None:
            return _in_force_words(partner, partner.agreement, translator)
        case PartnershipStatus.SUSPENDED if partner.suspended is not None:
            return translator.gettext("suspended since {year}", year=partner.suspended_year)
        case PartnershipStatus.ENDED if partner.ended_year is not None:
            return translator.gettext("ended in {year}", year=partner.ended_year)
        case PartnershipStatus.CONTACTS if partner.first_contacts is not None:
            return translator.gettext(
                "contacts: {date}", date=translator.date(partner.first_contacts.date)
            )
        case PartnershipStatus.UNDATED:
            return translator.gettext("since when is not known")
    return translator.gettext("no contacts yet")


def _in_force_words(
    partner: Partner, document: Agreement | FurtherAgreement, translator: Translator
) -> str:
    since, coming_end = agreement_since(document, translator), end_words(partner, translator)
    return f"{since}, {coming_end}" if coming_end else since


def agreement_since(document: Agreement | FurtherAgreement, translator: Translator) -> str:
    """Which kind of agreement there is, and since which year."""
    return translator.gettext(
        "{kind} since {year}",
        kind=agreement_name(document.kind, translator),
        year=document.fact.date.latest.year,
    )


def end_words(partner: Partner, translator: Translator) -> str:
    """Until when a partnership that has not ended lasts; empty for one without an end."""
    if partner.end is None:
        return ""
    return translator.gettext("until {date}", date=translator.date(partner.end.date))


def lasting_words(partner: Partner, day: datetime.date, translator: Translator) -> str:
    """How long a partnership has lasted on a day, or what else there is to say of it."""
    if status_on(partner, day) is not PartnershipStatus.AGREEMENT:
        return status_words(partner, day, translator)
    if coming_end := end_words(partner, translator):
        return coming_end
    years = lasting_years(partner, day)
    return years_count(years, translator) if years else translator.gettext("since this year")


def lasting_years(partner: Partner, day: datetime.date) -> int:
    """How many years of an agreement in force the list tells; 0 where it tells something else."""
    is_counted = status_on(partner, day) is PartnershipStatus.AGREEMENT and partner.end is None
    return (years_together_on(partner, day) or 0) if is_counted else 0


def years_count(years: int, translator: Translator) -> str:
    """How many years."""
    return translator.ngettext("{number} year", "{number} years", years)


def year_words(item: TimelineYear, translator: Translator) -> str:
    """What happened in a year, in a line; the year alone where nothing is known of it."""
    told = [str(item.year)]
    told += [
        happening_words(happening, _named(dated, translator), translator)
        for happening, dated in happenings(item).items()
        if dated
    ]
    if item.events:
        told.append(events_words(item.events, translator))
    return " · ".join(told)


def happenings(item: TimelineYear) -> Mapping[Happening, Sequence[tuple[Partner, Fact | None]]]:
    """What happened in a year in the order in which it is told: the partners, and the fact of each
    that has one of its own.
    """
    return {
        Happening.CONTACTS: [(partner, partner.first_contacts) for partner in item.contacts],
        Happening.AGREEMENT: [(partner, _signing(partner)) for partner in item.agreements],
        Happening.PROJECT: [(partner, _signing(partner)) for partner in item.projects],
        Happening.FURTHER_AGREEMENT: [(partner, None) for partner in item.further_agreements],
        Happening.SUSPENDED: [(partner, partner.suspended) for partner in item.suspended],
        Happening.ENDED: [(partner, partner.end) for partner in item.ended],
    }


def _signing(partner: Partner) -> Fact | None:
    return None if partner.agreement is None else partner.agreement.fact


def happening_words(happening: Happening, cities: str, translator: Translator) -> str:
    """That something happened with cities, which are named."""
    return {
        Happening.CONTACTS: translator.gettext("first contacts: {cities}", cities=cities),
        Happening.AGREEMENT: translator.gettext("agreement: {cities}", cities=cities),
        Happening.PROJECT: translator.gettext("project partnership: {cities}", cities=cities),
        Happening.FURTHER_AGREEMENT: translator.gettext(
            "further agreement: {cities}", cities=cities
        ),
        Happening.SUSPENDED: translator.gettext("cooperation suspended: {cities}", cities=cities),
        Happening.ENDED: translator.gettext("end of cooperation: {cities}", cities=cities),
    }[happening]


def events_words(events: int, translator: Translator) -> str:
    """How many events there were."""
    return translator.ngettext("{number} event", "{number} events", events)


def _named(dated: Sequence[tuple[Partner, Fact | None]], translator: Translator) -> str:
    """The first few names and how many more there are."""
    names = [
        dated_name(partner, fact, translator) for partner, fact in dated[:MAX_CITIES_OF_A_YEAR]
    ]
    if more := len(dated) - len(names):
        names.append(more_cities_words(more, translator))
    return ", ".join(names)


def dated_name(partner: Partner, fact: Fact | None, translator: Translator) -> str:
    """A partner's name, with a date that is no single year."""
    name = isolated(partner.name[translator.language])
    if fact is None or fact.date.earliest.year == fact.date.latest.year:
        return name
    return f"{name} ({translator.date(fact.date)})"


def more_cities_words(more: int, translator: Translator) -> str:
    """How many cities there are beside those that are named."""
    return translator.ngettext("{number} more city", "{number} more cities", more)


def partners_words(partners: int, countries: int, translator: Translator) -> str:
    """How many partner cities there are, in how many countries, in one sentence."""
    if not partners:
        return translator.gettext("No partner cities yet")
    return f"{partner_cities_words(partners, translator)} {countries_words(countries, translator)}"


def partner_cities_words(partners: int, translator: Translator) -> str:
    """How many partner cities there are."""
    return translator.ngettext("{number} partner city", "{number} partner cities", partners)


def countries_words(countries: int, translator: Translator) -> str:
    """In how many countries, as the end of a sentence."""
    return translator.ngettext("in {number} country", "in {number} countries", countries)


def standing_words(
    translator: Translator,
    *,
    projects: int = 0,
    suspended: int = 0,
    undated: int = 0,
    contacts: int = 0,
    ended: int = 0,
) -> list[str]:
    """How many partnerships stand elsewhere than in force, for each where there are any."""
    lines = []
    if projects:
        words = translator.ngettext(
            "{number} project partnership", "{number} project partnerships", projects
        )
        lines.append(words)
    if suspended:
        words = translator.ngettext(
            "{number} cooperation suspended", "{number} cooperations suspended", suspended
        )
        lines.append(words)
    if undated:
        words = translator.ngettext(
            "{number} city, since when is not known",
            "{number} cities, since when is not known",
            undated,
        )
        lines.append(words)
    if contacts:
        words = translator.ngettext(
            "contacts with {number} city", "contacts with {number} cities", contacts
        )
        lines.append(words)
    if ended:
        words = translator.ngettext(
            "{number} cooperation ended", "{number} cooperations ended", ended
        )
        lines.append(words)
    return lines


def partner_facts(partner: Partner, translator: Translator) -> list[StatedFact]:
    """What is known of a partnership, fact by fact; what no source says is left out."""
    facts = []
    if partner.agreement is not None:
        agreement = partner.agreement
        name = agreement_name(agreement.kind, translator)
        signed = translator.date(agreement.fact.date)
        facts.append(StatedFact(name, telling(signed), agreement.fact.sources))
        if agreement.until is not None:
            name = translator.gettext("term of the agreement")
            until = translator.gettext("until {date}", date=translator.date(agreement.until))
            facts.append(StatedFact(name, telling(until), agreement.fact.sources))
        if place := telling(told(agreement.place, translator)):
            facts.append(
                StatedFact(translator.gettext("place of signing"), place, agreement.place_sources)
            )
        if signatories := joined(signatories_words(agreement, translator), "; "):
            name = translator.gettext("signatories")
            facts.append(StatedFact(name, signatories, agreement.signatory_sources))
    for document in partner.further_agreements:
        name = translator.gettext("further agreement")
        text = further_agreement_words(document, translator)
        signed = translator.date(document.fact.date)
        facts.append(StatedFact(name, telling(f"{signed} ({text})"), document.fact.sources))
    if partner.first_contacts is not None:
        contacts = partner.first_contacts
        name = translator.gettext("first contacts")
        date = translator.date(contacts.date)
        facts.append(StatedFact(name, telling(date), contacts.sources))
    if partner.suspended is not None:
        suspended = partner.suspended
        name = translator.gettext("suspension of cooperation")
        date = translator.date(suspended.date)
        facts.append(StatedFact(name, telling(date), suspended.sources))
    if partner.ended is not None:
        ended = partner.ended
        name = translator.gettext("end of cooperation")
        date = translator.date(ended.date)
        facts.append(StatedFact(name, telling(date), ended.sources))
    if partner.types:
        name = translator.gettext("types of exchange")
        kinds = ", ".join(type_names(partner.types, translator))
        facts.append(StatedFact(name, telling(kinds), partner.types_sources))
    if partner.agreement_types:
        name = translator.gettext("fields of the agreement")
        kinds = ", ".join(type_names(partner.agreement_types, translator))
        facts.append(StatedFact(name, telling(kinds), partner.agreement_types_sources))
    if partner.note_sources and (note := telling(told(partner.note, translator))):
        facts.append(StatedFact(translator.gettext("the place today"), note, partner.note_sources))
    return facts


def further_agreement_words(document: FurtherAgreement, translator: Translator) -> str:
    """What was signed besides the first agreement, and until when it is in force."""
    name = agreement_name(document.kind, translator)
    if document.until is None:
        return name
    until = translator.gettext("until {date}", date=translator.date(document.until))
    return f"{name}, {until}"


def place_fact(partner: Partner, translator: Translator) -> StatedFact | None:
    """Where the partner lies on the map, and who says so; None without a coordinate."""
    place = partner.coordinate
    if place is None:
        return None
    text = translator.place(place.latitude, place.longitude)
    return StatedFact(_location(translator), telling(text), _place_sources(place))


def _location(translator: Translator) -> str:
    return translator.gettext("location")


def _place_sources(place: Coordinate | None) -> tuple[str, ...]:
    """The URLs that state a coordinate; one that a gazetteer's name stands for has none."""
    if place is None or not place.source.startswith(("http://", "https://")):
        return ()
    return (place.source,)


def partner_sources(partner: Partner, translator: Translator) -> Mapping[str, list[str]]:
    """The URLs of a partner's sources, each with the facts that it states."""
    stated: dict[str, list[str]] = {}
    for fact in partner_facts(partner, translator):
        for url in fact.sources:
            stated.setdefault(url, []).append(fact.name)
    for url in _place_sources(partner.coordinate):
        stated.setdefault(url, []).append(_location(translator))
    return stated


def signatories_words(agreement: Agreement, translator: Translator) -> list[Telling]:
    """Who signed an agreement, the partner's side first; a side without a name is left out."""
    sides = (agreement.partner_signatory, agreement.town_signatory)
    return [signatory_words(who, translator) for who in sides if who.name]


def signatory_words(who: Signatory, translator: Translator) -> Telling:
    """Who signed, with the office held where it is known."""
    office = told(who.office, translator)
    return telling(who.name, " (", office, ")") if office.text else telling(who.name)


def capitalized(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]
