"""What stands at the foot of every page, be it Streamlit's or of HTML alone."""

from __future__ import annotations

from dataclasses import dataclass

import partner_map
from partner_map.i18n.translator import Translator
from partner_map.model import Town
from partner_map.permalink import DATA_PATH, DECLARATION_PATH, TEXT_PATH, home_query


@dataclass(frozen=True, slots=True)
class FooterItem:
    """A few words, and where they lead."""

    text: str
    href: str = ""
    """A full URL, or one relative to the server's root; empty for words that lead nowhere."""


def footer_items(town: Town, translator: Translator) -> tuple[FooterItem, ...]:
    """Who runs the site, contact, declaration, data and licences, text version, program's version.

    What the town has not filled in is left out.
    """
    operator = town.operator
    query = home_query({"lang": [translator.language]})
    items = []
    if operator.name is not None:
        name = operator.name[translator.language]
        items.append(FooterItem(translator.gettext("Run by: {body}", body=name), operator.website))
    contact = f"mailto:{operator.email}" if operator.email else operator.website
    if contact:
        items.append(FooterItem(translator.gettext("Contact"), contact))
    if town.has_declaration:
        declaration = translator.gettext("Declaration of accessibility")
        items.append(FooterItem(declaration, f"{DECLARATION_PATH}{query}"))
    return (
        *items,
        FooterItem(translator.gettext("Data and licences"), f"{DATA_PATH}{query}"),
        FooterItem(translator.gettext("Text version"), f"{TEXT_PATH}{query}"),
        FooterItem(translator.gettext("version {number}", number=partner_map.__version__)),
    )
