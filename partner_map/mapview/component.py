"""The one importer of streamlit_folium.

It must first be imported by a page's script: elsewhere Streamlit registers no component.
"""

from __future__ import annotations

from collections.abc import Callable

from streamlit_folium import st_folium

from partner_map.i18n.translator import Translator
from partner_map.mapview.map import build_map
from partner_map.mapview.message import Shown, ViewMessage
from partner_map.model import Dataset

_HEIGHT = 600  # pixels, until the page's style sheet gives the frame its share of the window


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
    st_folium(
        build_map(dataset.town, translator),
        key=key,
        height=_HEIGHT,
        use_container_width=True,
        returned_objects=[],
        render=False,  # once more, as a page of its own
        feature_group_to_add=ViewMessage(dataset, shown),
        on_change=on_choice,
    )
