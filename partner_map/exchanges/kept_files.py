"""The files that a visitor takes along: made once for the same selection, one at a time."""

from __future__ import annotations

import datetime
from enum import StrEnum

from partner_map.exchanges.calendar import anniversaries_calendar
from partner_map.exchanges.files import Export, exchanges_csv, partners_csv, workbook
from partner_map.exchanges.selection import select
from partner_map.i18n.translator import Translator
from partner_map.model import Dataset, Filters, kept_with_dataset

_KEPT = 16
"""Files: each kind in both languages of all, which most take, and as many of others."""


class FileKind(StrEnum):
    """What is taken along."""

    EXCHANGES = "exchanges"
    PARTNERS = "partners"
    WORKBOOK = "workbook"
    ANNIVERSARIES = "anniversaries"


@kept_with_dataset(max_results=_KEPT, costly=True)
def kept_file(
    dataset: Dataset,
    kind: FileKind,
    filters: Filters,
    url: str,
    today: datetime.date,
    translator: Translator,
) -> bytes:
    """The file of a selection on a day; ``url`` is the full URL that shows the selection."""
    answer = select(dataset, filters)
    match kind:
        case FileKind.EXCHANGES:
            return exchanges_csv(answer, translator)
        case FileKind.PARTNERS:
            return partners_csv(answer, translator)
        case FileKind.WORKBOOK:
            return workbook(Export(answer, url, today), translator)
        case FileKind.ANNIVERSARIES:
            return anniversaries_calendar(answer.partners, translator, today)
