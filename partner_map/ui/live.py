"""What keeps an open page at the current data."""

from __future__ import annotations

from typing import Any

import streamlit as st

from partner_map.assets import OWN_ASSETS

_SCRIPT = OWN_ASSETS["page"] / "live.js"


def follow(revision: str) -> None:
    """Run the page again, with the visitor's View, when the server has another revision."""
    with st.container(key="live"):
        _component()(
            key="live-revision", data={"revision": revision}, on_revision_change=lambda: None
        )


@st.cache_resource
def _component() -> Any:
    """The component, registered once a process."""
    return st.components.v2.component("live", js=_SCRIPT.read_text(encoding="utf-8"))
