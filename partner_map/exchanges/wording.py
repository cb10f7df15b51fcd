"""What only the exchanges page says: counts, and the filters that are on."""

from __future__ import annotations

from partner_map.exchanges.selection import Cell
from partner_map.i18n.letters import collation_key
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import partner_names, type_names, years_words
from partner_map.model import Dataset, View

MOST_NAMES = 12
"""So many names are said before the rest is counted."""


def often(cell: Cell) -> str:
    """How many exchanges, and from which year to which."""
    return f"{cell.exchanges} ({years_words(cell.first_year, cell.last_year)})"


def count_words(partners: int, exchanges: int, say: Translator) -> str:
    """How many cities and exchanges there are."""
    return " · ".join(
        (
            say.ngettext("{number} city", "{number} cities", partners),
            say.ngettext("{number} exchange", "{number} exchanges", exchanges),
        )
    )


def filter_words(dataset: Dataset, view: View, say: Translator) -> list[tuple[str, str]]:
    """The filters of the exchanges page that are on: the name of each and what it chooses."""
    words = []
    if view.words:
        words.append((say.gettext("Words"), view.words))
    if view.types:
        if len(view.types) == 1:
            name = say.gettext("Kind of exchange")
        elif view.every_type:
            name = say.gettext("All of these kinds of exchange")
        else:
            name = say.gettext("Any of these kinds of exchange")
        words.append((name, ", ".join(type_names(view.types, say))))
    if view.countries:
        countries = sorted((say.country(code) for code in view.countries), key=collation_key)
        words.append((say.gettext("Country"), ", ".join(countries)))
    if view.partners:
        names = partner_names((dataset.by_id[partner] for partner in view.partners), say)
        shown, more = names[:MOST_NAMES], len(names) - MOST_NAMES
        if more > 0:
            shown.append(say.ngettext("{number} other", "{number} others", more))
        words.append((say.gettext("City"), ", ".join(shown)))
    if view.span is not None:
        words.append((say.gettext("Years"), years_words(*view.span)))
    return words
