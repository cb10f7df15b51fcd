"""The selection as tables, for CSV and for a workbook.

Dates known to the day are typed; others stay as their source has them, in EDTF.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from partner_map.dates import ImpreciseDate, Precision
from partner_map.exchanges.selection import Answer, Cell
from partner_map.exchanges.wording import filter_words
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import (
    agreement_name,
    event_partners,
    partner_sources,
    type_name,
    type_names,
)
from partner_map.model import Event, Fact, Partner
from partner_map.tables.spreadsheet import Cell as Value
from partner_map.tables.spreadsheet import Sheet, csv_file, workbook_file


@dataclass(frozen=True, slots=True)
class Taken:
    """A selection that is taken along: what, from where, and when."""

    answer: Answer
    address: str
    """The full address that shows the selection."""
    today: datetime.date


def exchanges_csv(answer: Answer, say: Translator) -> bytes:
    """The dated exchanges."""
    sheet = exchanges_sheet(answer, say)
    return csv_file(sheet.columns, sheet.rows)


def partners_csv(answer: Answer, say: Translator) -> bytes:
    """The partners."""
    sheet = partners_sheet(answer, say)
    return csv_file(sheet.columns, sheet.rows)


def workbook(taken: Taken, say: Translator) -> bytes:
    """Exchanges, partners, sources and what was chosen, a sheet each."""
    return workbook_file(
        [
            exchanges_sheet(taken.answer, say),
            partners_sheet(taken.answer, say),
            sources_sheet(taken.answer, say),
            choice_sheet(taken, say),
        ]
    )


def exchanges_sheet(answer: Answer, say: Translator) -> Sheet:
    """A row for each exchange, oldest first."""
    columns = [
        say.gettext("Start"),
        say.gettext("End"),
        say.gettext("Year"),
        say.gettext("Kind of exchange"),
        say.gettext("Cities"),
        say.gettext("Countries"),
        say.gettext("What was done"),
        say.gettext("Source"),
    ]
    rows = [_exchange(event, answer, say) for event in answer.events]
    return Sheet(say.gettext("Exchanges"), columns, rows)


def partners_sheet(answer: Answer, say: Translator) -> Sheet:
    """A row for each partner, in the order of the Dataset."""
    columns = [
        say.gettext("City"),
        say.gettext("Own name"),
        say.gettext("Country"),
        say.gettext("First contacts"),
        say.gettext("Agreement"),
        say.gettext("Signed on"),
        say.gettext("Cooperation ended"),
        say.gettext("Kinds of exchange"),
        say.gettext("Exchanges"),
        say.gettext("First year"),
        say.gettext("Last year"),
    ]
    totals = answer.totals(answer.partners)
    rows = [_partner(partner, totals.get(partner.id), say) for partner in answer.partners]
    return Sheet(say.gettext("Partner cities"), columns, rows)


def sources_sheet(answer: Answer, say: Translator) -> Sheet:
    """A row for each fact of a partner and each exchange, with the address that states it."""
    columns = [say.gettext("Source"), say.gettext("City"), say.gettext("What it states")]
    rows: list[list[Value]] = [
        [address, partner.name[say.language], ", ".join(facts)]
        for partner in answer.partners
        for address, facts in partner_sources(partner, say).items()
    ]
    rows += [
        [
            event.source,
            event_partners(answer.dataset, event, say),
            say.gettext("exchange, {date}", date=say.period(event.start, event.end)),
        ]
        for event in answer.events
    ]
    return Sheet(say.gettext("Sources"), columns, rows)


def choice_sheet(taken: Taken, say: Translator) -> Sheet:
    """What was chosen, how much it left, when and where."""
    count = taken.answer.count
    rows: list[list[Value]] = [
        [name, chosen]
        for name, chosen in filter_words(taken.answer.dataset, taken.answer.view, say)
    ]
    rows += [
        [say.gettext("Cities"), count.partners],
        [say.gettext("Exchanges"), count.exchanges],
        [say.gettext("As of"), taken.today],
        [say.gettext("Address of this selection"), taken.address],
    ]
    columns = [say.gettext("What was chosen"), say.gettext("Value")]
    return Sheet(say.gettext("Selection"), columns, rows)


def _exchange(event: Event, answer: Answer, say: Translator) -> list[Value]:
    partners = [answer.dataset.by_id[partner] for partner in event.partners]
    countries = dict.fromkeys(say.country(partner.country) for partner in partners)
    return [
        _date(event.start),
        _date(event.end),
        event.year,
        type_name(event.type, say),
        event_partners(answer.dataset, event, say),
        ", ".join(countries),
        event.title[say.language],
        event.source,
    ]


def _partner(partner: Partner, total: Cell | None, say: Translator) -> list[Value]:
    agreement = partner.agreement
    return [
        partner.name[say.language],
        partner.own_name,
        say.country(partner.country),
        _fact(partner.first_contacts),
        "" if agreement is None else agreement_name(agreement.kind, say),
        None if agreement is None else _date(agreement.fact.date),
        _fact(partner.ended),
        ", ".join(type_names(partner.types, say)),
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
