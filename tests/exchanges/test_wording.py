"""What only the exchanges page says: the filters that are on."""

from __future__ import annotations

from partner_map.exchanges.wording import MAX_NAMES, filter_words
from partner_map.i18n.translator import translator_for
from partner_map.model import ExchangeType, Filters
from tests.support.made import made_dataset

ENGLISH = translator_for("en")


def test_each_filter_that_is_on_is_named_with_what_it_chooses() -> None:
    filters = Filters(
        types=frozenset({ExchangeType.SCHOOL, ExchangeType.ART}),
        countries=frozenset({"CZ", "DE"}),
        words="choir",
        span=(2009, 2012),
    )

    assert filter_words(made_dataset(1, 1), filters, ENGLISH) == [
        ("Words", "choir"),
        ("Any of these types of exchange", "art and performances, schools"),
        ("Country", "Czechia, Germany"),
        ("Years", "2009–2012"),
    ]


def test_of_many_cities_the_first_are_named_and_the_rest_counted() -> None:
    dataset = made_dataset(1, MAX_NAMES + 3)

    def cities(number: int) -> list[str]:
        chosen = frozenset(partner.id for partner in dataset.partners[:number])
        ((_, words),) = filter_words(dataset, Filters(partners=chosen), ENGLISH)
        return words.split(", ")

    assert len(cities(MAX_NAMES)) == MAX_NAMES
    assert "other" not in cities(MAX_NAMES)[-1]
    assert cities(MAX_NAMES + 3)[-1] == "3 others"
    assert len(cities(MAX_NAMES + 3)) == MAX_NAMES + 1
