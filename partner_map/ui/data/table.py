"""A small table with real headers, and the links that stand in its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from partner_map.ui.markdown import host, link


def draw(name: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows of Markdown cells; the first cell of each is the row's header."""
    frame = pd.DataFrame(rows, columns=list(columns), dtype=str).set_index(columns[0])
    st.table(frame, border="horizontal", hide_index=False, alt=name)


def source_links(urls: Sequence[str]) -> str:
    """A link for each URL, by its host; several of one host are numbered."""
    hosts = [host(url) for url in urls]
    several = Counter(hosts)
    seen: Counter[str] = Counter()
    links = []
    for name, url in zip(hosts, urls, strict=True):
        seen[name] += 1
        label = f"{name} ({seen[name]})" if several[name] > 1 else name
        links.append(link(label, url))
    return ", ".join(links)
