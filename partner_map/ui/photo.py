"""A photo within a page that Streamlit draws."""

from __future__ import annotations

from typing import Final

import streamlit as st

from partner_map.i18n.translator import Translator
from partner_map.model import Photo
from partner_map.photos.addresses import photo_path
from partner_map.photos.figure import SourceLink, figure
from partner_map.ui import session

LEAST_CHARACTERS: Final = 2100
"""Over ``minCachedMessageSize`` of .streamlit/config.toml, in bytes: what is larger and the same
again is sent once, so that a step of the timeline only names it."""
_END: Final = "</figure>"


def show(photo: Photo | None, sizes: str, translator: Translator) -> None:
    """The photo with its caption; nothing where there is none.

    All texts in it are escaped, and Streamlit lets no script through.
    """
    if photo is not None:
        source = SourceLink.NONE if session.in_kiosk() else SourceLink.NEW_TAB
        drawn = figure(photo, translator, photo_path, sizes, source)
        st.html(f"{drawn.removesuffix(_END).ljust(LEAST_CHARACTERS)}{_END}")
