"""The presentation, which draws its steps in the browser without a run."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import streamlit as st

from partner_map.assets import OWN_ASSETS, folder
from partner_map.i18n.translator import language_names, translator_for
from partner_map.model import LANGUAGES, LocalizedText, View
from partner_map.presentation.content import presentation_data
from partner_map.server.data import basemap_url
from partner_map.server.pictures import picture_url
from partner_map.server.streamlit_host import text_font
from partner_map.ui import header, session
from partner_map.ui.navigation import pages

_KEY = "presentation"
_SCRIPT = OWN_ASSETS["page"] / "presentation.js"


def show() -> None:
    """Draw the whole page: the header for the way out, and the presentation over it."""
    translator = translator_for(session.current().language)
    header.show(translator.gettext("Presentation"), translator)
    font_url = text_font().url
    today = session.today()
    asked = _component()(
        key=_KEY,
        data={
            "presentation": presentation_data(
                session.dataset(),
                today,
                font_url,
                LocalizedText({translator.language: _picture(today, translator.language)}),
                [translator.language],
            ),
            "languages": language_names(),
            "font": font_url,
            "urls": _urls(),
        },
        on_language_change=session.with_value(_KEY, lambda asked: _take(asked.language)),
        on_leave_change=lambda: None,
    )
    if asked.leave:
        st.switch_page(pages(translator)[0], query_params=session.link_parameters())


def _urls() -> Mapping[str, Any]:
    """What the presentation loads, relative to the server's root."""
    leaflet, own = folder("leaflet"), folder("map")
    return {
        "leaflet": leaflet.url("leaflet.js"),
        "module": own.url("presentation.js"),
        "styles": [
            leaflet.url("leaflet.css"),
            own.url("map.css"),
            own.url("presentation.css"),
        ],
        "basemap": basemap_url(),
    }


def _picture(today: datetime.date, language: str) -> str:
    """The URL of the handout's map in a language, relative to the page's."""
    return "./" + picture_url("picture.svg", View(today.year, language=language), today.year)


def _take(language: object) -> None:
    """Speak the language that the presenter has chosen."""
    if language in LANGUAGES:
        session.update_view(language=language)


@st.cache_resource
def _component() -> Any:
    """The component, registered once a process."""
    return st.components.v2.component("presentation", js=_SCRIPT.read_text(encoding="utf-8"))
