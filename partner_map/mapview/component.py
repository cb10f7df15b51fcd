"""The map as an element of a page."""

from __future__ import annotations

from collections.abc import Callable

from partner_map.i18n.translator import Translator
from partner_map.mapview.map import build_map
from partner_map.mapview.message import Shown, ViewMessage
from partner_map.mapview.streamlit_folium_host import show_frame
from partner_map.model import Dataset


def show_map(
    dataset: Dataset,
    shown: Shown,
    translator: Translator,
    key: str,
    on_choice: Callable[[], None],
) -> None:
    """Show the map; ``on_choice`` runs when a visitor chooses on it.

    The choice then stands in ``st.session_state[key]``: ``{"city": id or None, "count": n}``.
    Nothing else on the map (panning, zooming) comes back to the server.
    """
    show_frame(build_map(dataset.town, translator), key, ViewMessage(dataset, shown), on_choice)
