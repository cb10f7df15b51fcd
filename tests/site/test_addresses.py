"""Each page has an address in words of its language, and no two pages the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partner_map.model import LANGUAGES, Dataset, ExchangeType
from partner_map.site.addresses import Addresses
from partner_map.tables import read_dataset
from tests.support.folders import FROZEN


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return read_dataset(FROZEN)


def test_the_first_language_has_the_root_and_every_other_a_folder(dataset: Dataset) -> None:
    assert Addresses(dataset, "pl").home == ""
    assert Addresses(dataset, "en").home == "en/"
    assert Addresses(dataset, "en").partner("hranice") == "en/hranice/"


def test_an_address_is_in_words_of_its_language(dataset: Dataset) -> None:
    assert Addresses(dataset, "pl").exchanges_of(ExchangeType.SCHOOL) == "wymiany/szkoly/"
    assert Addresses(dataset, "en").exchanges_of(ExchangeType.SCHOOL) == "en/exchanges/schools/"


def test_no_two_pages_have_the_same_address(dataset: Dataset) -> None:
    paths = []
    for language in LANGUAGES:
        own = Addresses(dataset, language)
        paths += [own.home, own.exchanges, own.anniversaries, own.data, own.declaration, own.embed]
        paths += [own.exchanges_of(one) for one in ExchangeType]
        paths += [own.partner(one.id) for one in dataset.partners]

    assert len(set(paths)) == len(paths)
    assert all(path.isascii() for path in paths)


@pytest.mark.parametrize("taken", ["wymiany", "en", "assets", "embed", "deklaracja-dostepnosci"])
def test_a_partner_named_as_a_page_stands_elsewhere(dataset: Dataset, taken: str) -> None:
    other = replace(dataset.partners[0], id=taken)
    named = replace(dataset, partners=(other,))

    assert Addresses(named, "pl").partner(taken) == f"p-{taken}/"
