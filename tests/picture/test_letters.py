"""Letters as outlines: those of our partners' languages, as wide as they are drawn."""

from __future__ import annotations

import pytest

from partner_map.picture.letters import Letters, Style, letters_of
from partner_map.server.streamlit_host import text_font

NAME = Style(15, 600)
MISSING = "\U0010fffd"
ALPHABETS = {
    "Polish": "aąbcćdeęfghijklłmnńoóprsśtuwyzźż",
    "Czech": "aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzž",
    "Latvian": "aābcčdeēfgģhiījkķlļmnņoprsštuūvzž",
    "Lithuanian": "aąbcčdeęėfghiįyjklmnoprsštuųūvzž",
    "Ukrainian": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "German and French": "äöüßàâçéèêëîïôœùûüÿ",
}


@pytest.fixture(scope="module")
def letters() -> Letters:
    return letters_of(text_font().file)


@pytest.mark.parametrize("alphabet", ALPHABETS.values(), ids=ALPHABETS)
@pytest.mark.parametrize("weight", [400, 700])
def test_the_font_has_every_letter(letters: Letters, alphabet: str, weight: int) -> None:
    for letter in {*alphabet, *alphabet.upper()}:
        assert letters.has(letter), letter
        assert all(
            letters.outline(glyph.number, weight) for glyph in letters.glyphs(letter, NAME)
        ), letter


@pytest.mark.parametrize("text", ["京都", "თბილისი", "Kyoto 京都", MISSING])
def test_what_the_font_lacks_is_known(letters: Letters, text: str) -> None:
    assert not letters.has(text)


def test_a_text_is_as_wide_as_it_is_drawn(letters: Letters) -> None:
    *_, last = letters.glyphs("Konstancin-Jeziorna", NAME)

    end = last.x * letters.pixels(NAME) + letters.width("a", NAME)
    assert letters.width("Konstancin-Jeziorna", NAME) == pytest.approx(end)
    assert letters.outline(last.number, NAME.weight).startswith("M")


def test_bold_letters_are_wider_and_spaced_ones_still_more(letters: Letters) -> None:
    widths = [
        letters.width("Hranice", style)
        for style in (Style(15, 400), Style(15, 700), Style(15, 700, 0.12))
    ]

    assert widths == sorted(set(widths))


def test_letters_stand_in_pairs_as_the_font_wishes(letters: Letters) -> None:
    apart = letters.width("T", NAME) + letters.width("o", NAME)

    assert letters.width("To", NAME) < apart


def test_every_year_is_as_wide_as_another(letters: Letters) -> None:
    assert letters.width("1991", NAME) == pytest.approx(letters.width("2026", NAME))


def test_no_words_take_no_room(letters: Letters) -> None:
    assert letters.width("", NAME) == 0
    assert letters.glyphs("", NAME) == []
