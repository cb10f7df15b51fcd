"""The explorer page: header and filters, then map, timeline, panel and list in one fragment."""

from __future__ import annotations

import streamlit as st

from partner_map.i18n.translator import Translator, translator_for
from partner_map.i18n.wording import site_title
from partner_map.mapview.component import show_map
from partner_map.mapview.message import Shown
from partner_map.model import Dataset
from partner_map.overview import overview
from partner_map.ui import (
    city_list,
    city_sheet,
    header,
    session,
    share_panel,
    summary_panel,
    timeline_panel,
)

_MAP = "map"


def show() -> None:
    """Draw the whole page."""
    dataset = session.dataset()
    translator = translator_for(session.current().language)
    header.show(
        site_title(dataset.town, translator),
        translator,
        filtered=dataset,
    )
    session.fragment(_explore)(dataset, translator)


def _explore(dataset: Dataset, translator: Translator) -> None:
    """One run of this is one step of the timeline, or one choice of a city."""
    view = session.current()
    seen = overview(dataset, view.filters)
    today = session.today()
    standing = seen.at(view.year, today)
    with st.container(key="explorer"):
        show_map(
            dataset,
            Shown(view.year, view.city, view.filters, today=today),
            translator,
            key=_MAP,
            on_choice=lambda: session.choose_on_map(_MAP),
        )
        timeline_panel.show(dataset, seen.year(view.year), view, translator)
        with st.container(key="aside"):
            if view.city is None:
                summary_panel.show(standing, translator)
                city_list.show(seen, standing, view, translator)
                share_panel.show(dataset, view, translator)
            else:
                city_sheet.show(dataset, dataset.by_id[view.city], view, translator)
