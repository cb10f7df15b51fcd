"""The map as an element of a page."""

from __future__ import annotations

from collections.abc import Callable, Collection

from partner_map.i18n.translator import Translator
from partner_map.mapview.map import build_map
from partner_map.mapview.message import ViewMessage
from partner_map.mapview.streamlit_folium_host import show_frame
from partner_map.model import Dataset, Partner, View


def show_map(
    dataset: Dataset,
    view: View,
    translator: Translator,
    key: str,
    on_choice: Callable[[], None],
    partners: Collection[Partner] | None = None,
) -> None:
    """Show the map at a View; ``on_choice`` runs when a visitor chooses on it.

    With ``partners`` it shows no other.

    The choice then stands in ``st.session_state[key]``: ``{"city": id or None, "count": n}``.
    Nothing else on the map (panning, zooming) comes back to the server.
    """
    show_frame(
        build_map(dataset.town, translator), key, ViewMessage(view, dataset, partners), on_choice
    )
