"""A small table with real headers, and the links that stand in its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from partner_map.ui.markdown import link


def draw(name: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows of Markdown cells; the first cell of each is the row's header."""
    frame = pd.DataFrame(rows, columns=list(columns), dtype=str).set_index(columns[0])
    st.table(frame, border="horizontal", hide_index=False, alt=name)


def source_links(addresses: Sequence[str]) -> str:
    """A link for each address, by its host; several of one host are numbered."""
    hosts = [(urlsplit(address).hostname or address).removeprefix("www.") for address in addresses]
    several = Counter(hosts)
    seen: Counter[str] = Counter()
    links = []
    for host, address in zip(hosts, addresses, strict=True):
        seen[host] += 1
        label = f"{host} ({seen[host]})" if several[host] > 1 else host
        links.append(link(label, address))
    return ", ".join(links)
