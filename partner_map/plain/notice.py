"""A page that says one thing and leads home."""

from __future__ import annotations

from partner_map.plain.layout import Layout


def notice_page(layout: Layout, words: str) -> str:
    """The page with these words, which are its title too."""
    return layout.page("notice.html", words)
