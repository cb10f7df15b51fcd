"""The selection as tables, for CSV and for a workbook.

Dates known to the day are typed; others stay as their source has them, in EDTF.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from partner_map.dates import ImpreciseDate, Precision
from partner_map.exchanges.selection import Answer, Tally
from partner_map.exchanges.wording import filter_words
from partner_map.i18n.letters import without_isolates
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import (
    agreement_name,
    event_partners,
    event_types,
    partner_sources,
    type_names,
)
from partner_map.model import Event, Fact, Partner
from partner_map.tables.spreadsheet import Cell as Value
from partner_map.tables.spreadsheet import Sheet, csv_file, workbook_file


@dataclass(frozen=True, slots=True)
class Export:
    """A selection that is taken along: what, from where, and when."""

    answer: Answer
    url: str
    """The full URL that shows the selection."""
    today: datetime.date


def exchanges_csv(answer: Answer, translator: Translator) -> bytes:
    """The dated exchanges."""
    sheet = _with_plain_cells(exchanges_sheet(answer, translator))
    return csv_file(sheet.columns, sheet.rows)


def partners_csv(answer: Answer, translator: Translator) -> bytes:
    """The partners."""
    sheet = _with_plain_cells(partners_sheet(answer, translator))
    return csv_file(sheet.columns, sheet.rows)


def workbook(export: Export, translator: Translator) -> bytes:
    """Exchanges, partners, sources and what was chosen, a sheet each."""
    sheets = (
        exchanges_sheet(export.answer, translator),
        partners_sheet(export.answer, translator),
        sources_sheet(export.answer, translator),
        choice_sheet(export, translator),
    )
    return workbook_file([_with_plain_cells(sheet) for sheet in sheets])


def _with_plain_cells(sheet: Sheet) -> Sheet:
    """The sheet with texts that a program finds: what isolates a name in a sentence is left out."""
    rows = [
        [without_isolates(cell) if isinstance(cell, str) else cell for cell in row]
        for row in sheet.rows
    ]
    return replace(sheet, rows=rows)


def exchanges_sheet(answer: Answer, translator: Translator) -> Sheet:
    """A row for each exchange, oldest first."""
    columns = [
        translator.gettext("Start"),
        translator.gettext("End"),
        translator.gettext("Year"),
        translator.gettext("Type of exchange"),
        translator.gettext("Cities"),
        translator.gettext("Countries"),
        translator.gettext("What was done"),
        translator.gettext("Source"),
    ]
    rows = [_exchange(event, answer, translator) for event in answer.events]
    return Sheet(translator.gettext("Exchanges"), columns, rows)


def partners_sheet(answer: Answer, translator: Translator) -> Sheet:
    """A row for each partner, in the order of the Dataset."""
    columns = [
        translator.gettext("City"),
        translator.gettext("Own name"),
        translator.gettext("Country"),
        translator.gettext("First contacts"),
        translator.gettext("Agreement"),
        translator.gettext("Signed on"),
        translator.gettext("Cooperation ended"),
        translator.gettext("Types of exchange"),
        translator.gettext("Exchanges"),
        translator.gettext("First year"),
        translator.gettext("Last year"),
    ]
    totals = answer.totals(answer.partners)
    rows = [_partner(partner, totals.get(partner.id), translator) for partner in answer.partners]
    return Sheet(translator.gettext("Partner cities"), columns, rows)


def sources_sheet(answer: Answer, translator: Translator) -> Sheet:
    """A row for each fact of a partner and each exchange, with the URL that states it."""
    columns = [
        translator.gettext("Source"),
        translator.gettext("City"),
        translator.gettext("What it states"),
    ]
    rows: list[list[Value]] = [
        [url, partner.name[translator.language], ", ".join(facts)]
        for partner in answer.partners
        for url, facts in partner_sources(partner, translator).items()
    ]
    rows += [
        [
            event.source,
            event_partners(answer.dataset, event, translator),
            translator.gettext("exchange, {date}", date=translator.period(event.start, event.end)),
        ]
        for event in answer.events
    ]
    return Sheet(translator.gettext("Sources"), columns, rows)


def choice_sheet(export: Export, translator: Translator) -> Sheet:
    """What was chosen, how much it left, when and where."""
    count = export.answer.count
    rows: list[list[Value]] = [
        [name, chosen]
        for name, chosen in filter_words(export.answer.dataset, export.answer.filters, translator)
    ]
    rows += [
        [translator.gettext("Cities"), count.partners],
        [translator.gettext("Exchanges"), count.exchanges],
        [translator.gettext("As of"), export.today],
        [translator.gettext("Address of this selection"), export.url],
    ]
    columns = [translator.gettext("What was chosen"), translator.gettext("Value")]
    return Sheet(translator.gettext("Selection"), columns, rows)


def _exchange(event: Event, answer: Answer, translator: Translator) -> list[Value]:
    partners = [answer.dataset.by_id[partner] for partner in event.partners]
    countries = dict.fromkeys(translator.country(partner.country) for partner in partners)
    return [
        _date(event.start),
        _date(event.end),
        event.year,
        event_types(event, translator),
        event_partners(answer.dataset, event, translator),
        ", ".join(countries),
        event.title[translator.language],
        event.source,
    ]


def _partner(partner: Partner, total: Tally | None, translator: Translator) -> list[Value]:
    agreement = partner.agreement
    return [
        partner.name[translator.language],
        partner.own_name,
        translator.country(partner.country),
        _fact(partner.first_contacts),
        "" if agreement is None else agreement_name(agreement.kind, translator),
        None if agreement is None else _date(agreement.fact.date),
        _fact(partner.ended),
        ", ".join(type_names(partner.types, translator)),
        0 if total is None else total.exchanges,
        None if total is None else total.first_year,
        None if total is None else total.last_year,
    ]


def _fact(fact: Fact | None) -> Value:
    return None if fact is None else _date(fact.date)


def _date(date: ImpreciseDate | None) -> Value:
    """A day as a date; less than a day as it is written."""
    if date is None:
        return None
    return date.latest if date.precision is Precision.DAY else date.edtf
