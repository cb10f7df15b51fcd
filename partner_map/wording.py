"""How the vocabularies and the records are said: pure functions of a record and a Translator."""

from __future__ import annotations

from partner_map.i18n import Translator
from partner_map.model import AgreementKind, ExchangeType, Partner, Signatory, State
from partner_map.timeline import state_at


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


def signatory_words(who: Signatory, say: Translator) -> str:
    """Who signed, with the office held where it is known."""
    office = who.office[say.language]
    return f"{who.name} ({office})" if office else who.name


def capitalized(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]
