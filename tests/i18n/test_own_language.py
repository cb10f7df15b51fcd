"""The language of a place's own name, as far as its country tells it."""

from __future__ import annotations

import pytest

from partner_map.i18n.own_language import own_language


@pytest.mark.parametrize(
    ("country", "language"), [("CZ", "cs"), ("LV", "lv"), ("FR", "fr"), ("UA", "uk"), ("GB", "en")]
)
def test_a_country_with_one_official_language_tells_it(country: str, language: str) -> None:
    assert own_language(country) == language


@pytest.mark.parametrize("country", ["BE", "CH", "AQ"])
def test_where_it_may_be_one_of_several_or_none_nothing_is_told(country: str) -> None:
    assert own_language(country) is None
