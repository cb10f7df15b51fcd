"""Exchanges over time: a dot for each year and kind, and the same in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from partner_map.assets import palette
from partner_map.exchanges.selection import Answer
from partner_map.i18n.letters import collation_key
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import type_name
from partner_map.model import ExchangeType
from partner_map.ui.markdown import escape

_ROW_HEIGHT = 26  # pixels
_AROUND = 60  # pixels above and below the rows
_SIZES = (70, 480)  # square pixels of the smallest and the largest dot
_MOST_INSIDE = 99
"""The largest number that a dot has room for; above it the dots stand without numbers."""
_FONT = "Source Sans, sans-serif"


def show(answer: Answer, last_year: int, say: Translator) -> None:
    """The chart with its heading and, folded away, its numbers in words."""
    st.header(say.gettext("Over time"), anchor=False)
    years = answer.by_year()
    if not years:
        st.markdown(say.gettext("No exchange in this selection has a date."))
        return
    with st.container(key="chart"):
        st.altair_chart(
            _chart(years, answer.dataset.town.first_year, last_year, say),
            theme=None,
            alt=_summary(years, say),
        )
    with st.expander(say.gettext("The same in words"), key="chart-words"):
        st.markdown(in_words(years, say))


def in_words(years: Mapping[int, Mapping[ExchangeType, int]], say: Translator) -> str:
    """A line a year, the newest first: how many exchanges of each kind began in it."""
    return "\n".join(
        f"- **{year}** ({sum(kinds.values())}): "
        + escape(", ".join(f"{name} {number}" for name, number in _named(kinds, say)))
        for year, kinds in sorted(years.items(), reverse=True)
    )


def _named(kinds: Mapping[ExchangeType, int], say: Translator) -> list[tuple[str, int]]:
    named = [(type_name(kind, say), number) for kind, number in kinds.items()]
    return sorted(named, key=lambda pair: collation_key(pair[0]))


def _summary(years: Mapping[int, Mapping[ExchangeType, int]], say: Translator) -> str:
    """What the chart shows, in a sentence."""
    sums = {year: sum(kinds.values()) for year, kinds in years.items()}
    busiest = max(sums, key=lambda year: (sums[year], year))
    return say.gettext(
        "Exchanges by year and kind, {first} to {last}; the most in {year}: {number}.",
        number=sums[busiest],
        first=min(sums),
        last=max(sums),
        year=busiest,
    )


def _chart(
    years: Mapping[int, Mapping[ExchangeType, int]], first: int, last: int, say: Translator
) -> alt.LayerChart:
    """Words of the catalogue and numbers only: none of the tables' texts is in it."""
    together = say.gettext("all kinds")
    rows: list[dict[str, Any]] = [
        {"year": year, "kind": name, "number": number, "sum": False}
        for year, kinds in years.items()
        for name, number in _named(kinds, say)
    ]
    rows += [
        {"year": year, "kind": together, "number": sum(kinds.values()), "sum": True}
        for year, kinds in years.items()
    ]
    names = sorted({str(row["kind"]) for row in rows if not row["sum"]}, key=collation_key)
    colours = palette()
    ink, line = colours["ink"], colours["line"]
    base = alt.Chart(pd.DataFrame(rows)).encode(
        x=alt.X(
            "year:Q",
            title=None,
            scale=alt.Scale(domain=(min(first, *years) - 1, max(last, *years) + 1), nice=False),
            axis=alt.Axis(format="d", tickMinStep=5, grid=False),
        ),
        y=alt.Y(
            "kind:N", title=None, sort=[together, *names], axis=alt.Axis(grid=True, labelLimit=170)
        ),
        tooltip=[
            alt.Tooltip("year:Q", title=say.gettext("Year"), format="d"),
            alt.Tooltip("kind:N", title=say.gettext("Kind")),
            alt.Tooltip("number:Q", title=say.gettext("Exchanges"), format="d"),
        ],
    )
    dots = base.mark_circle(opacity=1).encode(
        size=alt.Size("number:Q", scale=alt.Scale(range=_SIZES, zero=False), legend=None),
        color=alt.condition("datum.sum", alt.value(ink), alt.value(colours["agreement"])),
    )
    numbers = (
        base.transform_filter("datum.number > 1")
        .mark_text(
            color=colours["white"],
            font=_FONT,
            fontSize=11,
            fontWeight="bold",
            baseline="middle",
        )
        .encode(text=alt.Text("number:Q", format="d"))
    )
    most = max(row["number"] for row in rows)
    layers = (dots, numbers) if most <= _MOST_INSIDE else (dots,)
    chart: alt.LayerChart = (
        alt.layer(*layers)
        .properties(height=_AROUND + _ROW_HEIGHT * (len(names) + 1))
        .configure(background="transparent", font=_FONT)
        .configure_axis(
            labelColor=ink, labelFontSize=14, gridColor=line, domainColor=line, tickColor=line
        )
        .configure_view(stroke=None)
    )
    return chart
