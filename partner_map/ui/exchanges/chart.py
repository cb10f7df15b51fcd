"""Events over time: a dot for each year and kind, and the same in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from partner_map.assets import palette
from partner_map.exchanges.selection import Answer, YearCount
from partner_map.i18n.letters import collation_key
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import type_name
from partner_map.model import ExchangeType
from partner_map.ui import session
from partner_map.ui.markdown import escape

_ROW_HEIGHT = 26  # pixels, as are all below
_AROUND = 60  # above and below the rows
_LABELS = 14
_LABEL_WIDTH = 170
_NUMBERS = 11
_SIZES = (110, 520)  # square pixels of the smallest and the largest dot
_KIOSK_SCALE = 24 / _LABELS
"""So many times as large is all of it on a hall's screen."""
_MOST = 10
"""So many events have the largest dot, if none has more."""
_MAX_NUMBER_INSIDE = 99
"""The largest number that a dot has room for; above it the dots stand without numbers."""
_FONT = "Source Sans, sans-serif"


def show(answer: Answer, last_year: int, translator: Translator) -> None:
    """The chart and, folded away, its numbers in words; nothing where nothing has a date."""
    years = answer.by_year()
    if not years:
        return
    with st.container(key="chart"):
        st.altair_chart(
            _chart(
                years,
                answer.dataset.town.first_year,
                last_year,
                translator,
                scale=_KIOSK_SCALE if session.in_kiosk() else 1,
            ),
            theme=None,
            alt=_summary(years, translator),
        )
    with st.expander(translator.gettext("The same in words"), key="chart-words"):
        st.markdown(in_words(years, translator))


def in_words(years: Mapping[int, YearCount], translator: Translator) -> str:
    """A line a year, the newest first: how many events of each type began in it."""
    return "\n".join(
        f"- **{year}** ({count.exchanges}): "
        + escape(", ".join(f"{name} {number}" for name, number in _named(count.types, translator)))
        for year, count in sorted(years.items(), reverse=True)
    )


def _named(types: Mapping[ExchangeType, int], translator: Translator) -> list[tuple[str, int]]:
    named = [
        (type_name(exchange_type, translator), number) for exchange_type, number in types.items()
    ]
    return sorted(named, key=lambda pair: collation_key(pair[0]))


def _summary(years: Mapping[int, YearCount], translator: Translator) -> str:
    """What the chart shows, in a sentence."""
    sums = {year: count.exchanges for year, count in years.items()}
    busiest = max(sums, key=lambda year: (sums[year], year))
    return translator.gettext(
        "Events by year and type, {first} to {last}; the most in {year}: {number}.",
        number=sums[busiest],
        first=min(sums),
        last=max(sums),
        year=busiest,
    )


def _chart(
    years: Mapping[int, YearCount],
    first: int,
    last: int,
    translator: Translator,
    scale: float,
) -> alt.LayerChart:
    """Words of the catalogue and numbers only: none of the tables' texts is in it."""
    together = translator.gettext("all types")
    rows: list[dict[str, Any]] = [
        {"year": year, "kind": name, "number": number, "sum": False}
        for year, count in years.items()
        for name, number in _named(count.types, translator)
    ]
    names = sorted({str(row["kind"]) for row in rows}, key=collation_key)
    if len(names) > 1:
        rows += [
            {"year": year, "kind": together, "number": count.exchanges, "sum": True}
            for year, count in years.items()
        ]
    most = max(row["number"] for row in rows)
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
            "kind:N",
            title=None,
            sort=[together, *names],
            axis=alt.Axis(grid=True, labelLimit=_LABEL_WIDTH * scale),
        ),
        tooltip=[
            alt.Tooltip("year:Q", title=translator.gettext("Year"), format="d"),
            alt.Tooltip("kind:N", title=translator.gettext("Type")),
            alt.Tooltip("number:Q", title=translator.gettext("Events"), format="d"),
        ],
    )
    dots = base.mark_circle(opacity=1, aria=False).encode(
        size=alt.Size(
            "number:Q",
            scale=alt.Scale(
                domain=[1, max(_MOST, most)],
                range=[size * scale**2 for size in _SIZES],
            ),
            legend=None,
        ),
        color=alt.condition("datum.sum", alt.value(ink), alt.value(colours["agreement"])),
    )
    numbers = (
        base.transform_filter("datum.number > 1")
        .mark_text(
            aria=False,
            color=colours["white"],
            font=_FONT,
            fontSize=_NUMBERS * scale,
            fontWeight="bold",
            baseline="middle",
        )
        .encode(text=alt.Text("number:Q", format="d"))
    )
    layers = (dots, numbers) if most <= _MAX_NUMBER_INSIDE else (dots,)
    chart: alt.LayerChart = (
        alt.layer(*layers)
        .properties(height=scale * (_AROUND + _ROW_HEIGHT * len({row["kind"] for row in rows})))
        .configure(background="transparent", font=_FONT)
        .configure_axis(
            aria=False,
            labelColor=ink,
            labelFontSize=_LABELS * scale,
            gridColor=line,
            domainColor=line,
            tickColor=line,
        )
        .configure_view(stroke=None)
    )
    return chart
