"""What a city's sheet says: pure functions of a partner, a day and a Translator."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from partner_map.dates import Precision
from partner_map.i18n.telling import Telling, joined, telling, told
from partner_map.i18n.translator import N_, Translator
from partner_map.i18n.wording import agreement_since, further_agreement_words
from partner_map.model import (
    Agreement,
    AgreementKind,
    FurtherAgreement,
    Partner,
    PartnershipStatus,
    Town,
)
from partner_map.timeline import has_begun, status_on, told_day, years_together_on


@dataclass(frozen=True, slots=True)
class SheetStanding:
    """Where a partnership stands, in a number and words beside it."""

    number: int | None
    """Years together; None where there are none to tell."""
    words: str
    more: str
    """What is said quietly; may be empty."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """What is told of a fact, and what is said quietly beside it."""

    text: Telling
    more: Telling = ()


@dataclass(frozen=True, slots=True)
class SheetFact:
    """One fact under its label."""

    label: str
    lines: tuple[SheetLine, ...]


def standing(
    partner: Partner, year: int, today: datetime.date, translator: Translator
) -> SheetStanding:
    """Where the partnership stands at the end of a year, or today in a year that is not over."""
    day = told_day(year, today)
    match status_on(partner, day):
        case PartnershipStatus.ENDED:
            return _ended(partner, day, translator)
        case PartnershipStatus.SUSPENDED if partner.suspended is not None:
            since = translator.date(partner.suspended.date)
            words = translator.gettext("Cooperation suspended since {date}", date=since)
            agreement = partner.agreement
            return SheetStanding(
                None, words, agreement_since(agreement, translator) if agreement else ""
            )
        case PartnershipStatus.AGREEMENT if partner.lasting_agreement:
            more = _in_force(partner.lasting_agreement, translator)
            if day != today:
                more += " · " + translator.gettext("as of the end of {year}", year=year)
            return _counted(years_together_on(partner, day), more, translator)
        case PartnershipStatus.PROJECT if partner.agreement:
            more = _in_force(partner.agreement, translator)
            if day != today:
                more += " · " + translator.gettext("as of the end of {year}", year=year)
            return _counted(years_together_on(partner, day), more, translator)
        case PartnershipStatus.CONTACTS:
            words = (
                _contacts(partner, translator)
                if day == today
                else translator.gettext("In {year}: contacts.", year=year)
            )
            return SheetStanding(None, words, _agreement_ahead(partner, translator))
        case PartnershipStatus.UNDATED:
            return SheetStanding(None, translator.gettext("Since when is not known"), "")
    words = translator.gettext("In {year}: no contacts yet.", year=year)
    ahead = _agreement_ahead(partner, translator)
    if partner.first_contacts is not None:
        first = translator.date(partner.first_contacts.date)
        ahead = translator.gettext("First contacts: {date}.", date=first)
    return SheetStanding(None, words, ahead)


def sheet_facts(
    town: Town, partner: Partner, year: int, today: datetime.date, translator: Translator
) -> list[SheetFact]:
    """What is known of a partnership by then; what nobody knows or lies ahead is left out.

    An end that lies ahead of today is told today, as until when the agreement is in force.
    """
    day = told_day(year, today)
    facts = []
    agreement, contacts, end = partner.agreement, partner.first_contacts, partner.end
    signed = agreement is not None and has_begun(agreement.fact.date, day)
    if agreement is not None and signed:
        facts.append(_plain(_signed(agreement, translator), translator.date(agreement.fact.date)))
    if further := [one for one in partner.further_agreements if has_begun(one.fact.date, day)]:
        label = translator.ngettext("Further agreement", "Further agreements", len(further))
        lines = tuple(
            SheetLine(
                telling(translator.date(one.fact.date)),
                telling(further_agreement_words(one, translator)),
            )
            for one in further
        )
        facts.append(SheetFact(label, lines))
    if contacts is not None and has_begun(contacts.date, day):
        label = translator.gettext("First contacts")
        facts.append(_plain(label, translator.date(contacts.date)))
    if partner.suspended is not None and has_begun(partner.suspended.date, day):
        label = translator.gettext("Cooperation suspended")
        facts.append(_plain(label, translator.date(partner.suspended.date)))
    if partner.ended is not None and status_on(partner, day) is PartnershipStatus.ENDED:
        label = translator.gettext("Cooperation ended")
        facts.append(_plain(label, translator.date(partner.ended.date)))
    elif end is not None and signed and day == today:
        facts.append(_plain(translator.gettext("In force until"), translator.date(end.date)))
    if agreement is not None and signed:
        if place := telling(told(agreement.place, translator)):
            label = translator.gettext("Place of signing")
            facts.append(SheetFact(label, (SheetLine(place),)))
        if lines := _signatories(town, partner, agreement, translator):
            label = translator.ngettext("Signature", "Signed by", len(lines))
            facts.append(SheetFact(label, lines))
    return facts


def _plain(label: str, text: str) -> SheetFact:
    return SheetFact(label, (SheetLine(telling(text)),))


def _signatories(
    town: Town, partner: Partner, agreement: Agreement, translator: Translator
) -> tuple[SheetLine, ...]:
    """Who signed and for whom, the partner's side first; a side without a name is left out."""
    language = translator.language
    sides = (
        (agreement.partner_signatory, partner.name[language]),
        (agreement.town_signatory, town.name[language]),
    )
    return tuple(
        SheetLine(
            telling(who.name),
            joined((telling(told(who.office, translator)), telling(city)), ", "),
        )
        for who, city in sides
        if who.name
    )


def _counted(number: int | None, more: str, translator: Translator) -> SheetStanding:
    if not number:
        return SheetStanding(None, translator.gettext("The first year of the partnership"), more)
    words = translator.ngettext("year of partnership", "years of partnership", number)
    return SheetStanding(number, words, more)


def _ended(partner: Partner, day: datetime.date, translator: Translator) -> SheetStanding:
    agreement, end = partner.agreement, partner.ended_year
    if agreement is None:
        return SheetStanding(None, translator.gettext("Cooperation ended in {year}", year=end), "")
    message = {
        AgreementKind.AGREEMENT: N_("agreement in force from {start} to {end}"),
        AgreementKind.ACCORD: N_("accord in force from {start} to {end}"),
        AgreementKind.PROTOCOL: N_("protocol in force from {start} to {end}"),
        AgreementKind.PROJECT: N_("project partnership from {start} to {end}"),
    }[agreement.kind]
    more = translator.gettext(message, start=partner.agreement_year, end=end)
    return _counted(years_together_on(partner, day), more, translator)


def _in_force(agreement: Agreement | FurtherAgreement, translator: Translator) -> str:
    message = {
        AgreementKind.AGREEMENT: N_("agreement in force since {year}"),
        AgreementKind.ACCORD: N_("accord in force since {year}"),
        AgreementKind.PROTOCOL: N_("protocol in force since {year}"),
        AgreementKind.PROJECT: N_("project partnership since {year}"),
    }[agreement.kind]
    return translator.gettext(message, year=agreement.fact.date.latest.year)


def _signed(agreement: Agreement, translator: Translator) -> str:
    return {
        AgreementKind.AGREEMENT: translator.gettext("Agreement signed"),
        AgreementKind.ACCORD: translator.gettext("Accord signed"),
        AgreementKind.PROTOCOL: translator.gettext("Protocol signed"),
        AgreementKind.PROJECT: translator.gettext("Project begun"),
    }[agreement.kind]


def _agreement_ahead(partner: Partner, translator: Translator) -> str:
    """That the agreement came, or comes, later; empty without one."""
    if partner.agreement is None:
        return ""
    message = {
        AgreementKind.AGREEMENT: N_("The agreement only in {year}."),
        AgreementKind.ACCORD: N_("The accord only in {year}."),
        AgreementKind.PROTOCOL: N_("The protocol only in {year}."),
        AgreementKind.PROJECT: N_("The project only in {year}."),
    }[partner.agreement.kind]
    return translator.gettext(message, year=partner.agreement_year)


def _contacts(partner: Partner, translator: Translator) -> str:
    if partner.first_contacts is None:
        return ""
    date = partner.first_contacts.date
    if date.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return translator.gettext("Contacts since {year}", year=date.latest.year)
    return translator.gettext("Contacts: {date}", date=translator.date(date))
