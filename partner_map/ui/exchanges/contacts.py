"""Whom to ask about the chosen types of exchange, and where to write of one that is missing."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from partner_map.exchanges.contacts import (
    ContactTold,
    contacts_told,
    missing_exchange_uri,
    missing_exchange_words,
)
from partner_map.i18n.translator import Translator
from partner_map.model import Dataset, Filters
from partner_map.ui import session
from partner_map.ui.markdown import escape, own_link, signed


def show(dataset: Dataset, filters: Filters, translator: Translator) -> None:
    """The contacts and the link; nothing where the town names neither."""
    partners = [dataset.by_id[partner] for partner in filters.partners]
    contacts = contacts_told(dataset.town, filters.types, translator)
    missing = missing_exchange_uri(dataset.town, partners, filters.types, translator)
    if session.in_kiosk():
        missing = ""
    if not (contacts or missing):
        return
    with st.container(key="contacts"):
        if contacts:
            st.header(translator.gettext("Whom to ask"), anchor=False)
            st.markdown("\n".join(f"- {' · '.join(_parts(one))}" for one in contacts))
        if missing:
            st.markdown(own_link(missing_exchange_words(translator), missing))


def _parts(contact: ContactTold) -> Iterator[str]:
    """What the contact is for, its function, and the ways to reach it."""
    if contact.about:
        yield f"**{escape(contact.about)}**"
    yield signed(contact.function)
    if contact.email:
        yield own_link(contact.email, contact.email_uri)
    if contact.telephone:
        yield own_link(contact.telephone, contact.telephone_uri)
