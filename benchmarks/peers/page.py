"""The page around a peer's map: slider, filter, one line of text and the panel."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from partner_map.model import Dataset, Filters, Partner, PartnershipStatus
from partner_map.overview import chosen_partners
from partner_map.settings import tables_folder
from partner_map.tables import read_dataset
from partner_map.timeline import status_at


@st.cache_resource
def dataset() -> Dataset:
    """The tables, read once a process."""
    return read_dataset(tables_folder())


def controls(tables: Dataset) -> tuple[int, Sequence[Partner]]:
    """The year, and the partners that it and the filter leave."""
    st.set_page_config(layout="wide")
    countries = st.pills("Country", sorted(tables.countries), selection_mode="multi")
    year = st.slider("Year", 1990, 2026, 2003)
    chosen = chosen_partners(tables, Filters(countries=frozenset(countries)))
    return year, [item for item in chosen if status_at(item, year) is not PartnershipStatus.NONE]


def answer(year: int, shown: Sequence[Partner], clicked: str | None) -> None:
    """The line of text, and the panel of the partner whose dot was clicked."""
    with st.container(key="answer"):
        st.text(f"year {year}: {len(shown)} partners")
        for partner in shown:
            if partner.name["pl"] == clicked:
                st.subheader(clicked)
                st.text(partner.summary["pl"])
