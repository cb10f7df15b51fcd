"""What only the exchanges page says: counts, and the filters that are on."""

from __future__ import annotations

from partner_map.exchanges.selection import Tally
from partner_map.i18n.letters import collation_key
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import partner_names, type_names, years_words
from partner_map.model import Dataset, Filters

MAX_NAMES = 12
"""So many names are said before the rest is counted."""


def often(tally: Tally) -> str:
    """How many events, and from which year to which."""
    return f"{tally.exchanges} ({years_words(tally.first_year, tally.last_year)})"


def event_count(number: int, translator: Translator) -> str:
    """How many events there are; a call that an air raid cut off is one, and no exchange."""
    return translator.ngettext("{number} event", "{number} events", number)


def count_words(partners: int, events: int, translator: Translator) -> str:
    """How many cities and events there are."""
    return " · ".join(
        (
            translator.ngettext("{number} city", "{number} cities", partners),
            event_count(events, translator),
        )
    )


def chosen_words(dataset: Dataset, filters: Filters, translator: Translator) -> str:
    """What the filters that are on choose, in a line; empty without one."""
    return " · ".join(chosen for _, chosen in filter_words(dataset, filters, translator))


def filter_words(
    dataset: Dataset, filters: Filters, translator: Translator
) -> list[tuple[str, str]]:
    """The filters of the exchanges page that are on: the name of each and what it chooses."""
    words = []
    if filters.words:
        words.append((translator.gettext("Words"), filters.words))
    if filters.types:
        if len(filters.types) == 1:
            name = translator.gettext("Type of exchange")
        elif filters.every_type:
            name = translator.gettext("All of these types of exchange")
        else:
            name = translator.gettext("Any of these types of exchange")
        words.append((name, ", ".join(type_names(filters.types, translator))))
    if filters.countries:
        countries = sorted(
            (translator.country(code) for code in filters.countries), key=collation_key
        )
        words.append((translator.gettext("Country"), ", ".join(countries)))
    if filters.partners:
        names = partner_names((dataset.by_id[partner] for partner in filters.partners), translator)
        shown, more = names[:MAX_NAMES], len(names) - MAX_NAMES
        if more > 0:
            shown.append(translator.ngettext("{number} other", "{number} others", more))
        words.append((translator.gettext("City"), ", ".join(shown)))
    if filters.span is not None:
        words.append((translator.gettext("Years"), years_words(*filters.span)))
    return words
