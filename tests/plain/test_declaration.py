"""The declaration of accessibility: what is filled in, under the ids that are asked for."""

from __future__ import annotations

import re

import pytest

from partner_map.model import LANGUAGES, Town
from partner_map.plain.declaration import declaration_page
from partner_map.plain.layout import Layout
from tests.support.forms import FROZEN_FILES, dataset_of

TOWN_FILE = FROZEN_FILES["town.toml"].decode()
BARE = TOWN_FILE.partition("[operator]")[0]
IDS = {
    "a11y-wstep",
    "a11y-podmiot",
    "a11y-zakres",
    "a11y-url",
    "a11y-data-publikacja",
    "a11y-data-aktualizacja",
    "a11y-status",
    "a11y-data-sporzadzenie",
    "a11y-kontakt",
    "a11y-osoba",
    "a11y-email",
    "a11y-telefon",
    "a11y-procedura",
    "a11y-architektura",
    "a11y-komunikacja",
    "a11y-aplikacje",
}
"""Those of the technical conditions 2.0, and those that 1.0 asked for besides."""


def town_of(text: str) -> Town:
    return dataset_of({"town.toml": text.encode()}).town


def page_of(text: str = TOWN_FILE, language: str = "pl", root: str = "/") -> str:
    town = town_of(text)
    layout = Layout(root, {"lang": [language]}, town, icon="favicon.svg", font="")
    return declaration_page(layout, town)


def ids_of(page: str) -> list[str]:
    return re.findall(r'id="(a11y-[\w-]+)"', page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_id_stands_there_once(language: str) -> None:
    found = ids_of(page_of(language=language))

    assert set(found) == IDS
    assert len(found) == len(IDS)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("pl", "zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z ustawą"),
        ("en", "undertakes to make its website accessible in accordance with the act"),
    ],
)
def test_it_is_in_the_visitors_language_with_a_title_of_its_own(language: str, words: str) -> None:
    page = page_of(language=language)

    assert f'<html lang="{language}">' in page
    assert words in page
    assert ("Deklaracja dostępności – Miasta partnerskie" in page) == (language == "pl")
    (title,) = re.findall("<title>(.*?)</title>", page)
    (heading,) = re.findall("<h1>(.*?)</h1>", page)
    assert title.startswith(f"{heading} – ")


def test_days_are_told_in_words_and_to_machines() -> None:
    page = page_of()

    day = '<time id="a11y-data-sporzadzenie" datetime="2026-12-16">16 grudnia 2026</time>'
    assert day in page


def test_a_review_is_told_from_the_first_on() -> None:
    reviewed = TOWN_FILE.replace("compliance = ", "reviewed = 2027-03-01\ncompliance = ")

    assert 'id="a11y-data-przeglad" datetime="2027-03-01"' in page_of(reviewed)


def test_it_says_how_it_was_prepared() -> None:
    assert "na podstawie samooceny" in page_of()
    assert "on the basis of a self-assessment" in page_of(language="en")


def test_what_is_not_filled_in_is_left_out_and_nothing_is_made_up() -> None:
    page = page_of(BARE)

    assert set(ids_of(page)) == {"a11y-wstep", "a11y-zakres", "a11y-procedura"}
    assert "mailto:" not in page
    assert "zobowiązuje" not in page
    assert "None" not in page
    assert not re.search(r"<(ul|p|section)[^>]*>\s*</\1>", page)


@pytest.mark.parametrize(
    ("word", "words"),
    [("full", "jest w pełni zgodna"), ("partial", "częściowo zgodna"), ("none", "jest niezgodna")],
)
def test_the_status_is_one_of_three_sentences(word: str, words: str) -> None:
    assert words in page_of(TOWN_FILE.replace('"partial"', f'"{word}"'))


def test_what_is_not_accessible_stands_under_its_reason() -> None:
    page = page_of()

    order = ["Niezgodność z załącznikiem", "Film nie ma", "Treści nieobjęte", "Mapy: to samo"]
    assert order == sorted(order, key=page.index)
    assert "Nadmierne koszty" not in page


def test_links_lead_to_mail_telephone_film_and_the_text_version() -> None:
    page = page_of(TOWN_FILE.replace("+48 22 000 00 01", "(22) 000-00-01 wew. 5"), root="/town/")

    hrefs = re.findall('href="(.*?)"', page)
    assert "mailto:accessibility@example.org" in hrefs
    assert "tel:220000001" in hrefs
    assert "https://office.example.org/film" in hrefs
    assert "/town/wersja-tekstowa" in hrefs
    assert "/town/" in hrefs


def test_what_the_town_writes_stays_text() -> None:
    hostile = TOWN_FILE.replace("Zespół do spraw dostępności", "<script>{x} {{ 7 * 7 }}</script>")
    hostile = hostile.replace('pl = "Konstancin-Jeziorna"', 'pl = "{town} <b>"')
    hostile = hostile.replace("ul. Wzorcowa 1", "{address} <i>")

    page = page_of(hostile)

    assert "&lt;script&gt;{x} {{ 7 * 7 }}&lt;/script&gt;" in page
    assert "{town} &lt;b&gt;" in page
    assert "{address} &lt;i&gt;" in page
    assert "<script" not in page


def test_a_text_of_several_lines_has_a_paragraph_for_each() -> None:
    text = TOWN_FILE.replace('"Do budynku prowadzi podjazd."', '"""\nPodjazd.\n\nWinda.\n"""')

    page = page_of(text)

    assert re.search(r"<p>Podjazd\.</p>\s*<p>Winda\.</p>", page)
