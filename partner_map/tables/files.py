"""The tables as files to take along: filled, or blank to be filled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from partner_map.i18n.translator import Translator
from partner_map.model import Dataset, kept_with_dataset
from partner_map.tables import AGREEMENTS, EVENTS, PARTNERS, Table
from partner_map.tables.column_words import column_words
from partner_map.tables.rows import named_rows
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


@kept_with_dataset(max_results=2, costly=True)
def table_csv(dataset: Dataset, table: Table) -> bytes:
    """One of these tables as CSV."""
    return csv_file(*named_rows(dataset, table))


@kept_with_dataset(max_results=6, costly=True)  # of three tables in two languages
def table_workbook(dataset: Dataset, table: Table, translator: Translator) -> bytes:
    """One of these tables as a workbook that explains its columns."""
    # The reader takes one apostrophe away before what looks like a formula, and ="..." apart.
    names, cells = named_rows(dataset, table)
    rows = [
        [cell if cell == unguarded(cell) == unforced(cell) else guarded(cell) for cell in row]
        for row in cells
    ]
    return _workbook(table, names, rows, translator)


def blank_workbook(table: Table, translator: Translator) -> bytes:
    """One of these tables without rows, as a workbook that explains its columns."""
    return _workbook(table, list(table.by_name), [], translator)


def _workbook(
    table: Table, names: Sequence[str], rows: Sequence[Sequence[str]], translator: Translator
) -> bytes:
    """The table comes first: that sheet is the one that is read."""
    choices = {column.name: column.words for column in table.columns if column.words}
    return workbook_file(
        [Sheet(table.name, names, rows, choices), _explanations(table, translator)]
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
