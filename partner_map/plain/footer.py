"""What stands at the foot of every page, be it Streamlit's or of HTML alone."""

from __future__ import annotations

from dataclasses import dataclass

import partner_map
from partner_map.contact_uris import mail_uri
from partner_map.i18n.translator import Translator
from partner_map.model import Town
from partner_map.permalink import (
    DATA_PATH,
    DECLARATION_PATH,
    LIGHT_PATH,
    TEXT_PATH,
    home_query,
)


@dataclass(frozen=True, slots=True)
class FooterItem:
    """A few words, and where they lead."""

    text: str
    href: str = ""
    """A full URL, or one relative to the server's root; empty for words that lead nowhere."""


def footer_items(
    town: Town, translator: Translator, light_of: str | None = None
) -> tuple[FooterItem, ...]:
    """Who runs the site, contact, declaration, data and licences, versions, program's version.

    What the town has not filled in is left out. ``light_of`` is the path of the page whose
    published counterpart the light version is; None where none is published.
    """
    operator = town.operator
    query = home_query({"lang": [translator.language]})
    items = []
    if operator.name is not None:
        name = operator.name[translator.language]
        items.append(FooterItem(translator.gettext("Run by: {body}", body=name), operator.website))
    contact = mail_uri([operator.email]) if operator.email else operator.website
    if contact:
        items.append(FooterItem(translator.gettext("Contact"), contact))
    if town.has_declaration:
        declaration = translator.gettext("Declaration of accessibility")
        items.append(FooterItem(declaration, f"{DECLARATION_PATH}{query}"))
    items.append(FooterItem(translator.gettext("Data and licences"), f"{DATA_PATH}{query}"))
    if light_of is not None:
        path = f"{LIGHT_PATH}/{light_of}" if light_of else LIGHT_PATH
        items.append(FooterItem(translator.gettext("Light version"), f"{path}{query}"))
    return (
        *items,
        FooterItem(translator.gettext("Text version"), f"{TEXT_PATH}{query}"),
        FooterItem(translator.gettext("version {number}", number=partner_map.__version__)),
    )
