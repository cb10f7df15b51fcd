"""Whom a coordinator asks about exchanges, and the letter that tells of one that is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from partner_map.contact_uris import mail_uri, telephone_uri
from partner_map.i18n.telling import Told, told
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import capitalized, partner_names, site_title, type_names
from partner_map.model import Contact, ExchangeType, Partner, Town


@dataclass(frozen=True, slots=True)
class ContactTold:
    """A contact in words; what the town has not filled in is empty."""

    about: str
    """What it is asked about; empty for one that is asked about everything."""
    function: Told
    email: str
    telephone: str

    @property
    def email_uri(self) -> str:
        """What opens a new e-mail to it."""
        return mail_uri([self.email]) if self.email else ""

    @property
    def telephone_uri(self) -> str:
        """What dials its number."""
        return telephone_uri(self.telephone) if self.telephone else ""


def contacts_for(town: Town, types: Collection[ExchangeType]) -> tuple[Contact, ...]:
    """Whom to ask about these types of exchange, or about any, the general contact last.

    That one is asked about the types that have no contact of their own.
    """
    if not types:
        return town.contacts
    own = tuple(one for one in town.contacts if one.exchange_type in types)
    return own if len(own) == len(types) else (*own, *_general(town))


def contacts_told(
    town: Town, types: Collection[ExchangeType], translator: Translator
) -> list[ContactTold]:
    """The contacts in words; one that is named for several types stands once."""
    grouped: dict[tuple[Told, str, str], list[Contact]] = {}
    for contact in contacts_for(town, types):
        function = told(contact.function, translator)
        key = (function, contact.email, contact.telephone)
        grouped.setdefault(key, []).append(contact)
    return [
        ContactTold(_about(contacts, town, translator), *key) for key, contacts in grouped.items()
    ]


def missing_exchange_uri(
    town: Town,
    partners: Iterable[Partner],
    types: Collection[ExchangeType],
    translator: Translator,
) -> str:
    """What opens an e-mail that tells of an exchange with these partners; empty without a reader.

    The visitor fills in and sends it; the site takes and keeps nothing.
    """
    readers = _readers(town, types)
    if not readers:
        return ""
    cities = ", ".join(partner_names(partners, translator))
    place = site_title(town, translator)
    subject = translator.gettext("A missing exchange")
    body = translator.gettext(
        "An exchange is missing from the pages about the partner cities of {town}.\n"
        "\n"
        "Partner city: {cities}\n"
        "When it was:\n"
        "Who took part:\n"
        "What was done together:\n"
        "Where it can be read about (a page, a newspaper, a chronicle):\n",
        town=town.genitive[translator.language],
        cities=cities,
    )
    return mail_uri(readers, f"{subject}{translator.colon}{cities or place}", body)


def missing_exchange_words(translator: Translator) -> str:
    """What the link to that e-mail is called."""
    return translator.gettext("Is an exchange missing? Write to us")


def _readers(town: Town, types: Collection[ExchangeType]) -> tuple[str, ...]:
    """Who is told of an exchange: the types' contacts, else the general one, else the operator.

    A town that has none of these but contacts of other types has it told to them.
    """
    asked = contacts_for(town, types) if types else _general(town)
    operator = (town.operator.email,) if town.operator.email else ()
    return _emails(asked) or operator or _emails(town.contacts)


def _general(town: Town) -> tuple[Contact, ...]:
    return tuple(one for one in town.contacts if one.exchange_type is None)


def _emails(contacts: Iterable[Contact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.email for one in contacts if one.email))


def _about(contacts: Iterable[Contact], town: Town, translator: Translator) -> str:
    types = [one.exchange_type for one in contacts if one.exchange_type is not None]
    if types:
        return capitalized(", ".join(type_names(types, translator)))
    if len(town.contacts) == 1:
        return ""
    return translator.gettext("All other types of exchange")
