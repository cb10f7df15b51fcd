"""The text version tells of every partner what the pages tell, without a script."""

from __future__ import annotations

import datetime
import re

import pytest

from partner_map.i18n.telling import signed
from partner_map.i18n.translator import translator_for
from partner_map.model import LANGUAGES, Dataset
from partner_map.plain.layout import Layout
from partner_map.plain.text_version import city_told, text_version_page
from tests.support.folders import PARTNER
from tests.support.forms import EVENT, dataset_of, small_tables

TODAY = datetime.date(2026, 11, 26)
POLISH = translator_for("pl")


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return dataset_of({})


def page_of(dataset: Dataset, language: str = "pl") -> str:
    layout = Layout("/", {"lang": [language]}, dataset.town, icon="favicon.svg", font="")
    return text_version_page(layout, dataset, TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_partner_has_its_story_and_every_exchange_its_source(
    dataset: Dataset, language: str
) -> None:
    page = page_of(dataset, language)

    for partner in dataset.partners:
        assert f'<section id="{partner.id}">' in page
        assert f'<a href="#{partner.id}">{partner.name[language]}</a>' in page
    for event in dataset.events:
        assert f'href="{event.source.replace("&", "&amp;")}"' in page
    assert f'<html lang="{language}">' in page


def test_a_partner_is_told_with_its_facts(dataset: Dataset) -> None:
    told = city_told(dataset, dataset.by_id["hranice"], TODAY, POLISH)

    assert signed(told.place) == "Czechy, Hranice na Moravě, powiat Přerov"
    assert told.status == "umowa od 2006"
    assert told.standing == "20 lat partnerstwa · umowa obowiązuje od 2006 r."
    labels = {fact.label: signed(fact.lines[0].text) for fact in told.facts}
    assert labels["Umowę podpisano"] == "7 kwietnia 2006"
    assert "szkoły" in told.together


def test_a_name_in_its_own_language_says_which(dataset: Dataset) -> None:
    layout = Layout("/", {"lang": ["pl"]}, dataset.town, icon="favicon.svg", font="")

    page = text_version_page(layout, dataset, TODAY)

    (lithuanian,) = (one for one in dataset.partners if one.country == "LT")
    assert f'<span lang="lt">{lithuanian.own_name}</span>, Litwa' in page


def test_what_the_readers_language_lacks_says_which_it_is_in() -> None:
    partner = PARTNER | {
        "note_en": "a district",
        "agreement_place_en": "Brussels",
        "partner_signatory": "Anna",
        "partner_office_en": "mayor",
    }

    page = page_of(dataset_of(small_tables([partner])), "nl")

    for text in ("a district", "Brussels", "mayor"):
        assert f'<span lang="en">{text} <span class="quiet">(en)</span></span>' in page


def test_the_newest_exchange_comes_first_and_none_that_lies_ahead() -> None:
    dataset = dataset_of(
        small_tables(
            events=[
                EVENT,
                EVENT | {"start": "2010", "title_pl": "Druga."},
                EVENT | {"start": "2026-12-01", "title_pl": "Przyszła."},
            ]
        )
    )

    told = city_told(dataset, dataset.by_id["hranice"], TODAY, POLISH)

    assert [exchange.text.text for exchange in told.exchanges] == ["Druga.", "Wizyta."]


def test_it_leads_to_the_presentations_file_and_home(dataset: Dataset) -> None:
    hrefs = re.findall('href="(.*?)"', page_of(dataset))

    assert {"/presentation.html", "/", "/deklaracja-dostepnosci", "?lang=en"} <= set(hrefs)


def test_its_parts_are_landmarks_with_names_of_their_own(dataset: Dataset) -> None:
    page = page_of(dataset)

    assert [page.count(f"<{name}") for name in ("header>", "main ", "footer>")] == [1, 1, 1]
    names = re.findall(r'<nav[^>]* aria-label="(.*?)"', page)
    assert names == ["Języki", "Miasta"]
    assert page.index('href="#content"') < page.index("<header>")


def test_what_the_tables_hold_stays_text() -> None:
    text = "<script>alert(1)</script> {{ 7 * 7 }} {x}"
    dataset = dataset_of(
        small_tables(
            [PARTNER | {"summary_pl": text, "name_pl": text}], [EVENT | {"title_pl": text}]
        )
    )

    page = page_of(dataset)

    assert "<script" not in page
    assert page.count("{{ 7 * 7 }} {x}") == 4
