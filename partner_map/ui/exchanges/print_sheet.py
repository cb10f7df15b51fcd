"""The sheet of paper: the selection as it is printed on A4; on the screen it is not shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from partner_map.assets import palette
from partner_map.exchanges.files import Taken
from partner_map.exchanges.ordering import Column, ordered_events, ordered_partners
from partner_map.exchanges.qr_code import qr_code
from partner_map.exchanges.selection import Answer
from partner_map.exchanges.wording import count_words, filter_words, often
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import (
    event_partners,
    partner_sources,
    state_words,
    type_name,
    type_names,
)
from partner_map.model import Event, Partner
from partner_map.ui import session
from partner_map.ui.exchanges import anniversaries, exchange_table
from partner_map.ui.markdown import escape, shown_link, table

# So that the sheet, which is drawn with every change, stays small.
MOST_PARTNERS = 40
MOST_EXCHANGES = 80
_CODE = 130  # pixels


def show(taken: Taken, say: Translator) -> None:
    """Heading with the code, the filters, partners, exchanges, anniversaries and sources."""
    answer = taken.answer
    partners = ordered_partners(answer, say.language)[:MOST_PARTNERS]
    events = ordered_events(answer, Column.DATE, True, say.language, 0, MOST_EXCHANGES)
    sources = _numbered_sources(partners, events, say)
    with st.container(key="print-sheet-head"):
        with st.container(key="print-sheet-title"):
            _head(taken, say)
        if (code := qr_code(taken.address, palette()["white"])) is not None:
            st.image(
                code, width=_CODE, alt=say.gettext("QR code with the address of this selection")
            )
    _section(say.gettext("Partner cities"), _partners(answer, partners, sources, say))
    _section(say.gettext("Dated exchanges"), _exchanges(answer, events, sources, say))
    if coming := anniversaries.coming_anniversaries(answer, taken.today)[:MOST_PARTNERS]:
        lines = "\n".join(f"- {anniversaries.line(item, say)}" for item in coming)
        _section(say.gettext("Round anniversaries in two years"), lines)
    numbered = "\n".join(f"{number}. {shown_link(text)}" for text, number in sources.items())
    _section(say.gettext("Sources"), numbered)


def _section(title: str, content: str) -> None:
    st.subheader(escape(title), anchor=False)
    st.markdown(content)


def _head(taken: Taken, say: Translator) -> None:
    """What the sheet is, of which day, and what was chosen."""
    answer = taken.answer
    town = answer.dataset.town
    title = say.gettext(
        "Exchanges with the partner cities of {town}", town=town.genitive[say.language]
    )
    as_of, filters = say.gettext("As of"), say.gettext("Filters")
    chosen = filter_words(answer.dataset, answer.view, say)
    named = "; ".join(f"{name}: {value}" for name, value in chosen)
    named = named or say.gettext("none, all cities and exchanges")
    lines = [
        f"**{escape(count_words(*answer.count, say))}**",
        f"**{as_of}:** {escape(say.day(taken.today))}",
        f"**{filters}:** {escape(named)}",
        shown_link(taken.address),
    ]
    st.header(escape(title), anchor=False)
    st.markdown("\n\n".join(line for line in lines if line))


def _partners(
    answer: Answer, partners: Sequence[Partner], sources: Mapping[str, int], say: Translator
) -> str:
    cells, totals = answer.cells(partners), answer.totals(partners)
    columns = [
        say.gettext("City"),
        say.gettext("Country"),
        say.gettext("Cooperation"),
        say.gettext("Kinds of exchange"),
        say.gettext("Exchanges"),
        say.gettext("Sources"),
    ]
    rows = []
    for partner in partners:
        kinds = cells[partner.id].keys() | answer.named_kinds(partner)
        total = totals.get(partner.id)
        numbers = sorted(sources[address] for address in partner_sources(partner, say))
        rows.append(
            [
                f"**{escape(partner.name[say.language])}**",
                escape(say.country(partner.country)),
                escape(state_words(partner, session.last_year(), say)),
                escape(", ".join(type_names(kinds, say))),
                "–" if total is None else escape(often(total)),
                ", ".join(str(number) for number in numbers),
            ]
        )
    more = _more(len(answer.partners) - len(partners), say)
    return "\n\n".join([table(columns, rows), *more])


def _exchanges(
    answer: Answer, events: Sequence[Event], sources: Mapping[str, int], say: Translator
) -> str:
    if not events:
        return say.gettext("No exchange in this selection has a date.")
    columns = [*exchange_table.column_names(say).values(), say.gettext("Source")]
    rows = [
        [
            escape(say.period(event.start, event.end)),
            escape(event_partners(answer.dataset, event, say)),
            escape(type_name(event.type, say)),
            escape(event.title[say.language]),
            str(sources[event.source]),
        ]
        for event in events
    ]
    more = _more(len(answer.events) - len(events), say)
    return "\n\n".join([table(columns, rows), *more])


def _numbered_sources(
    partners: Sequence[Partner], events: Sequence[Event], say: Translator
) -> dict[str, int]:
    """The addresses that the sheet refers to by number, those of the partners first."""
    addresses = dict.fromkeys(
        [
            *(address for partner in partners for address in partner_sources(partner, say)),
            *(event.source for event in events),
        ]
    )
    return {address: number for number, address in enumerate(addresses, start=1)}


def _more(number: int, say: Translator) -> list[str]:
    """A line that tells how many rows the sheet leaves out."""
    if number <= 0:
        return []
    return [
        say.ngettext(
            "{number} more row stands in the workbook (XLSX).",
            "{number} more rows stand in the workbook (XLSX).",
            number,
        )
    ]
