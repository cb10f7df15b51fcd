"""What a partner's sheet says of each year of the timeline, in the few runs in which it differs.

The page tells today; the browser takes the others from here.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from partner_map.dates import ImpreciseDate
from partner_map.i18n.sheet_words import sheet_facts, standing
from partner_map.i18n.telling import Telling
from partner_map.i18n.translator import Translator
from partner_map.model import Partner, PartnershipStatus, Town
from partner_map.timeline import status_on, told_day

_YEAR = "{year}"


def sheet_years(
    town: Town, partner: Partner, span: range, today: datetime.date, translator: Translator
) -> Mapping[str, Any]:
    """Runs of years with what stands in them, and the lists of facts that they name by number.

    A run is its first year, the number of years together, which grows with each year, the words
    beside it, what is said quietly with ``{year}`` in it, whether the partnership is over, and
    the number of its facts.
    """
    runs: list[list[Any]] = []
    facts: list[list[list[Any]]] = []
    changing = _years_of_change(partner, span)
    number = 0
    for year in span:
        told = standing(partner, year, today, translator)
        if year in changing:
            listed = [
                [fact.label, [[spoken(line.text), spoken(line.more)] for line in fact.lines]]
                for fact in sheet_facts(town, partner, year, today, translator)
            ]
            if listed not in facts:
                facts.append(listed)
            number = facts.index(listed)
        is_over = status_on(partner, told_day(year, today)) is PartnershipStatus.ENDED
        words = (told.words.replace(str(year), _YEAR), told.more.replace(str(year), _YEAR))
        row = [told.number, *words, int(is_over), number]
        if not runs or row != _grown(runs[-1], year):
            runs.append([year, *row])
    return {"runs": runs, "facts": facts}


def spoken(words: Telling) -> str | list[str | list[str]]:
    """Words as the browser takes them: a part in another language has its sign and that beside it.

    Words that are all in the reader's own language, as most are, are one text.
    """
    if all(not part.language for part in words):
        return "".join(part.text for part in words)
    return [[part.text, part.sign, part.language] if part.language else part.text for part in words]


def _grown(run: Sequence[Any], year: int) -> list[Any]:
    """What a run says of a year."""
    first, number, *rest = run
    return [None if number is None else number + year - first, *rest]


def _years_of_change(partner: Partner, span: range) -> frozenset[int]:
    """The years in which other facts may be told than in the year before."""
    dates: list[ImpreciseDate] = [document.fact.date for document in partner.documents]
    dates += [document.until for document in partner.documents if document.until is not None]
    facts = (partner.first_contacts, partner.suspended, partner.ended)
    dates += [fact.date for fact in facts if fact is not None]
    years = {span.start, span.stop - 1}
    for date in dates:
        years |= {date.earliest.year, date.latest.year, date.latest.year + 1}
    return frozenset(years)
