"""The sheet of paper: the selection as it is printed on A4; on the screen it is not shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from partner_map.assets import palette
from partner_map.exchanges.files import Export
from partner_map.exchanges.ordering import SortKey, ordered_events, partners_by_latest
from partner_map.exchanges.qr_code import qr_code
from partner_map.exchanges.selection import Answer
from partner_map.exchanges.wording import count_words, filter_words, often
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import (
    event_partners,
    event_types,
    partner_sources,
    status_words,
    type_names,
)
from partner_map.model import Event, Partner
from partner_map.ui import session
from partner_map.ui.exchanges import anniversaries, exchange_table
from partner_map.ui.markdown import escape, shown_link, table, told

# So that the sheet, which is drawn with every change, stays small.
MAX_PARTNERS = 40
MAX_EVENTS = 80
_CODE = 130  # pixels


def show(export: Export, translator: Translator) -> None:
    """Heading with the code, the filters, partners, exchanges, anniversaries and sources."""
    answer = export.answer
    going_on, over = partners_by_latest(answer, export.today, translator.language)
    partners = [*going_on, *over][:MAX_PARTNERS]
    events = ordered_events(answer, SortKey.DATE, True, translator.language, 0, MAX_EVENTS)
    sources = _numbered_sources(partners, events, translator)
    with st.container(key="print-sheet-head"):
        with st.container(key="print-sheet-title"):
            _head(export, translator)
        if (code := qr_code(export.url, palette()["white"])) is not None:
            st.image(
                code,
                width=_CODE,
                alt=translator.gettext("QR code with the address of this selection"),
            )
    for title, listed in (
        (translator.gettext("Partner cities"), going_on),
        (translator.gettext("Cooperation ended"), over),
    ):
        if shown := [partner for partner in listed if partner in partners]:
            _section(title, _partners(answer, shown, sources, translator))
    for line in _more(len(answer.partners) - len(partners), translator):
        st.markdown(line)
    _section(translator.gettext("What has happened"), _events(answer, events, sources, translator))
    if coming := anniversaries.coming_anniversaries(answer, export.today)[:MAX_PARTNERS]:
        lines = "\n".join(f"- {anniversaries.line(item, translator)}" for item in coming)
        _section(translator.gettext("Round anniversaries in two years"), lines)
    numbered = "\n".join(f"{number}. {shown_link(text)}" for text, number in sources.items())
    _section(translator.gettext("Sources"), numbered)


def _section(title: str, content: str) -> None:
    st.subheader(escape(title), anchor=False)
    st.markdown(content)


def _head(export: Export, translator: Translator) -> None:
    """What the sheet is, of which day, and what was chosen."""
    answer = export.answer
    town = answer.dataset.town
    title = translator.gettext(
        "Exchanges with the partner cities of {town}", town=town.genitive[translator.language]
    )
    as_of, filters = translator.gettext("As of"), translator.gettext("Filters")
    chosen = filter_words(answer.dataset, answer.filters, translator)
    named = "; ".join(f"{name}{translator.colon}{value}" for name, value in chosen)
    named = named or translator.gettext("none, all cities and events")
    lines = [
        f"**{escape(count_words(*answer.count, translator))}**",
        f"**{as_of}**{translator.colon}{escape(translator.day(export.today))}",
        f"**{filters}**{translator.colon}{escape(named)}",
        shown_link(export.url),
    ]
    st.header(escape(title), anchor=False)
    st.markdown("\n\n".join(line for line in lines if line))


def _partners(
    answer: Answer, partners: Sequence[Partner], sources: Mapping[str, int], translator: Translator
) -> str:
    tallies, totals = answer.tallies(partners), answer.totals(partners)
    columns = [
        translator.gettext("City"),
        translator.gettext("Cooperation"),
        translator.gettext("Types of exchange"),
        translator.gettext("Events"),
        translator.gettext("Sources"),
    ]
    rows = []
    for partner in partners:
        types = tallies[partner.id].keys() | answer.named_types(partner)
        total = totals.get(partner.id)
        numbers = sorted(sources[url] for url in partner_sources(partner, translator))
        rows.append(
            [
                f"**{escape(partner.name[translator.language])}**, "
                + escape(translator.country(partner.country)),
                escape(status_words(partner, session.today(), translator)),
                escape(", ".join(type_names(types, translator))),
                "–" if total is None else escape(often(total)),
                ", ".join(str(number) for number in numbers),
            ]
        )
    return table(columns, rows)


def _events(
    answer: Answer, events: Sequence[Event], sources: Mapping[str, int], translator: Translator
) -> str:
    if not events:
        return translator.gettext("No event in this selection has a date.")
    columns = [*exchange_table.column_names(translator).values(), translator.gettext("Source")]
    rows = [
        [
            escape(translator.period(event.start, event.end)),
            escape(event_partners(answer.dataset, event, translator)),
            escape(event_types(event, translator)),
            told(event.title, translator),
            str(sources[event.source]),
        ]
        for event in events
    ]
    more = _more(len(answer.events) - len(events), translator)
    return "\n\n".join([table(columns, rows), *more])


def _numbered_sources(
    partners: Sequence[Partner], events: Sequence[Event], translator: Translator
) -> dict[str, int]:
    """The URLs that the sheet refers to by number, those of the partners first."""
    urls = dict.fromkeys(
        [
            *(url for partner in partners for url in partner_sources(partner, translator)),
            *(event.source for event in events),
        ]
    )
    return {url: number for number, url in enumerate(urls, start=1)}


def _more(number: int, translator: Translator) -> list[str]:
    """A line that tells how many rows the sheet leaves out."""
    if number <= 0:
        return []
    return [
        translator.ngettext(
            "{number} more row stands in the workbook (XLSX).",
            "{number} more rows stand in the workbook (XLSX).",
            number,
        )
    ]
