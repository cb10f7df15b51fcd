"""Every word that people see is in every language that reads it, and in no other there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.catalog import Catalog, Message
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from partner_map.model import CLERK_LANGUAGES, LANGUAGES
from tools.catalogues import CLERKS, VISITORS, catalogues, path_of, read, words

TRANSLATED = [code for code in LANGUAGES if code != "en"]
CATALOGUES = list(catalogues(TRANSLATED))
PLAIN = 45
"""So many letters tell in which language they are."""
SAME_AS_ENGLISH = {
    "Contact",
    "licence: {licence}",
    "Date",
    "E-mail: {email}",
    "Filter",
    "Filters",
    "Menu",
    "Open data",
    "Page",
    "Pages",
    "Pagination",
    "Pause",
    "Source",
    "Sources",
    "Sources ({number})",
    "Type",
    "accord",
    "agriculture",
    "contacts",
    "culture",
    "date",
    "description",
    "project",
    "protocol",
    "seniors",
    "source",
    "sources",
    "sport",
    "version {number}",
}
"""Words that some language writes as English does; names of programs and licences are more."""


@cache
def catalogue(language: str, name: str) -> Catalog:
    return read(path_of(language, name), language)


@cache
def identifier() -> LanguageIdentifier:
    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(list(LANGUAGES))
    return found


def key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def entries(language: str, name: str) -> Iterator[Message]:
    return (message for message in catalogue(language, name) if message.id)


def gaps(text: str) -> set[str]:
    return set(re.findall(r"{\w+}", text))


def letters(text: str) -> str:
    """The words of a text without gaps, signs and addresses."""
    bare = re.sub(r"{\w*}|https?://\S+|[^\w\s'’]|\d", " ", text)
    return " ".join(bare.split())


def test_the_clerks_languages_have_both_catalogues_and_the_others_the_visitors() -> None:
    assert {language for language, name in CATALOGUES if name == VISITORS} == set(TRANSLATED)
    assert {language for language, name in CATALOGUES if name == CLERKS} == (
        set(CLERK_LANGUAGES) - {"en"}
    )


@pytest.mark.parametrize(("language", "name"), CATALOGUES)
def test_a_catalogue_has_every_message_and_no_other(language: str, name: str) -> None:
    assert {key(message) for message in entries(language, name)} == {
        key(message) for message in words(name) if message.id
    }


@pytest.mark.parametrize(("language", "name"), CATALOGUES)
def test_every_message_is_translated_in_all_its_forms(language: str, name: str) -> None:
    plurals = catalogue(language, name).num_plurals
    wanting = [
        key(message)
        for message in entries(language, name)
        if message.fuzzy
        or not all(forms(message))
        or len(forms(message)) != (1 if isinstance(message.id, str) else plurals)
    ]

    assert wanting == []


@pytest.mark.parametrize(("language", "name"), CATALOGUES)
def test_a_translation_fills_in_what_its_message_does(language: str, name: str) -> None:
    """A decade may stand in two digits, and a form for one number without it."""
    strange = [
        (key(message), form)
        for message in entries(language, name)
        for form in forms(message)
        if gaps(form) - gaps(key(message)) - {"{short}", "{number}"}
        or gaps(key(message)) - gaps(form) - {"{decade}", "{number}"}
    ]

    assert strange == []


@pytest.mark.parametrize(("language", "name"), CATALOGUES)
def test_a_sentence_is_in_the_language_of_its_catalogue(language: str, name: str) -> None:
    sentences = [letters(form) for message in entries(language, name) for form in forms(message)]
    told = {text: identifier().classify(text)[0] for text in sentences if len(text) >= PLAIN}

    assert len(told) > 20
    assert {text for text, found in told.items() if found != language} == set()


def test_an_english_sentence_would_be_found() -> None:
    english = [letters(key(message)) for message in words(VISITORS) if message.id]
    long = [text for text in english if len(text) >= PLAIN]

    assert {text for text in long if identifier().classify(text)[0] != "en"} == set()


def test_french_keeps_its_signs_on_the_line_of_their_word() -> None:
    """No space at which a line may break stands before a colon and the like, or in guillemets."""
    broken = [
        form
        for message in entries("fr", VISITORS)
        for form in forms(message)
        if re.search(r"(?<!,) [:;!?»]|« ", form)
    ]

    assert broken == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_word_is_not_left_in_english(language: str) -> None:
    left = {
        key(message)
        for message in entries(language, VISITORS)
        if key(message) in forms(message) and re.search(r"[a-z]{3}", letters(key(message)))
    }

    assert left <= SAME_AS_ENGLISH
