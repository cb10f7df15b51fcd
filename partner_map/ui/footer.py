"""What stands below every page but a kiosk's."""

from __future__ import annotations

import streamlit as st

from partner_map import settings
from partner_map.i18n.translator import Translator
from partner_map.model import Town
from partner_map.plain.footer import footer_items
from partner_map.ui.markdown import escape, shown_link


def show(town: Town, page: str, translator: Translator) -> None:
    """A list of a few words and links, which page.css sets in a line.

    The link to the light version of the page follows the address bar, see page.js.
    """
    light_of = page if settings.site_url() else None
    lines = [
        f"- [{escape(item.text)}]({shown_link(item.href)})"
        if item.href
        else f"- {escape(item.text)}"
        for item in footer_items(town, translator, light_of)
    ]
    with st.container(key="footer"):
        st.markdown("\n".join(lines))
