"""The tables as files to take along: filled, or blank to be filled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from partner_map.i18n.translator import Translator
from partner_map.model import Dataset, kept_with_dataset
from partner_map.tables import AGREEMENTS, EVENTS, PARTNERS, Table
from partner_map.tables.column_words import column_words
from partner_map.tables.rows import agreement_rows, event_rows, partner_rows
from partner_map.tables.spreadsheet import (
    Cell,
    Sheet,
    csv_file,
    guarded,
    unforced,
    unguarded,
    workbook_file,
)

TO_TAKE_ALONG: Final = (PARTNERS, EVENTS, AGREEMENTS)
"""The tables that people keep."""
_ROWS: Final = {
    PARTNERS.name: partner_rows,
    EVENTS.name: event_rows,
    AGREEMENTS.name: agreement_rows,
}


@kept_with_dataset(max_results=2, costly=True)
def table_csv(dataset: Dataset, table: Table) -> bytes:
    """One of these tables as CSV."""
    return csv_file(_names(table), _ROWS[table.name](dataset))


@kept_with_dataset(max_results=6, costly=True)  # three tables, two languages
def table_workbook(dataset: Dataset, table: Table, translator: Translator) -> bytes:
    """One of these tables as a workbook that explains its columns."""
    # The reader takes one apostrophe away before what looks like a formula, and ="..." apart.
    rows = [
        [cell if cell == unguarded(cell) == unforced(cell) else guarded(cell) for cell in row]
        for row in _ROWS[table.name](dataset)
    ]
    return _workbook(table, rows, translator)


def blank_workbook(table: Table, translator: Translator) -> bytes:
    """One of these tables without rows, as a workbook that explains its columns."""
    return _workbook(table, [], translator)


def _workbook(table: Table, rows: Sequence[Sequence[str]], translator: Translator) -> bytes:
    """The table comes first: that sheet is the one that is read."""
    choices = {column.name: column.words for column in table.columns if column.words}
    return workbook_file(
        [Sheet(table.name, _names(table), rows, choices), _explanations(table, translator)]
    )


def _explanations(table: Table, translator: Translator) -> Sheet:
    columns = [
        translator.gettext("Column"),
        translator.gettext("What it holds"),
        translator.gettext("What may stand there"),
        translator.gettext("Example"),
        translator.gettext("Required"),
        translator.gettext("Most characters"),
    ]
    rows: list[list[Cell]] = [
        [
            words.name,
            words.meaning,
            words.allowed,
            words.example,
            translator.gettext("yes") if words.required else translator.gettext("no"),
            words.max_characters,
        ]
        for words in column_words(table, translator)
    ]
    return Sheet(translator.gettext("Explanations"), columns, rows)


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns]
